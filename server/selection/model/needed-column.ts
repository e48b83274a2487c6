import { type Sql, sql } from '../sql.js'
import type { Column } from './model.js'

/**
 * A column as a `typescript` field gets it from JSON: numbers of any size as text, to lose no digit, and instants in UTC,
 * as JSON would have them in the zone that the session has.
 */
export function neededColumn({ type }: Column, value: Sql): Sql {
  switch (type.replace(/\(.*/, '')) {
    case 'numeric':
    case 'bigint':
      return sql`${value}::text`
    case 'timestamptz':
      // To `to_char` infinity is nothing.
      return sql`case when isfinite(${value}) then to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') else ${value}::text end`
    default:
      return value
  }
}
