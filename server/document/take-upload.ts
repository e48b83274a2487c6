import type { FastifyRequest } from 'fastify'
import { acceptFile, type UploadDeps } from './accept-file.js'
import type { Document } from './document.entity.js'
import { fileRefusals } from './file-refusals.js'
import { receiveFile } from './receive-file.js'
import { pieceOf, type Received, takePiece } from './take-piece.js'

/**
 * Takes the file that a request carries as the content of a document, or a piece of it, if it has the size, the digest and
 * the type that the upload was asked for. Nothing of a file that is refused is left.
 * @returns the document that has the content now: another one, if the organisation had the same attachment before; or how
 * far the file has come
 * @throws {GraphQLError} one of the file refusals
 */
export async function takeUpload(
  request: FastifyRequest,
  document: Document,
  deps: UploadDeps,
): Promise<Document | Received> {
  const { size } = document
  if (document.state === 'REFUSED') throw fileRefusals.refusedBefore()
  const {
    'content-encoding': encoding = 'identity',
    'content-length': length,
    'content-range': range,
  } = request.headers
  if (encoding !== 'identity') throw fileRefusals.encoded()
  if (Number(length ?? 0) > size) throw fileRefusals.tooLarge(size)
  const piece = pieceOf(range, size)
  if (piece) return takePiece(request, document, piece, deps)
  return deps.files.withIncoming(async (path) => {
    const sha256 = await receiveFile(request.raw, path, { size, patience: deps.patience })
    return acceptFile(request.id, document, { path, sha256 }, deps)
  })
}
