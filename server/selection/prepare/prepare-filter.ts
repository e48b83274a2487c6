import type { Condition } from '../intent.js'
import type { Column, EntityType } from '../model/model.js'
import type { BindValue } from '../sql.js'
import { type FilterValue, filterValue, type Operator } from './filter-values.js'
import { columnOf } from './prepare-window.js'

/** `value` is a place among the values; null stands for a condition that nothing can meet. */
export type Filter = {
  readonly column: Column
  readonly operator: Operator | 'in' | 'contains'
  readonly value: number
} | null

/**
 * A condition, checked; its value is added to `values`.
 * @throws GraphQLError BAD_USER_INPUT for a text that isn't written as the column's values are
 */
export function prepareFilter(type: EntityType, condition: Condition, values: BindValue[]): Filter {
  const column = columnOf(type, condition.field)
  const read = (operator: Operator, given: FilterValue) => filterValue(type, column, operator, given)
  if ('in' in condition) {
    const possible = condition.in.flatMap((given) => read('=', given) ?? [])
    return possible.length === 0 ? null : { column, operator: 'in', value: values.push(possible) - 1 }
  }
  if ('contains' in condition) {
    const part = read('=', condition.contains)
    return part === null ? null : { column, operator: 'contains', value: values.push(part) - 1 }
  }
  const [operator, given] =
    'is' in condition
      ? (['=', condition.is] as const)
      : 'from' in condition
        ? (['>=', condition.from] as const)
        : (['<=', condition.to] as const)
  const value = read(operator, given)
  return value === null ? null : { column, operator, value: values.push(value) - 1 }
}
