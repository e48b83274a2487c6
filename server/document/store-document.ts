import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Document } from './document.entity.js'
import { fileRefusals } from './file-refusals.js'
import type { Files } from './files.js'

/** A file that came whole, and is what it says. */
type Arrived = { readonly path: string; readonly mediaType: string; readonly sha256: string }

/**
 * Keeps a file that arrived as the document's content. Several may arrive for one document at once: the first is kept, and
 * one with the same content is as good as kept.
 * @param em in a transaction
 * @throws {GraphQLError} FILE_ALREADY_STORED for another content, FILE_REFUSED, FILE_UNKNOWN
 */
export async function storeDocument(
  em: EntityManager,
  files: Files,
  id: string,
  { path, mediaType, sha256 }: Arrived,
  now: Date,
): Promise<Document> {
  const document = await em.findOne(Document, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!document) throw fileRefusals.unknown()
  if (document.state === 'REFUSED') throw fileRefusals.refusedBefore()
  if (document.state === 'STORED') {
    if (document.sha256 !== sha256) throw fileRefusals.storedOther()
    return document
  }
  // If the commit fails the file stays, unseen: the next attempt replaces it, or the sweep takes it away.
  await files.keep(id, path)
  Object.assign(document, { state: 'STORED', mediaType, sha256, storedAt: now, expiresAt: null })
  return document
}

/** Notes that a document's content was not what it has to be: no other is taken for it. */
export async function refuseDocument(em: EntityManager, id: string): Promise<void> {
  await em.nativeUpdate(Document, { id, state: 'PENDING' }, { state: 'REFUSED', expiresAt: null })
}
