import { HttpConnection, requestOf } from './reads/http-connection.js'
import type { ServerProcess } from './server-process.js'

/** A document, and the token of who sends it; without one, somebody who isn't signed in. */
export type Request = { readonly query: string; readonly variables?: unknown; readonly token?: string }
type Load = { readonly server: ServerProcess; readonly connections: number; readonly milliseconds: number }

/** Sends the same request over and over on each connection for a time, checks every answer, and tells how many a second came. */
export async function load(
  { server, connections, milliseconds }: Load,
  { token, ...request }: Request,
  check: (answer: string) => void,
): Promise<number> {
  const { port: portText, pathname: path } = new URL(server.url)
  const port = Number(portText)
  const sent = Buffer.from(requestOf({ path, body: JSON.stringify(request), key: '' }, port, token))
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(port)))
  let answers = 0
  const started = performance.now()
  const until = started + milliseconds
  try {
    const loop = async (connection: HttpConnection) => {
      while (performance.now() < until) {
        check((await connection.send(sent)).toString('utf8'))
        answers++
      }
    }
    await Promise.all(open.map(loop))
    return answers / ((performance.now() - started) / 1000)
  } finally {
    for (const connection of open) connection.close()
  }
}
