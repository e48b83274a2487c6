import type { Issue } from '../issue.js'
import type { FormField } from './field.js'
import { fieldsOfRow, fieldsOfSection, type SectionName, type SectionOf } from './form.js'
import type { FieldPath, FormIssue } from './form-issue.js'
import { readIssues } from './read-issues.js'
import { type ReadOptions, readValue } from './read-value.js'

export type { FormIssue } from './form-issue.js'
export type { ReadOptions } from './read-value.js'

/** What a section says, and what in it can never be right. */
export type SectionReading<N extends SectionName> = {
  readonly value: SectionOf<N>
  readonly issues: readonly FormIssue[]
}

type Values = Readonly<Record<string, unknown>>
type Fields = Readonly<Record<string, FormField>>
type Reading = { readonly options: ReadOptions; readonly issues: FormIssue[] }

/** Fields that no two rows of a list may share. */
const unique: Readonly<Record<string, Readonly<Record<string, Issue>>>> = {
  Partner: { creditCode: readIssues.partnerTwice },
  YearPlan: { year: readIssues.yearTwice },
}

/**
 * Reads what was typed into a section: texts in one form (trimmed, composed, credit codes in upper case, amounts with two
 * decimals, phones of people as E.164), without what is empty, and everything in it that can never be right. What is
 * missing is no issue, so half-filled sections can be saved. A personal value that is masked is kept unread. A row without
 * a key gets none here. Fields that the section doesn't have are left out, and so is every value with an issue.
 *
 * Reading what was read gives the same. No issue repeats a value. Codes: those of the readers of lines, amounts, days,
 * months, phones, addresses, credit codes and identity documents, and those of `readIssues`.
 */
export function readSection<N extends SectionName>(
  section: N,
  input: SectionOf<N>,
  options: ReadOptions,
): SectionReading<N> {
  const reading: Reading = { options, issues: [] }
  const value = readFields(fieldsOfSection(section), input, [], reading) ?? {}
  return { value: value as SectionOf<N>, issues: reading.issues }
}

function readFields(fields: Fields, input: unknown, at: FieldPath, reading: Reading): Values | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    refuse(reading, at, readIssues.wrongType('一组字段', 'a group of fields'))
    return undefined
  }
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (!Object.hasOwn(input, name)) continue
    const given = (input as Values)[name]
    if (given === null || given === undefined) continue
    const value = readField(field, given, [...at, name], reading, input as Values)
    if (value !== undefined) values[name] = value
  }
  return values
}

function readField(field: FormField, given: unknown, at: FieldPath, reading: Reading, beside: Values): unknown {
  const { type } = field
  if (typeof type === 'object') {
    if ('list' in type) return readRows(type.list, given, field.max, at, reading)
    const group = readFields(fieldsOfRow(type.one), given, at, reading)
    return group && Object.keys(group).length > 0 ? group : undefined
  }
  const checked = readValue(field, given, reading.options, beside)
  if (checked?.ok) return checked.value
  for (const found of checked?.issues ?? []) refuse(reading, at, found)
  return undefined
}

function readRows(row: string, given: unknown, most: number | undefined, at: FieldPath, reading: Reading): unknown {
  if (!Array.isArray(given)) return refuse(reading, at, readIssues.wrongType('列表', 'a list'))
  if (most !== undefined && given.length > most) refuse(reading, at, readIssues.tooManyRows(most))
  const rows = given.map((item, index) => readFields(fieldsOfRow(row), item, [...at, String(index)], reading) ?? {})
  const alone: Readonly<Record<string, Issue>> = { key: readIssues.keyTwice, ...unique[row] }
  for (const [name, found] of Object.entries(alone)) refuseTwice(rows, name, found, at, reading)
  return rows.length > 0 ? rows : undefined
}

/** Whether two rows of a list have the same value in a field where no two may, such as two partners the same credit code. */
export function sharesUniqueValue(row: string, rows: readonly Values[]): boolean {
  return Object.keys(unique[row] ?? {}).some((name) => {
    const values = rows.flatMap((values) => values[name] ?? [])
    return new Set(values).size < values.length
  })
}

/** Refuses every row but the first that has a value. */
function refuseTwice(rows: readonly Values[], name: string, found: Issue, at: FieldPath, reading: Reading): void {
  const seen = new Set<unknown>()
  for (const [index, row] of rows.entries()) {
    const value = row[name]
    if (value === undefined) continue
    if (seen.has(value)) refuse(reading, [...at, String(index), name], found)
    seen.add(value)
  }
}

function refuse(reading: Reading, path: FieldPath, found: Issue): undefined {
  reading.issues.push({ ...found, path })
  return undefined
}
