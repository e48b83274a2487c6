import type { FieldNode, GraphQLObjectType } from 'graphql'
import { boundCondition } from './compile-bound.js'
import { filterConditions, orderBy, type ValueAt } from './compile-conditions.js'
import { totalCount } from './compile-counts.js'
import {
  type Compilation,
  compileObject,
  named,
  objectOf,
  objectTypeOf,
  readFrom,
  rowOf,
  select,
} from './compile-fields.js'
import { cursorOf } from './cursor.js'
import type { PreparedRead, Window } from './prepare-read.js'
import type { Row } from './selection.js'
import { all, identifier, integer, join, literal, type Sql, sql } from './sql.js'

/** What the parts of a connection are compiled from. */
type PageParts = {
  readonly c: Compilation
  readonly read: PreparedRead
  readonly window: Window
  readonly valueAt: ValueAt
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
  read: PreparedRead,
  window: Window,
  nodes: readonly FieldNode[],
  valueAt: ValueAt,
): Sql {
  const rows = identifier(`page${c.aliases++}`)
  const used = new Set<string>()
  const parts: PageParts = { c, read, window, valueAt, rows, row: rowOf(c, read.type, rows, used), used }
  const columns = [...select(c, connection, nodes)].map(([key, selected]) =>
    named(compilePart(parts, connection, selected), key),
  )
  return sql`(with ${rows} as (${pageRows(parts)}) ${objectOf(sql`select ${join(columns, ', ')}`)})`
}

function pageRows({ c, read, window, valueAt, used }: PageParts): Sql {
  const { row, from, visible } = readFrom(c, read.type)
  const order = orderBy(read.order, row, window.backward)
  const bounds = [
    ...(window.after ? [boundCondition(read.order, window.after, row, valueAt, 'after')] : []),
    ...(window.before ? [boundCondition(read.order, window.before, row, valueAt, 'before')] : []),
  ]
  const where = all([...filterConditions(read, row, valueAt), ...visible, ...bounds])
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
  const { c, read, row } = parts
  const name = nodes[0].name.value
  switch (name) {
    case '__typename':
      return literal(connection.name)
    case 'totalCount':
      return totalCount(c, read, parts.valueAt)
    case 'nodes': {
      const columns = compileObject(c, objectTypeOf(connection, name), read.type.fields, row, read.type, nodes)
      return sql`array(${objectOf(inPage(parts, columns))})`
    }
    case 'edges':
      return sql`array(${objectOf(inPage(parts, edgeColumns(parts, objectTypeOf(connection, name), nodes)))})`
    default:
      return sql`(${objectOf(sql`select ${pageInfoColumns(parts, objectTypeOf(connection, name), nodes)}`)})`
  }
}

function inPage({ rows, window }: PageParts, columns: Sql): Sql {
  const direction = window.backward ? sql` desc` : sql``
  return sql`select ${columns} from ${rows} where ${place} <= ${integer(window.size)} order by ${place}${direction}`
}

function edgeColumns({ c, read, row }: PageParts, edge: GraphQLObjectType, nodes: readonly FieldNode[]): Sql {
  const columns = [...select(c, edge, nodes)].map(([key, selected]) => {
    const name = selected[0].name.value
    if (name === '__typename') return named(literal(edge.name), key)
    if (name === 'cursor') return named(cursorOf(read.type, read.order, row), key)
    const node = compileObject(c, objectTypeOf(edge, name), read.type.fields, row, read.type, selected)
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
  const { backward } = parts.window
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
function isRowLeft({ rows, window }: PageParts, beyond: Sql): Sql {
  return sql`(exists (select from ${rows} where ${place} > ${integer(window.size)}) or ${beyond})`
}

/** Whether the list has rows on the other side of a cursor, its own row included. */
function isRowBeyond({ c, read, window, valueAt }: PageParts, side: 'after' | 'before'): Sql {
  const bound = window[side]
  if (!bound) return sql`false`
  const { row, from, visible } = readFrom(c, read.type)
  const beyond = boundCondition(read.order, bound, row, valueAt, side === 'after' ? 'upTo' : 'onwards')
  return sql`exists (select from ${from} where ${all([...filterConditions(read, row, valueAt), ...visible, beyond])})`
}

function endOfPage({ read, rows, row, window }: PageParts, end: 'first' | 'last'): Sql {
  const direction = end === 'last' ? sql` desc` : sql``
  const only = sql`select * from ${rows} where ${place} <= ${integer(window.size)} order by ${place}${direction} limit 1`
  return sql`(select ${cursorOf(read.type, read.order, row)} from (${only}) as ${rows})`
}
