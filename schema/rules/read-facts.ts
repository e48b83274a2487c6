import { type FactField, factTypes } from './facts.js'
import { type Issue, issue } from './issue.js'
import { parseLocalDate } from './local-date.js'
import { parseMoney } from './money.js'
import { Fact, type FactFormat, type FactObject, type RuleValue } from './rule-value.js'

/** Something wrong with a fact; `path` is the fact's name, such as `budget.expenditure.specialFunds`. */
export type FactIssue = Issue & { readonly path: string }

/** Facts in the form that rules read, and everything wrong with them. */
export type FactReading = { readonly object: FactObject; readonly issues: readonly FactIssue[] }

/**
 * Reads facts from outside. Issues come in the table's order: a value of the wrong type (FACT_TYPE), an unknown
 * enum value (FACT_VALUE_UNKNOWN), a negative count (NEGATIVE_COUNT), one too large to be exact (COUNT_TOO_LARGE), and
 * the refusals of `parseMoney` and `parseLocalDate`. Missing and null facts are fine; unknown keys are not looked at.
 */
export function readFacts(facts: unknown): FactReading {
  const reader: Reader = { issues: [] }
  return { object: readObject(plan, facts, '', '', reader), issues: reader.issues }
}

type Reader = { readonly issues: FactIssue[] }

/** How an object of facts is read; `none` is what it is while nobody has given anything of it. */
type Plan = { readonly fields: readonly FieldPlan[]; readonly none: FactObject }

/** `path` begins with a dot for objects in a list, whose own path comes before it. */
type FieldPlan = {
  readonly name: string
  readonly path: string
  readonly field: FactField
  readonly format: FactFormat
  /** Whether it is a list, and the type of its values; empty for objects. */
  readonly list: boolean
  readonly of: string
  /** For an object. */
  readonly object: Plan | null
  /** For a list of objects. */
  readonly elements: Plan | null
  readonly none: Fact | FactObject
}

// The table is worked out once, and facts that are missing are made once: most of them are, while a form is filled in.
const plan = planOf('Facts', '')

function planOf(type: string, prefix: string): Plan {
  const table: Record<string, Record<string, FactField>> = factTypes
  const fields = Object.entries(table[type] ?? {}).map(([name, field]): FieldPlan => {
    const path = `${prefix}${name}`
    const { type: kind } = field
    const format = formatOf(kind)
    const fact = new Fact(path, field, format, undefined)
    const object = typeof kind === 'object' && 'one' in kind ? planOf(kind.one, `${path}.`) : null
    const elements = typeof kind === 'object' && 'list' in kind ? planOf(kind.list, '.') : null
    const list = elements !== null || (typeof kind === 'string' && kind.startsWith('list<'))
    const of = typeof kind === 'object' ? '' : list ? kind.slice('list<'.length, -1) : kind
    return { name, path, field, format, list, of, object, elements, none: object?.none ?? fact }
  })
  return { fields, none: Object.fromEntries(fields.map(({ name, none }) => [name, none])) }
}

/** `path` is where the object stands; `list` is what comes before its fields' paths, if it stands in a list. */
function readObject({ fields, none }: Plan, given: unknown, path: string, list: string, reader: Reader): FactObject {
  if (given === null || given === undefined) return none
  if (typeof given !== 'object' || Array.isArray(given)) {
    wrongType(reader, path, '一组事实', 'a group of facts')
    return none
  }
  const object: Record<string, Fact | FactObject> = {}
  for (const field of fields) {
    const value = Object.hasOwn(given, field.name) ? (given as Record<string, unknown>)[field.name] : undefined
    object[field.name] = readField(field, value, list, reader)
  }
  return object
}

function readField(planned: FieldPlan, value: unknown, list: string, reader: Reader): Fact | FactObject {
  const { path, field, format, object, none } = planned
  const known = value !== null && value !== undefined
  if (!known && list === '') return none
  const name = `${list}${path}`
  if (object) return readObject(object, value, name, list, reader)
  return new Fact(name, field, format, known ? readValue(planned, value, name, reader) : undefined)
}

function formatOf(type: FactField['type']): FactFormat {
  if (typeof type === 'object') return 'count'
  if (type === 'money') return 'money'
  if (type === 'list<money>') return 'moneys'
  return type.startsWith('list<') ? 'list' : 'plain'
}

function readValue({ field, list, of, elements }: FieldPlan, value: unknown, path: string, reader: Reader) {
  if (!list) return readScalar(of, field, value, path, reader)
  if (!Array.isArray(value)) return wrongType(reader, path, '列表', 'a list')
  return value.map((item, index): RuleValue => {
    const at = `${path}[${index}]`
    if (item === null || item === undefined) return wrongType(reader, at, '非空的值', 'a value, not null') ?? ''
    return (elements ? readObject(elements, item, at, at, reader) : readScalar(of, field, item, at, reader)) ?? ''
  })
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
