import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What becomes of a request on the way. */
export type Fate =
  | 'through'
  /** It doesn't arrive. */
  | 'lost'
  /** The connection breaks as soon as a part of it has come. */
  | 'torn'
  /** It arrives and is done, and the answer is lost. */
  | 'unanswered'

/** A line to a real service that breaks when a test wants it to. */
export type UnreliableLine = {
  readonly url: string
  /** Of the next requests, in this order; `through` afterwards. */
  readonly fates: Fate[]
  /** As long as it is down, no request arrives. */
  down: boolean
  /** Answers wait as long as this hasn't resolved. */
  hold: Promise<void>
  /** Bodies of the requests that were sent, whether they arrived or not; of files nothing but "PUT". */
  readonly sent: string[]
  /** The most that were under way at once. */
  busiest: number
  close(): Promise<void>
}

/** @param target address of the service, without a path */
export async function unreliableLine(target: string): Promise<UnreliableLine> {
  let underWay = 0
  const server = createServer(async (request, response) => {
    line.busiest = Math.max(line.busiest, ++underWay)
    try {
      await carry(request, response)
    } finally {
      underWay--
    }
  })

  async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fate = line.down ? 'lost' : (line.fates.shift() ?? 'through')
    if (fate === 'torn') {
      line.sent.push(String(request.method))
      return void request.once('data', () => response.socket?.resetAndDestroy())
    }
    const body = await buffer(request)
    line.sent.push(request.method === 'PUT' ? 'PUT' : body.toString())
    if (fate === 'lost') return void response.socket?.resetAndDestroy()
    const {
      host: _host,
      connection: _connection,
      'content-length': _length,
      'transfer-encoding': _coding,
      ...headers
    } = request.headers
    const answer = await fetch(target + request.url, {
      method: request.method as string,
      headers: headers as Record<string, string>,
      body: new Uint8Array(body),
    })
    const text = await answer.text()
    await line.hold
    if (fate === 'unanswered') return void response.socket?.resetAndDestroy()
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const line: UnreliableLine = {
    url: `http://127.0.0.1:${port}`,
    ...{ fates: [], down: false, hold: Promise.resolve(), sent: [], busiest: 0 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return line
}
