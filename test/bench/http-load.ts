import { HttpConnection } from './reads/http-connection.js'
import type { ServerProcess } from './server-process.js'

export type Request = { readonly query: string; readonly variables?: unknown }
type Load = { readonly server: ServerProcess; readonly connections: number; readonly milliseconds: number }

export type Loaded = {
  readonly perSecond: number
  /** Processor time of the server for each answer, in microseconds. */
  readonly cpuUs: number
}

/** Sends the same request over and over on each connection for a time, and checks every answer. */
export async function load(
  { server, connections, milliseconds }: Load,
  request: Request,
  check: (answer: string) => void,
): Promise<Loaded> {
  const { port, pathname } = new URL(server.url)
  const question = { path: pathname, body: JSON.stringify(request), key: '' }
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(Number(port))))
  let answers = 0
  const cpuBefore = server.cpuSeconds()
  const started = performance.now()
  const until = started + milliseconds
  try {
    const loop = async (connection: HttpConnection) => {
      while (performance.now() < until) {
        check((await connection.ask(question)).toString('utf8'))
        answers++
      }
    }
    await Promise.all(open.map(loop))
    const seconds = (performance.now() - started) / 1000
    return { perSecond: answers / seconds, cpuUs: ((server.cpuSeconds() - cpuBefore) * 1e6) / answers }
  } finally {
    for (const connection of open) connection.close()
  }
}
