import { GroupsIntent, type Intent, NodeIntent, OneIntent, PageIntent } from '../intent.js'
import type { Column, EntityType, Model } from '../model/model.js'
import type { Selected } from '../model/nested-connections.js'
import { Unreadable } from '../model/unreadable.js'
import type { BindValue } from '../sql.js'
import { type Filter, prepareFilter } from './prepare-filter.js'
import { type NestedPage, prepareNested } from './prepare-nested.js'
import { columnOf, prepareWindow, totalOrder } from './prepare-window.js'
import { sortFormOf } from './sort-forms.js'

export type OrderStep = { readonly column: Column; readonly descending: boolean }

/** A cursor: where its values begin, and which of them are null. */
export type Bound = { readonly first: number; readonly nulls: readonly boolean[] }

export type Window = {
  readonly size: number
  readonly backward: boolean
  readonly after?: Bound
  readonly before?: Bound
}

/** An intent, checked, with its values apart from its shape: reads of one shape share a statement. */
export type PreparedRead = {
  readonly type: EntityType
  readonly filters: readonly Filter[]
  readonly order: readonly OrderStep[]
  /** Whether groups are wanted, one for each combination of what the order has. */
  readonly grouped: boolean
  /** For pages only. */
  readonly window: Window | undefined
  /** Pages of connections below the root; null for those that the request leaves out. */
  readonly nested: readonly (NestedPage | null)[]
  readonly values: readonly BindValue[]
  /** The shape as text. */
  readonly shape: string
}

/**
 * Checks an intent against the model; null for a node that can't exist.
 * @throws GraphQLError BAD_USER_INPUT for a page that can't be, a bad size or a cursor of another list, and for a
 * filter's value in a wrong form
 */
export function prepareRead(model: Model, intent: Intent, selected: Selected): PreparedRead | null {
  try {
    return intent instanceof NodeIntent ? prepareNode(model, intent, selected) : prepare(model, intent, selected)
  } catch (error) {
    // A mistake of the resolver's, which is known by its field.
    throw error instanceof Unreadable ? new Error(`${selected.fieldNodes[0]?.name.value}: ${error.message}`) : error
  }
}

function prepare(model: Model, intent: Exclude<Intent, NodeIntent>, selected: Selected): PreparedRead {
  const type = model.byEntity.get(intent.entity)
  if (!type) throw new Unreadable(`${intent.entity.name} has no selection; declare one.`)
  const values: BindValue[] = []
  const filters = intent.where.map((condition) => prepareFilter(type, condition, values))
  const grouped = intent instanceof GroupsIntent
  const order = intent instanceof GroupsIntent ? orderOfGroups(type, intent) : totalOrder(type, intent.order)
  const window = intent instanceof PageIntent ? prepareWindow(type, order, intent.page, values) : undefined
  const nested = prepareNested(model, selected, values)
  const read = { type, filters, grouped, order, window, nested }
  return { ...read, values, shape: shapeOf(read) }
}

function prepareNode(model: Model, { id }: NodeIntent, selected: Selected): PreparedRead | null {
  const end = id.indexOf(':')
  const type = model.types.get(id.slice(0, Math.max(0, end)))
  if (type?.fields.get('id')?.kind !== 'id') return null
  const key = id.slice(end + 1)
  // Only as PostgreSQL writes it, so that a row has one id.
  if (sortFormOf(type.key.type)?.parse(key) === undefined) return null
  const where = [{ field: type.key.path, is: key }]
  return prepare(model, new OneIntent(type.entity, where, [], undefined), selected)
}

function orderOfGroups(type: EntityType, { by }: GroupsIntent): OrderStep[] {
  return [...new Set(by)].map((path) => ({ column: columnOf(type, path), descending: false }))
}

function shapeOf({ type, filters, grouped, order, window, nested }: Omit<PreparedRead, 'values' | 'shape'>): string {
  const own = JSON.stringify([
    type.name,
    filters.map((filter) => filter && [filter.column.path, filter.operator]),
    grouped,
    order.map(({ column, descending }) => [column.path, descending]),
    window,
  ])
  return nested.length === 0 ? own : `[${[own, ...nested.map((page) => page?.shape ?? 'null')].join(',')}]`
}
