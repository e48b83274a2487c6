import { type Sql, sql } from './sql.js'

/** How a column's value is written into a cursor, at full precision, and what may come back in one. */
type SortForm = { readonly print: (value: Sql) => Sql; readonly accepts: (text: string) => boolean }

const int4 = 2 ** 31
const isInt: SortForm['accepts'] = (text) => /^-?\d{1,10}$/.test(text) && Number(text) >= -int4 && Number(text) < int4
const asText: SortForm['print'] = (value) => sql`${value}::text`
const text: SortForm = { print: (value) => value, accepts: isStorable }

const forms: Readonly<Record<string, SortForm>> = {
  text,
  varchar: text,
  int: { print: asText, accepts: isInt },
  smallint: { print: asText, accepts: (given) => isInt(given) && Math.abs(Number(given)) < 2 ** 15 },
  boolean: { print: asText, accepts: (given) => given === 'true' || given === 'false' },
  uuid: { print: asText, accepts: (given) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given) },
  numeric: { print: asText, accepts: (given) => /^-?\d{1,30}(\.\d{1,30})?$/.test(given) },
  date: {
    print: (value) => sql`to_char(${value}, 'YYYY-MM-DD')`,
    accepts: (given) => /^\d{4}-\d\d-\d\d$/.test(given) && exists(() => Temporal.PlainDate.from(given)),
  },
  timestamptz: {
    // JavaScript's dates would cut the microseconds, and rows of the same millisecond would be skipped.
    print: (value) => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    accepts: (given) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(given) && exists(() => Temporal.Instant.from(given)),
  },
}

/** The form of a column type; undefined for one that lists can't be ordered by. */
export function sortFormOf(columnType: string): SortForm | undefined {
  return forms[columnType.replace(/\(.*\)/, '')]
}

/** Whether PostgreSQL can hold a text: no NUL, and no half of a surrogate pair, which has no form in UTF-8. */
export function isStorable(given: string): boolean {
  return !given.includes('\0') && given.isWellFormed()
}

function exists(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
