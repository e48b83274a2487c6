import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { acceptFile, type UploadDeps } from './accept-file.js'
import { Document } from './document.entity.js'
import { fileRefusals } from './file-refusals.js'
import { receiveFile } from './receive-file.js'
import { Turns } from './turns.js'

/** Bytes of a file, or none to ask how many are there. */
export type Piece = { readonly start: number; readonly length: number }

/** How far a file that comes in pieces has come. */
export type Received = { readonly received: number }

/** One piece of a document at a time, in this server: what came of a file is on its own disk. */
const turns = new Map<string, { readonly turns: Turns; waiting: number }>()

/**
 * The part of a file that a request carries: `Content-Range: bytes 0-1048575/5242880`, or with `*` in place of the numbers to ask
 * (RFC 9110, 14.4 and 14.5).
 * @returns undefined without the header: the request has all of it
 * @throws {GraphQLError} FILE_PIECE_MISPLACED for one that isn't a part of a file of this size
 */
export function pieceOf(header: string | undefined, size: number): Piece | undefined {
  if (header === undefined) return undefined
  const [, first, last, whole] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(header) ?? []
  if (Number(whole) !== size) throw fileRefusals.pieceMalformed(size)
  if (first === undefined || last === undefined) return { start: 0, length: 0 }
  const [start, end] = [Number(first), Number(last)]
  if (start > end || end >= size) throw fileRefusals.pieceMalformed(size)
  return { start, length: end - start + 1 }
}

/**
 * Takes the next piece of a file; with the last one the file is taken as if it had come at once. A piece counts when all of
 * it has come, and may be sent again.
 * @throws {GraphQLError} FILE_PIECE_MISPLACED, which says from where to go on, and what is said of a whole file
 */
export async function takePiece(
  request: FastifyRequest,
  { id, size }: Document,
  piece: Piece,
  deps: UploadDeps,
): Promise<Document | Received> {
  return deps.files.withIncoming(async (path) => {
    if (piece.length > 0) await receiveFile(request.raw, path, { size: piece.length, patience: deps.patience })
    const part = join(dirname(path), `${id}.part`)
    return inTurn(id, async () => {
      // Another request may have brought the last piece meanwhile.
      const document = await deps.orm.em.fork().findOne(Document, id, { populate: ['uploadedBy', 'sameAs'] })
      if (!document) throw fileRefusals.unknown()
      if (document.state === 'STORED') return document
      if (document.sameAs) return document.sameAs
      if (document.state === 'REFUSED') throw fileRefusals.refusedBefore()
      const received = await append(path, part, piece)
      if (received < size) return { received }
      return finish(request, document, part, deps)
    })
  })
}

/** @returns how much of the file is there then */
async function append(path: string, part: string, { start, length }: Piece): Promise<number> {
  const there = (await stat(part).catch(() => undefined))?.size ?? 0
  if (start + length <= there) return there
  if (start !== there) throw fileRefusals.pieceMisplaced(there)
  // Should this be broken off: what is there is a beginning of the file all the same.
  await pipeline(createReadStream(path), createWriteStream(part, { flags: 'a', mode: 0o600 }))
  return there + length
}

async function finish(request: FastifyRequest, document: Document, part: string, deps: UploadDeps): Promise<Document> {
  try {
    const hash = createHash('sha256')
    await pipeline(createReadStream(part), hash)
    const stored = await acceptFile(request.id, document, { path: part, sha256: hash.digest('hex') }, deps)
    await rm(part, { force: true })
    return stored
  } catch (error) {
    // After a fault of ours the last piece is sent again; after a refusal, all of it.
    const ours = !(error instanceof GraphQLError) || error.extensions.code === 'FILE_STORAGE_UNAVAILABLE'
    if (!ours) await rm(part, { force: true })
    throw error
  }
}

async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const queue = turns.get(id) ?? { turns: new Turns(1), waiting: 0 }
  turns.set(id, queue)
  queue.waiting += 1
  try {
    return await queue.turns.take(work)
  } finally {
    queue.waiting -= 1
    if (queue.waiting === 0) turns.delete(id)
  }
}
