import type { FieldNode, GraphQLObjectType } from 'graphql'
import type { EntityType } from '../model/model.js'
import { cursorOf } from '../prepare/cursor.js'
import type { OrderStep, Window } from '../prepare/prepare-read.js'
import type { Row } from '../selection.js'
import { all, identifier, integer, join, literal, type Sql, sql } from '../sql.js'
import { boundCondition } from './compile-bound.js'
import { orderBy, type ValueAt } from './compile-conditions.js'
import {
  type Compilation,
  compileObject,
  named,
  objectOf,
  objectTypeOf,
  type Rows,
  rowOf,
  select,
} from './compile-fields.js'

/** A list whose page is asked for. */
export type PagedList = {
  readonly type: EntityType
  readonly order: readonly OrderStep[]
  readonly window: Window
  /** The values of its cursors. */
  readonly valueAt: ValueAt
  /** The rows of the whole list, under another alias each time. */
  readonly rows: () => Rows
  /** How many there are. */
  readonly totalCount: () => Sql
}

/** What the parts of a connection are compiled from. */
type PageParts = {
  readonly c: Compilation
  readonly list: PagedList
  /** The rows of the page, and one more to know whether there are any. */
  readonly rows: Sql
  readonly row: Row
  /** The columns that the parts read of these rows, by path. */
  readonly used: Set<string>
}

/** A connection as JSON. Its rows are found once, however many of its parts are selected. */
export function compilePage(
  c: Compilation,
  connection: GraphQLObjectType,
  list: PagedList,
  nodes: readonly FieldNode[],
): Sql {
  const rows = identifier(`page${c.aliases++}`)
  const used = new Set<string>()
  const parts: PageParts = { c, list, rows, row: rowOf(c, list.type, rows, used), used }
  const columns = [...select(c, connection, nodes)].map(([key, selected]) =>
    named(compilePart(parts, connection, selected), key),
  )
  return sql`(with ${rows} as (${pageRows(parts)}) ${objectOf(sql`select ${join(columns, ', ')}`)})`
}

function pageRows({ list, used }: PageParts): Sql {
  const { window, valueAt } = list
  const { row, from, conditions } = list.rows()
  const order = orderBy(list.order, row, window.backward)
  const bounds = [
    ...(window.after ? [boundCondition(list.order, window.after, row, valueAt, 'after')] : []),
    ...(window.before ? [boundCondition(list.order, window.before, row, valueAt, 'before')] : []),
  ]
  const where = all([...conditions, ...bounds])
  const own = [...used].map((path) => row(path))
  const number = sql`row_number() over (order by ${order}) as ${place}`
  return sql`select ${join([...own, number], ', ')} from ${from} where ${where} order by ${order} limit ${integer(window.size + 1)}`
}

/** Place of a row in its page, counted from where the page begins. */
const place = identifier('~place')

function compilePart(
  parts: PageParts,
  connection: GraphQLObjectType,
  nodes: readonly [FieldNode, ...FieldNode[]],
): Sql {
  const { c, list, row } = parts
  const name = nodes[0].name.value
  switch (name) {
    case '__typename':
      return literal(connection.name)
    case 'totalCount':
      return list.totalCount()
    case 'nodes': {
      const columns = compileObject(c, objectTypeOf(connection, name), list.type.fields, row, list.type, nodes)
      return sql`array(${objectOf(inPage(parts, columns))})`
    }
    case 'edges':
      return sql`array(${objectOf(inPage(parts, edgeColumns(parts, objectTypeOf(connection, name), nodes)))})`
    default:
      return sql`(${objectOf(sql`select ${pageInfoColumns(parts, objectTypeOf(connection, name), nodes)}`)})`
  }
}

function inPage({ rows, list: { window } }: PageParts, columns: Sql): Sql {
  const direction = window.backward ? sql` desc` : sql``
  return sql`select ${columns} from ${rows} where ${place} <= ${integer(window.size)} order by ${place}${direction}`
}

function edgeColumns({ c, list, row }: PageParts, edge: GraphQLObjectType, nodes: readonly FieldNode[]): Sql {
  const columns = [...select(c, edge, nodes)].map(([key, selected]) => {
    const name = selected[0].name.value
    if (name === '__typename') return named(literal(edge.name), key)
    if (name === 'cursor') return named(cursorOf(list.type, list.order, row), key)
    const node = compileObject(c, objectTypeOf(edge, name), list.type.fields, row, list.type, selected)
    return named(sql`(${objectOf(sql`select ${node}`)})`, key)
  })
  return join(columns, ', ')
}

function pageInfoColumns(parts: PageParts, pageInfo: GraphQLObjectType, nodes: readonly FieldNode[]): Sql {
  const columns = [...select(parts.c, pageInfo, nodes)].map(([key, selected]) =>
    named(pageInfoPart(parts, pageInfo, selected[0].name.value), key),
  )
  return join(columns, ', ')
}

function pageInfoPart(parts: PageParts, pageInfo: GraphQLObjectType, name: string): Sql {
  const { backward } = parts.list.window
  switch (name) {
    case '__typename':
      return literal(pageInfo.name)
    case 'hasNextPage':
      return backward ? isRowBeyond(parts, 'before') : isRowLeft(parts, isRowBeyond(parts, 'before'))
    case 'hasPreviousPage':
      return backward ? isRowLeft(parts, isRowBeyond(parts, 'after')) : isRowBeyond(parts, 'after')
    case 'startCursor':
      return endOfPage(parts, backward ? 'last' : 'first')
    default:
      return endOfPage(parts, backward ? 'first' : 'last')
  }
}

/** Whether the window goes on in the direction of the page, within its bounds or beyond them. */
function isRowLeft({ rows, list: { window } }: PageParts, beyond: Sql): Sql {
  return sql`(exists (select from ${rows} where ${place} > ${integer(window.size)}) or ${beyond})`
}

/** Whether the list has rows on the other side of a cursor, its own row included. */
function isRowBeyond({ list }: PageParts, side: 'after' | 'before'): Sql {
  const bound = list.window[side]
  if (!bound) return sql`false`
  const { row, from, conditions } = list.rows()
  const beyond = boundCondition(list.order, bound, row, list.valueAt, side === 'after' ? 'upTo' : 'onwards')
  return sql`exists (select from ${from} where ${all([...conditions, beyond])})`
}

function endOfPage({ list, rows, row }: PageParts, end: 'first' | 'last'): Sql {
  const direction = end === 'last' ? sql` desc` : sql``
  const only = sql`select * from ${rows} where ${place} <= ${integer(list.window.size)} order by ${place}${direction} limit 1`
  return sql`(select ${cursorOf(list.type, list.order, row)} from (${only}) as ${rows})`
}
