import { once } from 'node:events'
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** What clamd said of a file: the name of what it found, or that it found nothing. */
export type Verdict = { readonly found: string | null }

/** clamd can't take this file, and won't if it is asked again, such as one above its StreamMaxLength. */
export class ScanRefused extends Error {
  override readonly name = 'ScanRefused'
}

/** In milliseconds: for clamd to say something. A large PDF takes it some seconds, loading new signatures a minute. */
const patience = 120_000

/**
 * Has ClamAV's daemon search a file for malware, by its command INSTREAM (clamd(8)): the file goes over the connection in
 * pieces, each behind its length in four bytes, and a piece without length ends it.
 * @param content is destroyed in the end
 * @throws {ScanRefused} for a file that clamd answers an error to
 * @throws Error if it can't be reached, or went away
 */
export async function scanWithClamd(address: NetConnectOpts, content: Readable): Promise<Verdict> {
  const socket = connect(address)
  socket.setTimeout(patience, () => socket.destroy(new Error(`clamd said nothing for ${patience / 1000} s`)))
  const answered = answerOf(socket)
  try {
    // It may answer, and hang up, before it has all.
    const answer = await Promise.race([answered, send(socket, content, answered).then(() => answered)])
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
    if (found) return { found }
    if (answer === 'stream: OK') return { found: null }
    throw new ScanRefused(answer)
  } finally {
    content.destroy()
    socket.destroy()
  }
}

async function send(socket: Socket, content: Readable, answered: Promise<string>): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const piece of content as AsyncIterable<Buffer>) {
    socket.write(lengthOf(piece))
    if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), answered])
    if (socket.destroyed) return
  }
  socket.write(lengthOf(Buffer.alloc(0)))
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

/** Its answer ends with a NUL, as the command did. */
function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let text = ''
    socket.on('data', (piece) => {
      text += piece.toString()
      if (text.endsWith('\0')) resolve(text.slice(0, -1))
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('clamd hung up without an answer')))
  })
  // Nobody may be waiting for it at the time.
  answer.catch(() => {})
  return answer
}
