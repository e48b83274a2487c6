import type { FieldNode, GraphQLOutputType } from 'graphql'
import type { Operation } from '../collect-fields.js'
import type { Model } from '../model/model.js'
import { connectionFor, objectTypeFor } from '../model/shown-types.js'
import type { PreparedRead } from '../prepare/prepare-read.js'
import { all, type Bind, join, parameter, print, type ReadContext, type Sql, sql } from '../sql.js'
import { type BatchStatement, compileBatch } from './batch-statement.js'
import { filterConditions, orderBy, parameterType, type ValueAt } from './compile-conditions.js'
import { compileConnections, type NestedPageValues } from './compile-connection.js'
import { compileGroups, totalCount } from './compile-counts.js'
import { type Compilation, compileObject, objectOf, readFrom } from './compile-fields.js'
import { compilePage } from './compile-page.js'

/** A field that is to be read, with all its nodes. */
export type RootRead = {
  /** Where it stands, if that isn't the root of a query. */
  readonly place?: Place
  readonly fieldNodes: readonly [FieldNode, ...FieldNode[]]
  readonly read: PreparedRead
}

/** A name that an operation's other fields don't have, and what the field shows. */
export type Place = { readonly name: string; readonly shows: GraphQLOutputType }

export type Statement = {
  readonly text: string
  readonly binds: readonly Bind[]
  /** Whether its JSON is the answer as it is; otherwise graphql-js completes it. */
  readonly passThrough: boolean
  /** Whether it reads single rows by their keys, so that several requests could share a statement. */
  readonly canBatch: boolean
  /** That statement, if it was asked for. */
  readonly batch?: BatchStatement
}

/** One statement for all root fields: a column of JSON for each. */
export function compileStatement(
  model: Model,
  operation: Operation,
  { locale }: ReadContext,
  roots: readonly RootRead[],
  withBatch: boolean,
): Statement {
  const c: Compilation = {
    model,
    operation,
    locale,
    aliases: 0,
    passThrough: true,
    connections: compileConnections(pagesOf(roots)),
  }
  const columns = join(
    roots.map((root, i) => compileRoot(c, root, (place) => parameter(valueBind(i, place)))),
    ', ',
  )
  const printed = print(sql`select ${columns}`)
  const canBatch = roots.every(isByKey)
  const batch = canBatch && withBatch ? compileBatch(columns, printed.binds, keysOf(roots)) : undefined
  return { ...printed, passThrough: c.passThrough, canBatch, batch }
}

/** The pages below all roots. A field in a fragment of several roots has the same arguments below each. */
function pagesOf(roots: readonly RootRead[]): NestedPageValues[] {
  return roots.flatMap(({ read }, root) =>
    read.nested.flatMap((page) =>
      page ? [{ ...page, valueAt: (place: number) => parameter(valueBind(root, page.first + place)) }] : [],
    ),
  )
}

const valueBinds: Bind[][] = []

/** Finds the value at a place of one root field. The same place is the same function in all statements. */
function valueBind(root: number, place: number): Bind {
  valueBinds[root] ??= []
  const ofRoot = valueBinds[root]
  ofRoot[place] ??= ({ values }) => values[root]?.[place] ?? null
  return ofRoot[place]
}

function isByKey({ read: { type, window, grouped, filters } }: RootRead): boolean {
  if (window || grouped || !filters.every((filter) => filter?.operator === '=')) return false
  return filters.some((filter) => filter?.column === type.key)
}

/** What rows are found by, with the types of the values. */
function keysOf(roots: readonly RootRead[]): Map<Bind, Sql> {
  const filters = roots.flatMap(({ read }, root) => read.filters.map((filter) => ({ root, filter })))
  return new Map(
    filters.flatMap(({ root, filter }) =>
      filter ? [[valueBind(root, filter.value), parameterType(filter.column.type)]] : [],
    ),
  )
}

function compileRoot(c: Compilation, root: RootRead, valueAt: ValueAt): Sql {
  const { fieldNodes, read } = root
  const { type, window, grouped } = read
  const shows = shownBy(c, root)
  if (grouped) return compileGroups(c, read, fieldNodes, shows, valueAt)
  if (window) {
    const connection = connectionFor(c.model, fieldNodes[0].name.value, type, shows)
    const rows = () => {
      const { row, from, visible } = readFrom(c, type)
      return { row, from, conditions: [...filterConditions(read, row, valueAt), ...visible] }
    }
    const list = { type, order: read.order, window, valueAt, rows, totalCount: () => totalCount(c, read, valueAt) }
    return compilePage(c, connection, list, fieldNodes)
  }
  const { row, from, visible } = readFrom(c, type)
  const objectType = objectTypeFor(c.operation.schema, fieldNodes[0].name.value, type, shows)
  const columns = compileObject(c, objectType, type.fields, row, type, fieldNodes)
  const where = all([...filterConditions(read, row, valueAt), ...visible])
  const order = orderBy(read.order, row)
  return sql`(${objectOf(sql`select ${columns} from ${from} where ${where} order by ${order} limit 1`)})`
}

function shownBy({ operation: { schema } }: Compilation, { fieldNodes, place }: RootRead) {
  return place?.shows ?? schema.getQueryType()?.getFields()[fieldNodes[0].name.value]?.type
}
