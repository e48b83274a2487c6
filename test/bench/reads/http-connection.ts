import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Question } from './works.js'

/**
 * One kept connection to a server that asks one question at a time. It does as little as it can: the client runs on
 * the same processors as the servers, and what it costs is missing in their figures.
 */
export class HttpConnection {
  #received: Buffer[] = []
  #settle: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | undefined

  private constructor(
    readonly port: number,
    readonly socket: Socket,
  ) {
    socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    socket.on('error', (error) => this.#settle?.reject(error))
    socket.on('close', () => this.#settle?.reject(new Error('The server closed the connection.')))
  }

  static async open(port: number): Promise<HttpConnection> {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true })
    await once(socket, 'connect')
    return new HttpConnection(port, socket)
  }

  /** @throws Error for any status but 200 */
  ask(question: Question): Promise<Buffer> {
    return this.send(requestOf(question, this.port))
  }

  /** The same for a request that was made before. */
  send(request: string | Buffer): Promise<Buffer> {
    this.#received = []
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.socket.write(request)
    })
  }

  close(): void {
    this.#settle = undefined
    this.socket.destroy()
  }

  #receive(chunk: Buffer): void {
    this.#received.push(chunk)
    const all = this.#received.length === 1 ? chunk : Buffer.concat(this.#received)
    const end = all.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = all.toString('latin1', 0, end)
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
    if (length === undefined) this.#settle?.reject(new Error(`An answer without a content-length:\n${head}`))
    const body = all.subarray(end + 4)
    if (body.length < Number(length)) return
    if (head.startsWith('HTTP/1.1 200')) this.#settle?.resolve(body)
    else this.#settle?.reject(new Error(`${head.slice(0, head.indexOf('\r'))}: ${body.toString('utf8')}`))
  }
}

/** A question as HTTP sends it; with a token, that of somebody who is signed in. */
export function requestOf({ path, body }: Question, port: number, token?: string): string {
  const asker = token === undefined ? '' : `authorization: Bearer ${token}\r\n`
  const head = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: application/json\r\n${asker}`
  if (!body) return `${head}\r\n`
  return `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}
