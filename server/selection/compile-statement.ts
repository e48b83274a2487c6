import { type FieldNode, getNamedType, isObjectType } from 'graphql'
import type { Operation } from './collect-fields.js'
import { filterConditions, orderBy, type ValueAt } from './compile-conditions.js'
import { compileGroups } from './compile-counts.js'
import { type Compilation, compileObject, objectOf, readFrom } from './compile-fields.js'
import { compilePage } from './compile-page.js'
import type { Model } from './model.js'
import type { PreparedRead } from './prepare-read.js'
import { all, type Bind, join, parameter, print, type ReadContext, type Sql, sql } from './sql.js'

/** A field at the root of an operation that is to be read, with all its nodes. */
export type RootRead = {
  readonly fieldNodes: readonly [FieldNode, ...FieldNode[]]
  readonly read: PreparedRead
}

export type Statement = {
  readonly text: string
  readonly binds: readonly Bind[]
  /** Whether its JSON is the answer as it is; otherwise graphql-js completes it. */
  readonly passThrough: boolean
}

/** One statement for all root fields: a column of JSON for each. */
export function compileStatement(
  model: Model,
  operation: Operation,
  { locale }: ReadContext,
  roots: readonly RootRead[],
): Statement {
  const c: Compilation = { model, operation, locale, aliases: 0, passThrough: true }
  const columns = roots.map((root, i) => compileRoot(c, root, valuesOf(i)))
  return { ...print(sql`select ${join(columns, ', ')}`), passThrough: c.passThrough }
}

function compileRoot(c: Compilation, { fieldNodes, read }: RootRead, valueAt: ValueAt): Sql {
  const { type, window, grouped } = read
  if (grouped) return compileGroups(c, read, fieldNodes, valueAt)
  if (window) {
    const connection = connectionOf(c, fieldNodes[0])
    return compilePage(c, connection, read, window, fieldNodes, valueAt)
  }
  const { row, from, visible } = readFrom(c, type)
  const objectType = c.operation.schema.getType(type.name)
  if (!isObjectType(objectType)) throw new Error(`The schema has no object type ${type.name}.`)
  const columns = compileObject(c, objectType, type.fields, row, type, fieldNodes)
  const where = all([...filterConditions(read, row, valueAt), ...visible])
  const order = orderBy(read.order, row)
  return sql`(${objectOf(sql`select ${columns} from ${from} where ${where} order by ${order} limit 1`)})`
}

function connectionOf({ operation: { schema } }: Compilation, node: FieldNode) {
  const field = schema.getQueryType()?.getFields()[node.name.value]
  const type = field && getNamedType(field.type)
  if (!isObjectType(type)) throw new Error(`${node.name.value} asks for a page, but doesn't show a connection.`)
  return type
}

/** Parameters for the values of one root field; the same place is always the same parameter. */
function valuesOf(root: number): ValueAt {
  const parameters = new Map<number, Sql>()
  return (place) => {
    const known = parameters.get(place)
    if (known) return known
    const made = parameter(({ values }) => values[root]?.[place] ?? null)
    parameters.set(place, made)
    return made
  }
}
