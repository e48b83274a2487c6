import type { LocalizedText } from '../../../schema/rules/localized-text.js'
import { instantPattern } from '../../../schema/rules/moment.js'
import type { Column, EntityType } from '../model/model.js'
import { refusal } from '../refusal.js'
import { isStorable } from './sort-forms.js'

/** A condition's value as a resolver gives it, and as PostgreSQL gets it. */
export type FilterValue = string | number | boolean

export type Operator = '=' | '>=' | '<='

/**
 * How values for a column of a type may be written. `read` gives the value for PostgreSQL; null if nothing in the database
 * can meet the condition; undefined if it isn't written as a value of this type.
 */
type Reader = {
  readonly wants: LocalizedText
  readonly read: (given: FilterValue, operator: Operator) => FilterValue | null | undefined
}

const text: Reader = {
  wants: { 'zh-CN': '文本', en: 'a text' },
  read: (given) => (typeof given === 'string' ? (isStorable(given) ? given : null) : undefined),
}
const wholeNumber: Reader = { wants: { 'zh-CN': '整数', en: 'a whole number' }, read: readWholeNumber }

const readers: Readonly<Record<string, Reader>> = {
  text,
  varchar: text,
  smallint: wholeNumber,
  int: wholeNumber,
  bigint: wholeNumber,
  boolean: {
    wants: { 'zh-CN': '是或否', en: 'true or false' },
    read: (given) => (typeof given === 'boolean' ? given : undefined),
  },
  uuid: { wants: { 'zh-CN': 'UUID', en: 'a UUID' }, read: readUuid },
  numeric: { wants: { 'zh-CN': '十进制数，例如 1000000.00', en: 'a number such as 1000000.00' }, read: readNumeric },
  date: { wants: { 'zh-CN': '日期，例如 2023-06-01', en: 'a day such as 2023-06-01' }, read: readDay },
  timestamptz: {
    wants: {
      'zh-CN': '带时区的时间，例如 2023-07-14T17:00:00+08:00',
      en: 'an instant with its offset, such as 2023-07-14T17:00:00+08:00',
    },
    read: readInstant,
  },
}

/**
 * A condition's value for PostgreSQL; null if no row can meet the condition, such as a number beyond all of the column's
 * type or a key that isn't written as one.
 * @throws GraphQLError BAD_USER_INPUT naming the field, for a text that isn't written as the column's values are
 * @throws Error for a column that can't be filtered by, and for a value of another kind than the column's
 */
export function filterValue(
  type: EntityType,
  column: Column,
  operator: Operator,
  given: FilterValue,
): FilterValue | null {
  const reader = readers[column.type.replace(/\(.*\)/, '')]
  if (!reader) throw new Error(`${type.name} can't be filtered by "${column.path}" of type ${column.type}.`)
  const value = reader.read(given, operator)
  if (value !== undefined) return value
  const { wants } = reader
  if (typeof given !== 'string') {
    throw new Error(`${type.name} is filtered by "${column.path}" with a ${typeof given}; give ${wants.en}.`)
  }
  throw refusal(
    'BAD_USER_INPUT',
    {
      'zh-CN': `按“${column.path}”过滤所给的值格式不对，应为${wants['zh-CN']}。`,
      en: `The value to filter "${column.path}" by is not in the right form; give ${wants.en}.`,
    },
    [column.path],
  )
}

const least = -(2n ** 63n)
const greatest = 2n ** 63n - 1n

/** Keys come from ids, where a text of another form is the key of no row. */
function readWholeNumber(given: FilterValue, operator: Operator): FilterValue | null | undefined {
  if (typeof given === 'number' && Number.isSafeInteger(given)) return given
  if (typeof given === 'string' && !/^(?:0|-?[1-9]\d*)$/.test(given)) return operator === '=' ? null : undefined
  const number = toBigInt(given, operator)
  if (number === undefined || number === null) return number
  const beyond = operator === '>=' ? number > greatest : operator === '<=' ? number < least : number !== clamp(number)
  return beyond ? null : String(clamp(number))
}

function toBigInt(given: FilterValue, operator: Operator): bigint | null | undefined {
  if (typeof given === 'string')
    return given.length > 20 ? (given.startsWith('-') ? least : greatest) * 2n : BigInt(given)
  if (typeof given !== 'number' || !Number.isFinite(given)) return undefined
  if (operator === '=') return Number.isInteger(given) ? BigInt(given) : null
  return BigInt(operator === '>=' ? Math.ceil(given) : Math.floor(given))
}

function clamp(number: bigint): bigint {
  return number < least ? least : number > greatest ? greatest : number
}

function readUuid(given: FilterValue, operator: Operator): FilterValue | null | undefined {
  if (typeof given !== 'string') return undefined
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given)) return given.toLowerCase()
  return operator === '=' ? null : undefined
}

/** A thousand digits are as many as a column can have that says how many. */
function readNumeric(given: FilterValue): FilterValue | null | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given : undefined
  if (typeof given !== 'string' || !/^[+-]?\d+(?:\.\d+)?$/.test(given)) return undefined
  return given.length <= 1_000 ? given : null
}

function readDay(given: FilterValue): FilterValue | undefined {
  if (typeof given !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(given)) return undefined
  return reading(() => withEra(Temporal.PlainDate.from(given).toString()))
}

/** To the microsecond, which is as fine as PostgreSQL's instants are: what lies between two of them is none. */
function readInstant(given: FilterValue, operator: Operator): FilterValue | null | undefined {
  if (typeof given !== 'string' || !instantPattern.test(given)) return undefined
  return reading(() => {
    const instant = Temporal.Instant.from(given)
    if (operator === '=' && instant.epochNanoseconds % 1_000n !== 0n) return null
    const roundingMode = operator === '>=' ? 'ceil' : 'floor'
    return withEra(instant.toString({ smallestUnit: 'microsecond', roundingMode }))
  })
}

/** PostgreSQL knows no year 0 and no year with a sign: before the year 1 comes 1 BC. */
function withEra(iso: string): string {
  const [, year = '', rest = ''] = /^([+-]?\d+)(-.+)$/.exec(iso) ?? []
  const number = Number(year)
  const written = String(number > 0 ? number : 1 - number).padStart(4, '0')
  return `${written}${rest}${number > 0 ? '' : ' BC'}`
}

/** Undefined for what the calendar doesn't have. */
function reading<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
