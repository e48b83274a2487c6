import { type FieldNode, GraphQLError } from 'graphql'
import type { Order, Page } from '../intent.js'
import type { ConnectionField, Model } from '../model/model.js'
import { type NestedConnection, nestedConnections, pathTo, type Selected } from '../model/nested-connections.js'
import type { BindValue } from '../sql.js'
import type { OrderStep, Window } from './prepare-read.js'
import { prepareWindow, totalOrder } from './prepare-window.js'

/** A page of a connection below the root, with the values of its cursors apart from its shape. */
type PreparedPage = {
  readonly connection: NestedConnection
  readonly order: readonly OrderStep[]
  readonly window: Window
  readonly values: readonly BindValue[]
  /** The shape as JSON. */
  readonly shape: string
}

/** `first` is where its values begin among the read's. */
export type NestedPage = PreparedPage & { readonly first: number }

/** Pages whose arguments are the same for all requests. */
const known = new WeakMap<NestedConnection, PreparedPage>()

/**
 * The pages that a document asks for below the root; null for one that can't be, in a part that a directive leaves out.
 * Their values are added to `values`.
 * @throws GraphQLError BAD_USER_INPUT with the place in the document, the response keys and the argument
 */
export function prepareNested(model: Model, selected: Selected, values: BindValue[]): readonly (NestedPage | null)[] {
  return nestedConnections(model, selected).map((connection) => {
    try {
      const page = known.get(connection) ?? preparePage(connection, selected)
      const first = values.length
      values.push(...page.values)
      return { ...page, first }
    } catch (error) {
      const path = pathTo(selected, connection.node)
      if (!path) return null
      throw error instanceof GraphQLError ? placed(error, connection.node, path) : error
    }
  })
}

function preparePage(connection: NestedConnection, { variableValues }: Selected): PreparedPage {
  const { field, args, fixed } = connection
  const { orderBy, ...asked } = args(variableValues) as Page & { orderBy?: readonly Order[] | null }
  const order = orderOf(field, orderBy ?? [])
  const values: BindValue[] = []
  const window = prepareWindow(field.rows.target, order, asked, values)
  const shape = JSON.stringify([order.map(({ column, descending }) => [column.path, descending]), window])
  const page = { connection, order, window, values, shape }
  if (fixed) known.set(connection, page)
  return page
}

function orderOf({ rows: { target } }: ConnectionField, asked: readonly Order[]): readonly OrderStep[] {
  const own = target.order.map(({ path }) => ({ field: path, direction: 'ASC' as const }))
  return totalOrder(target, asked.length > 0 ? asked : own)
}

/** A refusal with the place of its field, which the root couldn't tell. */
function placed(
  { message, extensions }: GraphQLError,
  nodes: FieldNode,
  path: readonly (string | number)[],
): GraphQLError {
  return new GraphQLError(message, { nodes, path, extensions })
}
