import { defineEntity, p } from '@mikro-orm/core'
import type { DocumentPurpose, DocumentState, ScanState } from '../../schema/enums.js'
import { Account } from '../account/account.entity.js'
import { Applicant } from '../applicant/applicant.entity.js'

/** A file that came in, or is about to: what is known of it. Its content is kept apart, under its id. */
const DocumentSchema = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    purpose: p.text().$type<DocumentPurpose>(),
    /** For showing and downloading only. */
    fileName: p.text(),
    /** Found by the content; null until it is stored. */
    mediaType: p.text().nullable(),
    /** In bytes: said beforehand, and true of what is stored. */
    size: p.integer(),
    /** In hexadecimal: said beforehand or null, and true of what is stored. */
    sha256: p.text().nullable(),
    uploadedBy: () => p.manyToOne(Account).index(),
    /** The organisation that it is about. */
    applicant: () => p.manyToOne(Applicant).nullable().index(),
    /** Code of the city whose register it is for. */
    city: p.text().nullable(),
    state: p.text().$type<DocumentState>(),
    scan: p.text().$type<ScanState>(),
    scannedAt: p.datetime().nullable(),
    /** Of a PDF. */
    pages: p.integer().nullable(),
    /** Whether a small picture of it is kept beside it. */
    thumbnail: p.boolean(),
    /** What came for it was stored before, as this one. It goes with the uploads that weren't made. */
    sameAs: () => p.manyToOne(Document).nullable(),
    createdAt: p.datetime(),
    storedAt: p.datetime().nullable(),
    /** Until when it may be uploaded; null once it was. */
    expiresAt: p.datetime().nullable(),
  },
})
export class Document extends DocumentSchema.class {}
DocumentSchema.setClass(Document)

export const documentEntities = [Document]
