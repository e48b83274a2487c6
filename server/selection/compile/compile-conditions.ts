import type { OrderStep, PreparedRead } from '../prepare/prepare-read.js'
import { sortFormOf } from '../prepare/sort-forms.js'
import type { Row } from '../selection.js'
import { join, type Sql, sql, typeName } from '../sql.js'

/** The parameter for a place among a read's values. */
export type ValueAt = (place: number) => Sql

/** The filters of a read as conditions on a row. */
export function filterConditions({ filters }: PreparedRead, row: Row, valueAt: ValueAt): Sql[] {
  return filters.map((filter) => {
    if (!filter) return sql`false`
    const { column, operator, value } = filter
    const type = parameterType(column.type)
    switch (operator) {
      case 'in':
        return sql`${row(column.path)} = any(${valueAt(value)}::${type}[])`
      case 'contains':
        return sql`strpos(lower(${row(column.path)}), lower(${valueAt(value)}::${type})) > 0`
      case '=':
        return sql`${row(column.path)} = ${valueAt(value)}::${type}`
      case '>=':
        return sql`${row(column.path)} >= ${valueAt(value)}::${type}`
      case '<=':
        return sql`${row(column.path)} <= ${valueAt(value)}::${type}`
    }
  })
}

/** The order's steps as `order by` takes them. PostgreSQL puts nulls last, and first where it goes down. */
export function orderBy(order: readonly OrderStep[], row: Row, backward = false): Sql {
  const steps = order.map(({ column, descending }) =>
    descending === backward ? row(column.path) : sql`${row(column.path)} desc`,
  )
  return join(steps, ', ')
}

/** PostgreSQL's name of the type in which a column of a type is compared. @throws Error for what can't be compared */
export function parameterType(columnType: string): Sql {
  const form = sortFormOf(columnType)
  if (!form) throw new Error(`Columns of type ${columnType} can't be compared.`)
  return typeName(form.type)
}
