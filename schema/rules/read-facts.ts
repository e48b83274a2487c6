import { type FieldPlan, factPlan } from './fact-plan.js'
import type { FactField } from './facts.js'
import { type Issue, issue } from './issue.js'
import { parseLocalDate } from './local-date.js'
import { parseMoney } from './money.js'
import { Fact, ListedObject, type RuleValue } from './rule-value.js'

/** Something wrong with a fact; `path` is the fact's name, such as `budget.expenditure.specialFunds`. */
export type FactIssue = Issue & { readonly path: string }

/** Facts by place (see fact-plan.ts), those of objects in lists apart, and everything wrong with them. */
export type FactReading = {
  readonly values: readonly (RuleValue | undefined)[]
  readonly listed: readonly Fact[]
  readonly issues: readonly FactIssue[]
}

/**
 * Reads facts from outside. `before` are the values of a case of which no facts are known. Issues come in the table's
 * order: a value of the wrong type (FACT_TYPE), an unknown enum value (FACT_VALUE_UNKNOWN), a negative count
 * (NEGATIVE_COUNT), one too large to be exact (COUNT_TOO_LARGE), and the refusals of `parseMoney` and `parseLocalDate`.
 * Missing and null facts are fine; unknown keys are not looked at.
 */
export function readFacts(facts: unknown, before: readonly (RuleValue | undefined)[]): FactReading {
  const reader: Reader = { values: before.slice(), listed: [], issues: [] }
  readObject(factPlan, facts, '', 0, reader)
  return reader
}

type Reader = {
  readonly values: (RuleValue | undefined)[]
  readonly listed: Fact[]
  readonly issues: FactIssue[]
}

/** `path` is where the object stands, `first` what its facts' places are counted from. */
function readObject(plan: readonly FieldPlan[], given: unknown, path: string, first: number, reader: Reader): void {
  if (given === null || given === undefined) return
  if (typeof given !== 'object' || Array.isArray(given)) {
    wrongType(reader, path, '一组事实', 'a group of facts')
    return
  }
  for (const field of plan) {
    if (!Object.hasOwn(given, field.name)) continue
    const value = (given as Record<string, unknown>)[field.name]
    if (value === null || value === undefined) continue
    // In a list the object's own path comes before its fields'.
    const name = field.path.startsWith('.') ? path + field.path : field.path
    if (field.object) readObject(field.object, value, name, first, reader)
    else reader.values[first + field.place] = readValue(field, value, name, reader)
  }
}

function readValue({ field, list, of, elements }: FieldPlan, value: unknown, path: string, reader: Reader) {
  if (!list) return readScalar(of, field, value, path, reader)
  if (!Array.isArray(value)) return wrongType(reader, path, '列表', 'a list')
  return value.map((item, index): RuleValue => {
    const at = `${path}[${index}]`
    if (item === null || item === undefined) return wrongType(reader, at, '非空的值', 'a value, not null') ?? ''
    return elements ? readListed(elements, item, at, reader) : (readScalar(of, field, item, at, reader) ?? '')
  })
}

function readListed(plan: readonly FieldPlan[], item: unknown, path: string, reader: Reader): ListedObject {
  const first = reader.values.length
  for (const { path: below, field, format } of plan) {
    reader.listed.push(new Fact(path + below, field, format))
    reader.values.push(undefined)
  }
  readObject(plan, item, path, first, reader)
  return new ListedObject(first)
}

function readScalar(type: string, field: FactField, value: unknown, path: string, reader: Reader) {
  switch (type) {
    case 'bool':
      return typeof value === 'boolean' ? value : wrongType(reader, path, 'true 或 false', 'true or false')
    case 'int':
      return readCount(value, path, reader)
    case 'money':
      if (typeof value !== 'string')
        return wrongType(reader, path, '金额文本，例如 "1000000.00"', 'an amount as text, such as "1000000.00"')
      return take(parseMoney(value), path, reader)
    case 'date':
      if (typeof value !== 'string')
        return wrongType(reader, path, '日期文本，例如 "2023-07-14"', 'a day as text, such as "2023-07-14"')
      return take(parseLocalDate(value), path, reader)
    default:
      return readText(field, value, path, reader)
  }
}

function readCount(value: unknown, path: string, reader: Reader): bigint | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return wrongType(reader, path, '整数', 'a whole number')
  if (value < 0) {
    return refuse(reader, path, issue('NEGATIVE_COUNT', '数量不能为负数。', 'The count must not be negative.'))
  }
  if (!Number.isSafeInteger(value)) {
    return refuse(reader, path, issue('COUNT_TOO_LARGE', '数量过大，请核对。', 'The count is too large; check it.'))
  }
  return BigInt(value)
}

function readText(field: FactField, value: unknown, path: string, reader: Reader): string | undefined {
  if (typeof value !== 'string') return wrongType(reader, path, '文本', 'a text')
  if (!field.values || field.values.of.includes(value)) return value
  const known = field.values.of.join(', ')
  return refuse(
    reader,
    path,
    issue('FACT_VALUE_UNKNOWN', `请填写下列取值之一：${known}。`, `Give one of these values: ${known}.`),
  )
}

function take<Value>(
  checked: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly issues: readonly Issue[] },
  path: string,
  reader: Reader,
): Value | undefined {
  if (checked.ok) return checked.value
  for (const found of checked.issues) refuse(reader, path, found)
  return undefined
}

function wrongType(reader: Reader, path: string, zhCN: string, en: string): undefined {
  return refuse(reader, path, issue('FACT_TYPE', `这里应填写${zhCN}。`, `Give ${en} here.`))
}

function refuse(reader: Reader, path: string, found: Issue): undefined {
  reader.issues.push({ ...found, path })
  return undefined
}
