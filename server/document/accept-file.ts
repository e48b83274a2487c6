import { rm } from 'node:fs/promises'
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { Document } from './document.entity.js'
import { fileRefusals } from './file-refusals.js'
import type { Files } from './files.js'
import { inspectFile } from './inspect-file.js'
import { mediaTypeOfContent } from './media-type.js'
import { extensionsFor } from './purposes.js'
import type { Scanning } from './start-scanning.js'
import { claimDocument, refuseDocument, storeDocument } from './store-document.js'

export type UploadDeps = {
  readonly orm: MikroORM
  readonly files: Files
  readonly now: () => Date
  /** Looks for malware in what was stored; files are in quarantine until then. */
  readonly scanning: Scanning | undefined
  /** How long the sender may pause, in milliseconds. */
  readonly patience: number
}

/**
 * Looks into a file that came whole, and keeps it as the content of a document. Only what it is refused for by its content
 * is for good.
 * @returns the document that has the content now: another one, if the organisation had the same attachment before
 * @throws {GraphQLError} one of the file refusals
 */
export async function acceptFile(
  requestId: string,
  document: Document,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
  { orm, files, now, scanning }: UploadDeps,
): Promise<Document> {
  const { id, purpose, fileName } = document
  if (document.state === 'PENDING' && document.sha256 !== null && document.sha256 !== sha256) {
    throw fileRefusals.digestDiffers()
  }
  if (document.state === 'STORED') {
    if (document.sha256 !== sha256) throw fileRefusals.storedOther()
    return document
  }
  const thumbnailPath = `${path}.webp`
  try {
    const mediaType = await mediaTypeOfContent(path, { purpose, fileName })
    if (!mediaType) return await refuse(fileRefusals.typeNotAllowed(extensionsFor(purpose)))
    const found = await inspectFile(path, mediaType, thumbnailPath)
    if ('refusal' in found) return await refuse(found.refusal)
    const before = await write((em) => claimDocument(em, id, sha256))
    if (before) return before
    if (found.thumbnail) await files.keep(id, thumbnailPath, 'thumbnail')
    await files.keep(id, path)
    // If the commit fails the files stay, unseen: the next attempt replaces them, or the sweep takes them away.
    const scan = scanning ? 'PENDING' : 'NOT_SCANNED'
    const stored = await write((em) => storeDocument(em, id, { mediaType, sha256, scan, ...found }, now()))
    if (stored.id !== id) await files.remove(id)
    scanning?.wake()
    return stored
  } finally {
    await rm(thumbnailPath, { force: true })
  }

  async function refuse(refusal: Error): Promise<never> {
    await write((em) => refuseDocument(em, id))
    throw refusal
  }

  function write<T>(useCase: (em: EntityManager) => Promise<T>): Promise<T> {
    return orm.em.fork().transactional(async (em) => {
      await em.execute(
        `select set_config('shenbao.actor', ?, true), set_config('shenbao.action', ?, true), set_config('shenbao.request', ?, true)`,
        [document.uploadedBy.id, 'PUT /documents', requestId],
      )
      return useCase(em)
    })
  }
}
