import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { ScanState } from '../../schema/enums.js'
import { Document } from './document.entity.js'
import { fileRefusals } from './file-refusals.js'

/** A file that came whole, and is what it says. */
export type Arrived = {
  readonly mediaType: string
  readonly sha256: string
  readonly pages: number | null
  readonly thumbnail: boolean
  readonly scan: ScanState
}

/**
 * Lets the first content that arrives for a document be its own, before it is brought to the storage; that it is the same
 * each time is why it may be brought there again after a failure. Several may arrive at once.
 * @returns the document that has this content already: itself, or the same attachment of the organisation
 * @throws {GraphQLError} FILE_ALREADY_STORED for another content, FILE_REFUSED, FILE_UNKNOWN
 */
export async function claimDocument(em: EntityManager, id: string, sha256: string): Promise<Document | null> {
  const document = await lockDocument(em, id)
  if (document.state === 'REFUSED') throw fileRefusals.refusedBefore()
  if (document.sha256 !== null && document.sha256 !== sha256) throw fileRefusals.storedOther()
  document.sha256 = sha256
  if (document.state === 'STORED') return document
  return useSame(em, document)
}

/**
 * Notes that a document's content is kept.
 * @returns the document; another, if its content came at the same time as the same attachment
 * @throws {GraphQLError} FILE_REFUSED, FILE_UNKNOWN
 */
export async function storeDocument(em: EntityManager, id: string, arrived: Arrived, now: Date): Promise<Document> {
  const document = await lockDocument(em, id)
  if (document.state === 'REFUSED') throw fileRefusals.refusedBefore()
  if (document.state === 'STORED') return document
  const same = await useSame(em, document)
  if (same) return same
  Object.assign(document, { state: 'STORED', ...arrived, storedAt: now, expiresAt: null })
  return document
}

/** Notes that a document's content was not what it has to be: no other is taken for it. */
export async function refuseDocument(em: EntityManager, id: string): Promise<void> {
  await em.nativeUpdate(Document, { id, state: 'PENDING' }, { state: 'REFUSED', expiresAt: null })
}

async function lockDocument(em: EntityManager, id: string): Promise<Document> {
  const document = await em.findOne(Document, id, { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['sameAs'] })
  if (!document) throw fileRefusals.unknown()
  return document
}

/** An organisation's attachments are kept once each: the document that has the content already, which this one then points to. */
async function useSame(em: EntityManager, document: Document): Promise<Document | null> {
  const { purpose, applicant, sha256 } = document
  if (purpose !== 'ATTACHMENT') return null
  // Whoever brings the same waits for the first to be stored.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('attachment ' || ? || ?, 0))`, [
    applicant?.id ?? '',
    sha256 ?? '',
  ])
  document.sameAs = await em.findOne(Document, { purpose, applicant, sha256, state: 'STORED' })
  return document.sameAs
}
