import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileRefusals } from './file-refusals.js'

type Options = {
  /** The file's size in bytes: no more is taken, and no less is a file. */
  readonly size: number
  /** How long the sender may send nothing, in milliseconds. */
  readonly patience: number
}

/**
 * Writes what a client sends to a new file, piece by piece, and leaves the rest of the request where it is when the file is
 * refused. The caller takes the file away again.
 * @returns the SHA-256 of what came, in hexadecimal
 * @throws {GraphQLError} FILE_TOO_LARGE, FILE_SIZE_DIFFERS, REQUEST_TIMEOUT
 */
export async function receiveFile(body: Readable, path: string, { size, patience }: Options): Promise<string> {
  const hash = createHash('sha256')
  let received = 0
  async function* taken() {
    for await (const piece of patiently(body, patience)) {
      received += piece.length
      if (received > size) throw fileRefusals.tooLarge(size)
      hash.update(piece)
      yield piece
    }
  }
  await pipeline(taken, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  if (received < size) throw fileRefusals.sizeDiffers(size, received)
  return hash.digest('hex')
}

/**
 * Takes what is still to come of a request that was refused, so that its sender gets to read why; not more than
 * `limit` bytes of it, and not from one who stopped sending.
 */
export async function drain(body: Readable, limit: number, patience: number): Promise<void> {
  let left = limit
  try {
    for await (const piece of patiently(body, patience)) {
      left -= piece.length
      if (left < 0) return
    }
  } catch {
    // Whoever went away reads no answer.
  }
}

/** The pieces of a stream, until it says nothing for too long. Leaving the loop leaves the stream as it is. */
async function* patiently(body: Readable, patience: number): AsyncGenerator<Buffer> {
  const stalled = Promise.withResolvers<never>()
  stalled.promise.catch(() => {})
  const timer = setTimeout(() => stalled.reject(fileRefusals.stalled(patience)), patience)
  const pieces = body.iterator({ destroyOnReturn: false })
  try {
    for (;;) {
      const { done, value } = await Promise.race([pieces.next(), stalled.promise])
      if (done) return
      timer.refresh()
      yield value
    }
  } finally {
    clearTimeout(timer)
  }
}
