import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { FastifyRequest } from 'fastify'
import type { Document } from './document.entity.js'
import { fileRefusals } from './file-refusals.js'
import type { Files } from './files.js'
import { mediaTypeOfContent } from './media-type.js'
import { extensionsFor } from './purposes.js'
import { receiveFile } from './receive-file.js'
import { refuseDocument, storeDocument } from './store-document.js'

type Deps = {
  readonly orm: MikroORM
  readonly files: Files
  readonly now: () => Date
  /** How long the sender may pause, in milliseconds. */
  readonly patience: number
}

/**
 * Takes the file that a request carries as the content of a document, if it has the size, the digest and the type that
 * the upload was asked for. Nothing of it is left otherwise; only a wrong type is for good.
 * @throws {GraphQLError} one of the file refusals
 */
export async function takeUpload(request: FastifyRequest, document: Document, deps: Deps): Promise<Document> {
  const { orm, files, now, patience } = deps
  const { id, size, purpose, fileName } = document
  if (document.state === 'REFUSED') throw fileRefusals.refusedBefore()
  const { 'content-encoding': encoding = 'identity', 'content-length': length } = request.headers
  if (encoding !== 'identity') throw fileRefusals.encoded()
  if (Number(length ?? 0) > size) throw fileRefusals.tooLarge(size)
  return files.withIncoming(async (path) => {
    const sha256 = await receiveFile(request.raw, path, { size, patience })
    if (document.state === 'PENDING' && document.sha256 !== null && document.sha256 !== sha256) {
      throw fileRefusals.digestDiffers()
    }
    const mediaType = await mediaTypeOfContent(path, { purpose, fileName })
    if (mediaType) return write((em) => storeDocument(em, files, id, { path, mediaType, sha256 }, now()))
    await write((em) => refuseDocument(em, id))
    throw fileRefusals.typeNotAllowed(extensionsFor(purpose))
  })

  function write<T>(useCase: (em: EntityManager) => Promise<T>): Promise<T> {
    return orm.em.fork().transactional(async (em) => {
      await em.execute(
        `select set_config('shenbao.actor', ?, true), set_config('shenbao.action', ?, true), set_config('shenbao.request', ?, true)`,
        [document.uploadedBy.id, 'PUT /documents', request.id],
      )
      return useCase(em)
    })
  }
}
