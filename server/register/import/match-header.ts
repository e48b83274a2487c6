import type { Register } from '../../../schema/enums.js'
import { type Issue, issue } from '../../../schema/rules/issue.js'
import { type Column, columns as columnsOf } from './columns.js'
import type { SheetRow } from './sheet.js'

/** Where a file has which column. */
export type Layout = {
  readonly columns: readonly { readonly column: Column; readonly place: number; readonly header: string }[]
  /** Headers of columns that nothing is read from. */
  readonly ignored: readonly string[]
  /** Cells of the header. */
  readonly width: number
}

type Mapping = readonly { readonly column: string; readonly header: string }[]

/** Rows among which the header is looked for: sheets often have a title and notes above it. */
export const headerRows = 20

/** What is wrong with a mapping: columns that the register doesn't have. */
export function checkMapping(register: Register, mapping: Mapping): Issue[] {
  const known = columnsOf[register].map(({ name }) => name)
  return mapping
    .filter(({ column }) => !known.includes(column))
    .map(() =>
      issue(
        'COLUMN_UNKNOWN',
        `该登记簿没有这一列；可用的有：${known.join('、')}。`,
        `The register has no such column; it has ${known.join(', ')}.`,
      ),
    )
}

/** How many columns of a register a row names; a header names two and more. */
export function headersIn(register: Register, row: SheetRow, mapping: Mapping): number {
  return row.cells.filter(({ text }) => columnOf(register, text, mapping)).length
}

/** The layout that a header says, or what is missing or twice in it. */
export function matchHeader(register: Register, row: SheetRow, mapping: Mapping): Layout | { issues: Issue[] } {
  const found: { column: Column; place: number; header: string }[] = []
  const ignored: string[] = []
  const issues: Issue[] = []
  row.cells.forEach(({ text }, place) => {
    const header = text.trim()
    const column = columnOf(register, header, mapping)
    if (!column) {
      if (header !== '') ignored.push(header)
      return
    }
    const other = found.find((candidate) => candidate.column === column)
    if (other) issues.push(twice(other.header, header))
    else found.push({ column, place, header })
  })
  const has = (name: string) => found.some(({ column }) => column.name === name)
  const missing = columnsOf[register].filter(({ name, required }) => required && !has(name))
  for (const { name, headers } of missing) issues.push(missingColumn(name, headers[0] ?? name))
  if (register === 'INTEGRITY' && !has('creditCode') && !has('personIdNumber')) {
    issues.push(missingColumn('creditCode', '统一社会信用代码'))
  }
  return issues.length > 0 ? { issues } : { columns: found, ignored, width: row.cells.length }
}

function columnOf(register: Register, text: string, mapping: Mapping): Column | undefined {
  const known = columnsOf[register]
  const mapped = mapping.find(({ header }) => header.trim() === text.trim())
  if (mapped) return known.find(({ name }) => name === mapped.column)
  const written = plain(text)
  if (written === '') return undefined
  return known.find(
    ({ name, headers }) =>
      (name.toLowerCase() === written || headers.some((header) => plain(header) === written)) &&
      !mapping.some(({ column }) => column === name),
  )
}

/** Without blanks, remarks in brackets and marks of what has to be filled in. */
function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/\([^)]*\)|[\s*:_-]/g, '')
    .toLowerCase()
}

const twice = (one: string, other: string) =>
  issue(
    'COLUMN_TWICE',
    `“${one}”和“${other}”两列含义相同；请删去一列，或用 mapping 指明。`,
    `The columns "${one}" and "${other}" mean the same; take one out, or say in mapping which is meant.`,
  )

const missingColumn = (name: string, header: string) =>
  issue(
    'COLUMN_MISSING',
    `缺少“${header}”列；请补上，或用 mapping 指明哪一列是 ${name}。`,
    `The column "${header}" is missing; add it, or say in mapping which one is ${name}.`,
  )
