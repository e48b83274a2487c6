import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Issue } from '../../../schema/rules/issue.js'
import { localDateOf } from '../../../schema/rules/time-zone.js'
import { type ImportRegisterInput, type ImportReport } from '../../../schema/types/register.payload.js'
import type { UserError } from '../../../schema/types/user-error.js'
import { actorOf } from '../../access/viewer.js'
import { readDocument } from '../../document/read-document.js'
import type { Context } from '../../http/context.js'
import { Refused, refusal } from '../../refusal.js'
import { keyOfGlobalId } from '../../selection/prepare/global-id.js'
import { write } from '../../write.js'
import { findOwnCity } from '../city-categories.js'
import { lockRegister } from '../lock-register.js'
import { RegisterImport } from '../register.entity.js'
import { ReportKeeper } from './import-report.js'
import { importRows, UnknownColumns } from './import-rows.js'
import { checkMapping } from './match-header.js'
import { readCsv } from './read-csv.js'
import { readXlsx } from './read-xlsx.js'
import { integrityTable, ledgerTable } from './register-table.js'
import { type SheetRow, UnreadableFile } from './sheet.js'

export type Imported = {
  readonly report: ImportReport | null
  /** Key of the import; null unless rows were written. */
  readonly import: string | null
  readonly errors: readonly UserError[]
}

/**
 * Takes a file's rows into a register, all or none: with a problem in any row nothing is written, unless such rows are to
 * be left out. A try tells the same without writing.
 */
export async function importRegister(context: Context, input: ImportRegisterInput): Promise<Imported> {
  if (input.dryRun) return tryImport(context, input)
  let tried: ImportReport | null = null
  const useCase = async (em: EntityManager) => {
    const { keeper, id } = await run(em, context, input)
    const written = id !== null && (keeper.invalid === 0 || input.skipInvalid)
    tried = keeper.report(false, written)
    if (!written) throw new Refused([refusal(rowsInvalid(keeper.invalid), 'input', 'document')])
    return { report: tried, import: id }
  }
  const once = { key: input.idempotencyKey, input }
  const { result, errors } = await write(context, 'importRegister', useCase, once)
  return result ? { ...result, errors } : { report: tried, import: null, errors }
}

async function tryImport(context: Context, input: ImportRegisterInput): Promise<Imported> {
  try {
    const { keeper } = await run(context.em(), context, input)
    return { report: keeper.report(true, false), import: null, errors: [] }
  } catch (error) {
    if (error instanceof Refused) return { report: null, import: null, errors: error.errors }
    throw error
  }
}

async function run(em: EntityManager, context: Context, input: ImportRegisterInput) {
  const { viewer, keyring, now } = context
  const { register, city, dryRun, skipInvalid } = input
  const facts = await findOwnCity(em, viewer, city)
  const mapping = input.mapping ?? []
  refuseAll(checkMapping(register, mapping), 'mapping')
  const document = keyOfGlobalId('Document', input.document) ?? ''
  const file = await readDocument(context, document, 'input', 'document')
  const table = register === 'LEDGER' ? ledgerTable : integrityTable
  const at = now()
  const id = dryRun ? null : randomUUID()
  const account = actorOf(viewer)
  const keeper = new ReportKeeper()
  if (id !== null) {
    await lockRegister(em, register, city)
    em.create(RegisterImport, {
      ...{ id, register, city, document, importedBy: account, importedAt: at, state: 'DONE' },
      ...{ rowCount: 0, added: 0, changed: 0, unchanged: 0, duplicates: 0, invalid: 0 },
      ...{ undoneBy: null, undoneAt: null, undoReason: null },
    })
    await em.flush()
  }
  const writing = id === null ? null : { em, keyring, table, import: id, city, account, at }
  const today = localDateOf(at, facts.timeZone)
  try {
    await importRows(rowsOf(file), {
      ...{ em, keyring, register, table, city, facts, today, mapping, keeper, writing, skipInvalid },
    })
  } catch (error) {
    if (error instanceof UnreadableFile) refuseAll([error.issue], 'document')
    if (error instanceof UnknownColumns) refuseAll(error.issues, 'document')
    throw error
  } finally {
    file.stream.destroy()
  }
  if (id !== null) {
    const { rows: rowCount, added, changed, unchanged, duplicates, invalid } = keeper
    await em.nativeUpdate(RegisterImport, { id }, { rowCount, added, changed, unchanged, duplicates, invalid })
  }
  return { keeper, id }
}

function rowsOf({ stream, mediaType }: Awaited<ReturnType<typeof readDocument>>): AsyncIterable<SheetRow> {
  const encoding = /charset=([\w-]+)/.exec(mediaType)?.[1]
  return mediaType.startsWith('text/csv') ? readCsv(stream, encoding ?? 'utf-8') : readXlsx(stream)
}

function refuseAll(issues: readonly Issue[], field: string): void {
  if (issues.length > 0) throw new Refused(issues.map((found) => refusal(found, 'input', field)))
}

const rowsInvalid = (count: number) => ({
  code: 'ROWS_INVALID',
  message: {
    'zh-CN': `有 ${count} 行存在问题，未写入任何内容；请按 report 改正，或以 skipInvalid 略过这些行。`,
    en: `${count} rows have problems, and nothing was written; correct them as the report says, or leave them out by skipInvalid.`,
  },
})
