import type { Order, Page } from '../intent.js'
import type { Column, EntityType } from '../model/model.js'
import { Unreadable } from '../model/unreadable.js'
import type { BindValue } from '../sql.js'
import { decodeCursor } from './cursor.js'
import { checkPage } from './page-arguments.js'
import type { Bound, OrderStep, Window } from './prepare-read.js'
import { sortFormOf } from './sort-forms.js'

/**
 * The order asked for, made total by the primary key; a field that was there before adds nothing.
 * @throws {Unreadable} for what lists can't be ordered by
 */
export function totalOrder(type: EntityType, order: readonly Order[]): OrderStep[] {
  const steps = new Map<Column, OrderStep>()
  for (const { field, direction } of order) {
    const column = columnOf(type, field)
    if (!sortFormOf(column.type)) {
      throw new Unreadable(
        `${type.entity.name}.${field} is of type ${column.type}, which lists can't be ordered by; order by another property, or by a leaf that casts it.`,
      )
    }
    if (!steps.has(column)) steps.set(column, { column, descending: direction === 'DESC' })
    if (column === type.key) break
  }
  const last = [...steps.values()].at(-1)
  if (!steps.has(type.key)) steps.set(type.key, { column: type.key, descending: last?.descending ?? false })
  return [...steps.values()]
}

/**
 * Size, direction and bounds of a page; the values of its cursors are added to `values`.
 * @throws GraphQLError BAD_USER_INPUT for a bad size or a cursor of another list
 */
export function prepareWindow(type: EntityType, order: readonly OrderStep[], page: Page, values: BindValue[]): Window {
  const bound = (argument: 'after' | 'before'): Bound | undefined => {
    const cursor = page[argument]
    if (cursor == null) return undefined
    const first = values.length
    const decoded = decodeCursor(type, order, cursor, argument)
    values.push(...decoded)
    return { first, nulls: decoded.map((value) => value === null) }
  }
  return { ...checkPage(page), after: bound('after'), before: bound('before') }
}

/** @throws {Unreadable} for a path that isn't there */
export function columnOf(type: EntityType, path: string): Column {
  const column = type.columns.get(path)
  if (!column) {
    // Without quotation marks, between which the log tells nothing.
    throw new Unreadable(
      `${type.entity.name}.${path} is no column; filter, order and group by properties of ${type.entity.name} and leaves of its selection.`,
    )
  }
  return column
}
