import { defineEntity, p } from '@mikro-orm/core'
import type { ImportState, IntegrityRecordKind, ProjectState, RecordSubject, Register } from '../../schema/enums.js'
import { Account } from '../account/account.entity.js'
import { Document } from '../document/document.entity.js'

/** A file whose rows went into a register. It can be undone while nobody has changed these rows since. */
const RegisterImportSchema = defineEntity({
  name: 'RegisterImport',
  tableName: 'register_import',
  properties: {
    id: p.uuid().primary(),
    register: p.text().$type<Register>(),
    city: p.text(),
    document: () => p.manyToOne(Document).index(),
    /** Rows of the file with anything in them, below the header. */
    rowCount: p.integer(),
    added: p.integer(),
    changed: p.integer(),
    unchanged: p.integer(),
    duplicates: p.integer(),
    invalid: p.integer(),
    state: p.text().$type<ImportState>(),
    importedBy: () => p.manyToOne(Account).index(),
    importedAt: p.datetime(),
    undoneBy: () => p.manyToOne(Account).nullable().index(),
    undoneAt: p.datetime().nullable(),
    undoReason: p.text().nullable(),
  },
})
export class RegisterImport extends RegisterImportSchema.class {}
RegisterImportSchema.setClass(RegisterImport)

/**
 * Bad credit or a breach of research integrity, of an organisation or a person (notice, 一（三）4 and 一（四）1). There is
 * one for the same subject, kind, first day and matter.
 */
const IntegrityRecordSchema = defineEntity({
  name: 'IntegrityRecord',
  tableName: 'integrity_record',
  properties: {
    id: p.uuid().primary(),
    city: p.text(),
    subject: p.text().$type<RecordSubject>(),
    subjectName: p.text(),
    /** Of an organisation. */
    creditCode: p.text().nullable(),
    /** Of a person: the number of his identity document. */
    personIdSealed: p.text().nullable(),
    personIdIndex: p.text().nullable(),
    personIdMasked: p.text().nullable(),
    kind: p.text().$type<IntegrityRecordKind>(),
    what: p.text(),
    since: p.date(),
    /** The last day on which it stands; null while it does. */
    until: p.date().nullable(),
    endReason: p.text().nullable(),
    /** Who says so: a decision's number, a list, an authority. */
    source: p.text(),
    /** The import that wrote the row last; null if somebody did by hand. */
    import: () => p.manyToOne(RegisterImport).nullable().index(),
    revision: p.integer(),
    recordedBy: () => p.manyToOne(Account).index(),
    recordedAt: p.datetime(),
  },
})
export class IntegrityRecord extends IntegrityRecordSchema.class {}
IntegrityRecordSchema.setClass(IntegrityRecord)

/** A project of the city's programme, earlier ones included, by which those under way and overdue are counted. */
const LedgerProjectSchema = defineEntity({
  name: 'LedgerProject',
  tableName: 'ledger_project',
  properties: {
    id: p.uuid().primary(),
    city: p.text(),
    /** Unique in the city. */
    number: p.text(),
    title: p.text(),
    leaderName: p.text(),
    /** Null where the papers of an old project don't have it. */
    leaderIdSealed: p.text().nullable(),
    leaderIdIndex: p.text().nullable(),
    leaderIdMasked: p.text().nullable(),
    creditCode: p.text(),
    unitName: p.text(),
    /** Code of the guideline's category, or `other`. */
    category: p.text(),
    startsOn: p.date(),
    plannedEndOn: p.date(),
    state: p.text().$type<ProjectState>(),
    /** When it was closed, terminated or revoked. */
    endedOn: p.date().nullable(),
    /** The import that wrote the row last; null if somebody did by hand. */
    import: () => p.manyToOne(RegisterImport).nullable().index(),
    revision: p.integer(),
    recordedBy: () => p.manyToOne(Account).index(),
    recordedAt: p.datetime(),
  },
})
export class LedgerProject extends LedgerProjectSchema.class {}
LedgerProjectSchema.setClass(LedgerProject)

export const registerEntities = [RegisterImport, IntegrityRecord, LedgerProject]
