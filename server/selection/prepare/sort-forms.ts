import { type Sql, sql } from '../sql.js'

/**
 * How the values of a column type stand in cursors and global ids, in full precision: PostgreSQL writes them there, and
 * takes them back from there. What it can hold beside ordinary values, such as `infinity`, stands there as well.
 */
export type SortForm = {
  /** PostgreSQL's name of the type in which values are compared. */
  readonly type: string
  /** The value for json_build_array, which makes a text of it. */
  readonly print: (value: Sql) => Sql
  /** The value for PostgreSQL from what it has printed; undefined for a text that it hasn't. */
  readonly parse: (text: string) => string | undefined
}

const asText: SortForm['print'] = (value) => sql`${value}::text`
const text: SortForm = {
  type: 'text',
  print: (value) => value,
  parse: (given) => (isStorable(given) ? given : undefined),
}

const forms: Readonly<Record<string, SortForm>> = {
  text,
  varchar: text,
  smallint: wholeNumber(16n),
  int: wholeNumber(32n),
  bigint: wholeNumber(64n),
  boolean: { type: 'boolean', print: asText, parse: (given) => matching(/^(?:true|false)$/, given) },
  uuid: {
    type: 'uuid',
    print: asText,
    parse: (given) => matching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, given),
  },
  // Compared without a scale: a value in the column's own would be rounded, or too large for it.
  numeric: { type: 'numeric', print: asText, parse: parseNumeric },
  // As JSON has them, days and instants don't depend on the session's style of dates.
  date: { type: 'date', print: (value) => value, parse: parseDay },
  timestamptz: { type: 'timestamptz', print: (value) => sql`${value} at time zone 'UTC'`, parse: parseInstant },
}

/** The form of a column type; undefined for one that lists can't be ordered or filtered by. */
export function sortFormOf(columnType: string): SortForm | undefined {
  return forms[columnType.replace(/\(.*\)/, '')]
}

/** Whether PostgreSQL can hold a text: no NUL, and no half of a surrogate pair, which has no form in UTF-8. */
export function isStorable(given: string): boolean {
  return !given.includes('\0') && given.isWellFormed()
}

/** Compared as bigint whatever the column is, so that a number beyond its type is simply not found. */
function wholeNumber(bits: bigint): SortForm {
  const end = 2n ** (bits - 1n)
  const parse = (given: string) => {
    if (!/^(?:0|-?[1-9]\d{0,18})$/.test(given)) return undefined
    return BigInt(given) >= -end && BigInt(given) < end ? given : undefined
  }
  return { type: 'bigint', print: asText, parse }
}

/** PostgreSQL's own limits: 131,072 digits before the point and 16,383 after it. */
function parseNumeric(given: string): string | undefined {
  if (/^(?:NaN|-?Infinity)$/.test(given)) return given
  const [, whole, fraction = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(given) ?? []
  return whole !== undefined && whole.length <= 131_072 && fraction.length <= 16_383 ? given : undefined
}

const infinite = /^-?infinity$/
const lastYears = { date: 5_874_897, timestamptz: 294_276 }

function parseDay(given: string): string | undefined {
  const [, day = '', era] = /^(\d+-\d\d-\d\d)( BC)?$/.exec(given) ?? []
  return isDay(day, era !== undefined, lastYears.date) ? given : matching(infinite, given)
}

/** PostgreSQL takes an instant without a zone as one of the session's. */
function parseInstant(given: string): string | undefined {
  const parts = /^(\d+-\d\d-\d\d)(T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?)( BC)?$/.exec(given)
  const [, day = '', time = '', era] = parts ?? []
  if (!isDay(day, era !== undefined, lastYears.timestamptz)) return matching(infinite, given)
  return `${day}${time}Z${era ?? ''}`
}

/** Whether a day is one of PostgreSQL's: from 24 November 4714 BC on, without a year 0. */
function isDay(text: string, beforeChrist: boolean, lastYear: number): boolean {
  const [, yearText = '', rest = ''] = /^(\d{4}|[1-9]\d{4,6})-(.+)$/.exec(text) ?? []
  const year = Number(yearText)
  if (year < 1 || (beforeChrist ? year > 4714 || (year === 4714 && rest < '11-24') : year > lastYear)) return false
  // The calendar is the same every 400 years, and JavaScript's has fewer of them.
  const astronomical = beforeChrist ? 1 - year : year
  const alike = 2000 + (((astronomical % 400) + 400) % 400)
  try {
    Temporal.PlainDate.from(`${alike}-${rest}`)
    return true
  } catch {
    return false
  }
}

function matching(pattern: RegExp, given: string): string | undefined {
  return pattern.test(given) ? given : undefined
}
