import { hash } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Register } from '../../../schema/enums.js'
import { type Issue, issue } from '../../../schema/rules/issue.js'
import type { LocalDate } from '../../../schema/rules/local-date.js'
import type { Keyring } from '../../secrets/keyring.js'
import type { CityFacts } from '../city-categories.js'
import { compareRows } from './compare-rows.js'
import type { ReportKeeper } from './import-report.js'
import { headerRows, headersIn, type Layout, matchHeader } from './match-header.js'
import { readValues } from './read-values.js'
import type { Entry, RegisterTable } from './register-table.js'
import { type SheetRow, UnreadableFile } from './sheet.js'
import { addRows, changeRows, type Writing } from './write-rows.js'

/** Entries that are compared and written at once. */
const batchSize = 500
/** Rows that one import takes. */
const mostRows = 200_000

export type ImportOptions = {
  readonly em: EntityManager
  readonly keyring: Keyring
  readonly register: Register
  readonly table: RegisterTable
  readonly city: string
  readonly facts: CityFacts
  readonly today: LocalDate
  readonly mapping: readonly { readonly column: string; readonly header: string }[]
  readonly keeper: ReportKeeper
  /** Null for a try. */
  readonly writing: Writing | null
  /** Whether rows with problems are left out; otherwise nothing more is written once there is one. */
  readonly skipInvalid: boolean
}

type Item = { readonly number: number; readonly entry: Entry }

/** The header of a file doesn't say what its columns are. */
export class UnknownColumns extends Error {
  override readonly name = 'UnknownColumns'

  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(({ code }) => code).join(', '))
  }
}

/**
 * Takes the rows of a file to a register, some hundred at a time, and counts what they come to. The memory that it needs
 * grows by some bytes with each row, for telling which were there before.
 * @throws {UnreadableFile}
 * @throws {UnknownColumns}
 */
export async function importRows(rows: AsyncIterable<SheetRow>, options: ImportOptions): Promise<void> {
  const { register, mapping, keeper } = options
  const seen = new Map<string, { readonly number: number; readonly content: string }>()
  let layout: Layout | undefined
  let batch: Item[] = []
  for await (const row of rows) {
    if (!layout) {
      if (row.number > headerRows) break
      if (headersIn(register, row, mapping) < 2) continue
      const matched = matchHeader(register, row, mapping)
      if ('issues' in matched) throw new UnknownColumns(matched.issues)
      layout = matched
      keeper.ignoredColumns = layout.ignored
      continue
    }
    if (row.cells.every(({ text, issue: found }) => text.trim() === '' && !found)) continue
    keeper.rows++
    if (keeper.rows > mostRows) throw new UnreadableFile(tooManyRows)
    const entry = readEntry(row, layout, options)
    if (entry === null || repeats(entry, row.number, seen, keeper)) continue
    batch.push({ number: row.number, entry })
    if (batch.length < batchSize) continue
    await store(batch, layout, options)
    batch = []
    await breath()
  }
  if (!layout) throw new UnknownColumns([noHeader])
  await store(batch, layout, options)
}

function readEntry(row: SheetRow, layout: Layout, { table, facts, today, keeper }: ImportOptions): Entry | null {
  const { values, problems } = readValues(layout, row)
  if (problems.length > 0) {
    keeper.refuse(row.number, problems)
    return null
  }
  const checked = table.check(values, facts, today)
  if ('entry' in checked) return checked.entry
  const told = checked.issues.map((found) => ({ header: headerOf(layout, found.path), issue: found }))
  keeper.refuse(row.number, told)
  return null
}

/** Whether an earlier row was about the same. */
function repeats(
  { key, row, creditCode, idNumber }: Entry,
  number: number,
  seen: Map<string, { readonly number: number; readonly content: string }>,
  keeper: ReportKeeper,
): boolean {
  // A ledger's number is its key, a record's are its matter and whom it is about.
  const subject = key.length === 1 ? '' : (idNumber ?? creditCode)
  const name = hash('sha256', JSON.stringify([subject, ...key]), 'base64')
  const content = hash('sha256', JSON.stringify([row, idNumber]), 'base64')
  const first = seen.get(name)
  if (!first) {
    seen.set(name, { number, content })
    return false
  }
  if (first.content === content) keeper.duplicates++
  else keeper.refuse(number, [{ header: null, issue: conflict(first.number) }])
  return true
}

async function store(items: readonly Item[], layout: Layout, options: ImportOptions): Promise<void> {
  const { table, keeper, writing, skipInvalid } = options
  if (items.length === 0) return
  const { added, changed, unchanged, refused } = await compareRows({ ...options, lock: writing !== null }, items)
  for (const { item, issue: found } of refused) {
    keeper.refuse(item.number, [{ header: headerOf(layout, table.idColumn), issue: found }])
  }
  keeper.added += added.length
  keeper.changed += changed.length
  keeper.unchanged += unchanged.length
  if (!writing || (keeper.invalid > 0 && !skipInvalid)) return
  await addRows(
    writing,
    added.map(({ entry }) => entry),
  )
  await changeRows(
    writing,
    changed.map(({ item, known }) => ({ entry: item.entry, known })),
  )
}

function headerOf({ columns }: Layout, name: string): string | null {
  return columns.find(({ column }) => column.name === name)?.header ?? null
}

const conflict = (row: number) =>
  issue(
    'ROW_CONFLICT',
    `与第 ${row} 行是同一对象而内容不同；请只保留正确的一行。`,
    `Row ${row} is about the same and says something else; keep the right one only.`,
  )

const noHeader = issue(
  'HEADER_MISSING',
  `前 ${headerRows} 行中找不到表头；请按模板填写列名，或用 mapping 指明。`,
  `None of the first ${headerRows} rows is a header; name the columns as the template does, or by mapping.`,
)

const tooManyRows = issue(
  'TOO_MANY_ROWS',
  `文件超过 ${mostRows} 行；请分成几个文件。`,
  `The file has more than ${mostRows} rows; split it.`,
)
