import { type AddressInfo, createServer, type Socket } from 'node:net'

/*
 * The other side of the wire: what clamd does on its command zINSTREAM (clamd(8)), with one signature, that of EICAR's test
 * file, and StreamMaxLength. Nothing may rely on a ClamAV that a machine happens to have.
 */

/** The standard test file of virus scanners (eicar.org), in two halves so that they leave this file alone. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`

const tooLarge = 'INSTREAM size limit exceeded. ERROR\0'

export type Clamd = {
  port: number
  /** Sizes of the files that it was sent. */
  seen: number[]
  close(): Promise<void>
}

type Options = {
  /** Its port; any free one, if left out. */
  readonly port?: number
  /** Bytes that it takes of a file. */
  readonly most?: number
  /** Hangs up without a word on one that is larger, as its answer can be lost on the way. */
  readonly curt?: boolean
  /** Hangs up on whoever calls, this many times. */
  readonly hangUps?: number
}

export async function startClamd({
  port = 0,
  most = 100 * 1024 * 1024,
  curt = false,
  hangUps = 0,
}: Options = {}): Promise<Clamd> {
  const seen: number[] = []
  const sockets = new Set<Socket>()
  let left = hangUps
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (left-- > 0) return void socket.destroy()
    let pending = Buffer.alloc(0)
    let content = Buffer.alloc(0)
    let commanded = false
    socket.on('data', (piece: Buffer) => {
      pending = Buffer.concat([pending, piece])
      if (!commanded) {
        const end = pending.indexOf(0)
        if (end < 0) return
        if (pending.toString('latin1', 0, end) !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0')
        commanded = true
        pending = pending.subarray(end + 1)
      }
      while (pending.length >= 4) {
        const length = pending.readUInt32BE()
        if (length === 0) {
          seen.push(content.length)
          socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
          return
        }
        if (pending.length < 4 + length) return
        content = Buffer.concat([content, pending.subarray(4, 4 + length)])
        pending = pending.subarray(4 + length)
        if (content.length > most) return void (curt ? socket.resetAndDestroy() : socket.end(tooLarge))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
