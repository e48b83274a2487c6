import { Agent, request } from 'node:http'

export type Request = { readonly query: string; readonly variables?: unknown }
type Load = { readonly url: string; readonly connections: number; readonly milliseconds: number }

/** Sends the same request over and over on each connection for a time; how many answers a second came, and all right? */
export async function load(
  { url, connections, milliseconds }: Load,
  body: Request,
  check: (answer: string) => void,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const payload = JSON.stringify(body)
  const until = performance.now() + milliseconds
  let answers = 0
  const started = performance.now()
  const loop = async () => {
    while (performance.now() < until) {
      check(await post(url, agent, payload))
      answers++
    }
  }
  await Promise.all(Array.from({ length: connections }, loop))
  agent.destroy()
  return answers / ((performance.now() - started) / 1000)
}

/** One answer's text. */
export function post(url: string, agent: Agent, payload: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(payload)
  })
}
