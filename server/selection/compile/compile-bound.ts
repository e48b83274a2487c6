import type { Bound, OrderStep } from '../prepare/prepare-read.js'
import type { Row } from '../selection.js'
import { type Sql, sql } from '../sql.js'
import { parameterType, type ValueAt } from './compile-conditions.js'

/** Which rows, seen from a cursor's row: those after or before it, or these with the row itself. */
type Side = 'after' | 'before' | 'onwards' | 'upTo'

/**
 * The condition that a row lies on one side of a cursor. Where a step of the order can be null, nulls lie where
 * PostgreSQL sorts them: after all values, or before them in a descending step.
 */
export function boundCondition(
  order: readonly OrderStep[],
  { first, nulls }: Bound,
  row: Row,
  valueAt: ValueAt,
  side: Side,
): Sql {
  const forward = side === 'after' || side === 'onwards'
  const included = side === 'onwards' || side === 'upTo'
  const from = (i: number): Sql => {
    const step = order[i]
    // Past the last step: the cursor's own row.
    if (!step) return included ? sql`true` : sql`false`
    const { column, descending } = step
    const value = row(column.path)
    const rising = descending !== forward
    if (nulls[i]) {
      const beyond = rising ? sql`false` : sql`${value} is not null`
      return sql`(${beyond} or (${value} is null and ${from(i + 1)}))`
    }
    const given = sql`${valueAt(first + i)}::${parameterType(column.type)}`
    const larger = rising ? sql`${value} > ${given}` : sql`${value} < ${given}`
    const beyond = rising && column.nullable ? sql`${larger} or ${value} is null` : larger
    const both = sql`(${beyond} or (${value} = ${given} and ${from(i + 1)}))`
    if (i > 0 || column.nullable) return both
    // The same once more, in a form that an index on the first column can use.
    return rising ? sql`${value} >= ${given} and ${both}` : sql`${value} <= ${given} and ${both}`
  }
  return from(0)
}
