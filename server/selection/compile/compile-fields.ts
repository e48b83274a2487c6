import type { EntityClass } from '@mikro-orm/core'
import { type FieldNode, type GraphQLObjectType, getArgumentValues, getNamedType, isObjectType } from 'graphql'
import type { Locale } from '../../../schema/rules/localized-text.js'
import { type CollectedFields, collectFields, type Operation } from '../collect-fields.js'
import type {
  Column,
  ConnectionField,
  EntityType,
  Field,
  Fields,
  Model,
  ToManyField,
  ToOneField,
} from '../model/model.js'
import { neededColumn } from '../model/needed-column.js'
import { globalId } from '../prepare/global-id.js'
import { everyRow, type Row } from '../selection.js'
import { all, identifier, join, literal, type Sql, sql } from '../sql.js'

/** The making of one statement. */
export type Compilation = {
  readonly model: Model
  readonly operation: Operation
  readonly locale: Locale
  /** How many tables have been named so far. */
  aliases: number
  /** False as soon as something is selected that only graphql-js can complete. */
  passThrough: boolean
  /** The connections below the root, with their pages. */
  readonly connections: Connections
}

/** A row that others belong to. */
export type Owner = { readonly row: Row; readonly type: EntityType }

/** Rows of a list as they are read: `from` names their tables, and all conditions must hold. */
export type Rows = { readonly row: Row; readonly from: Sql; readonly conditions: readonly Sql[] }

/** Compiles a connection that shows what belongs to a row. The maker of pages is handed in, as their nodes are objects. */
export type Connections = (
  c: Compilation,
  field: ConnectionField,
  owner: Owner,
  connection: GraphQLObjectType,
  nodes: readonly [FieldNode, ...FieldNode[]],
) => Sql

/** What it takes to name tables and to find their policies. */
export type Reading = Pick<Compilation, 'model' | 'aliases'>

/** A prefix of columns that the answer doesn't show; no response key can begin with it. */
export const hidden = '~'

/** Rows of a type as they are read: `from` names the table, `visible` is the policy's condition, if it has one. */
export function readFrom(c: Reading, type: EntityType): { row: Row; from: Sql; visible: readonly Sql[] } {
  const alias = identifier(`t${c.aliases++}`)
  const row = rowOf(c, type, alias)
  return { row, from: sql`${type.table} as ${alias}`, visible: visibleTo(type, row) }
}

/** The policy's condition on a row, if it has one. */
export function visibleTo({ policy }: EntityType, row: Row): readonly Sql[] {
  return policy === everyRow ? [] : [sql`(${policy(row)})`]
}

/** A row of a type under an alias that stands for its table. Which stored columns are read is noted in `read`, by path. */
export function rowOf(c: Reading, type: EntityType, alias: Sql, read?: Set<string>): Row {
  const row = (path: string): Sql => {
    const column = type.columns.get(path)
    if (!column) throw new Error(`${type.entity.name} has no column for "${path}".`)
    const { source } = column
    if (typeof source === 'function') return sql`(${source(row)})`
    read?.add(path)
    return sql`${alias}.${identifier(source)}`
  }
  row.exists = (entity: EntityClass<object>, where: (other: Row) => Sql): Sql => {
    const other = c.model.byEntity.get(entity)
    if (!other) throw new Error(`${entity.name} has no selection and so no policy; declare one.`)
    const { row, from, visible } = readFrom(c, other)
    return sql`exists (select from ${from} where ${all([...visible, where(row)])})`
  }
  return row
}

/** Names the rows that become objects. No column has it, neither a response key nor a hidden one, which would win over the row. */
const wholeRow = identifier(hidden)

/** An object as JSON from the columns of a query; the columns' names are the response keys. */
export function objectOf(query: Sql): Sql {
  return sql`select row_to_json(${wholeRow}) from (${query}) as ${wholeRow}`
}

/** The selected fields of an object as the columns of a query. */
export function compileObject(
  c: Compilation,
  objectType: GraphQLObjectType,
  fields: Fields,
  row: Row,
  type: EntityType,
  nodes: readonly FieldNode[],
): Sql {
  const columns: Sql[] = []
  const needed = new Set<Column>()
  for (const [key, selected] of select(c, objectType, nodes)) {
    const name = selected[0].name.value
    const field = fields.get(name)
    if (name === '__typename') columns.push(named(literal(objectType.name), key))
    else if (field?.kind === 'typescript') {
      c.passThrough = false
      for (const column of field.columns) needed.add(column)
    } else if (field) columns.push(named(compileField(c, objectType, field, row, type, selected), key))
    else throw new Error(`${objectType.name}.${name} is not bound.`)
  }
  for (const column of needed) columns.push(named(neededColumn(column, row(column.path)), hidden + column.path))
  return join(columns, ', ')
}

/** The fields that an object's nodes select. */
export function select(c: Compilation, objectType: GraphQLObjectType, nodes: readonly FieldNode[]): CollectedFields {
  return collectFields(
    c.operation,
    objectType,
    nodes.map(({ selectionSet }) => selectionSet),
  )
}

export function named(value: Sql, key: string): Sql {
  return sql`${value} as ${identifier(key)}`
}

/** The object type that a field shows. */
export function objectTypeOf(parent: GraphQLObjectType, field: string): GraphQLObjectType {
  const definition = parent.getFields()[field]
  const type = definition && getNamedType(definition.type)
  if (!isObjectType(type)) throw new Error(`${parent.name}.${field} doesn't show an object.`)
  return type
}

function compileField(
  c: Compilation,
  parent: GraphQLObjectType,
  field: Exclude<Field, { kind: 'typescript' }>,
  row: Row,
  type: EntityType,
  nodes: readonly [FieldNode, ...FieldNode[]],
): Sql {
  const name = nodes[0].name.value
  switch (field.kind) {
    case 'id':
      return sql`${literal(globalId(type.name, ''))} || ${row(type.key.path)}::text`
    case 'column':
      return field.form(row(field.column.path), localeOf(c, parent, nodes[0]))
    case 'object': {
      const columns = compileObject(c, objectTypeOf(parent, name), field.fields, row, type, nodes)
      const value = sql`(${objectOf(sql`select ${columns}`)})`
      const isThere = ({ path }: Column) => sql`${row(path)} is not null`
      const present = [...field.required.map(isThere)]
      if (field.some.length > 0) present.push(sql`(${join(field.some.map(isThere), ' or ')})`)
      return present.length === 0 ? value : sql`case when ${all(present)} then ${value} end`
    }
    case 'one':
      return compileToOne(c, field, row, objectTypeOf(parent, name), nodes)
    case 'many':
      return compileToMany(c, field, row, type, objectTypeOf(parent, name), nodes)
    case 'connection':
      return c.connections(c, field, { row, type }, objectTypeOf(parent, name), nodes)
  }
}

function compileToOne(
  c: Compilation,
  { target, nullable, on }: ToOneField,
  row: Row,
  objectType: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Sql {
  // A hidden row behind a field that can't be null makes the parent null: graphql-js knows how far that reaches.
  if (!nullable && target.policy !== everyRow) c.passThrough = false
  const { row: other, from, visible } = readFrom(c, target)
  const columns = compileObject(c, objectType, target.fields, other, target, nodes)
  const where = all([sql`${other(on.there)} = ${row(on.here)}`, ...visible])
  return sql`(${objectOf(sql`select ${columns} from ${from} where ${where}`)})`
}

function compileToMany(
  c: Compilation,
  field: ToManyField,
  row: Row,
  type: EntityType,
  objectType: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Sql {
  const { target } = field
  const { row: other, from, conditions } = relatedRows(c, field, { row, type })
  const columns = compileObject(c, objectType, target.fields, other, target, nodes)
  const order = join(
    target.order.map(({ path }) => other(path)),
    ', ',
  )
  return sql`array(${objectOf(sql`select ${columns} from ${from} where ${all(conditions)} order by ${order}`)})`
}

/** The rows that belong to another, as they are read: those of the relation that the field and the policy let through. */
export function relatedRows(c: Reading, { target, where, on }: ToManyField, { row, type }: Owner): Rows {
  const { row: other, from, visible } = readFrom(c, target)
  let source = from
  let belongs = sql`${other(on.there)} = ${row(on.here)}`
  if ('pivot' in on) {
    const pivot = identifier(`t${c.aliases++}`)
    const { table, here, there } = on.pivot
    source = sql`${table} as ${pivot} join ${from} on ${other(on.there)} = ${pivot}.${identifier(there)}`
    belongs = sql`${pivot}.${identifier(here)} = ${row(on.here)}`
  }
  // The row itself is visible, and with it its parts.
  const isWhole = target.partOf?.whole === type.entity && target.partOf.relation === on.there && !('pivot' in on)
  const conditions = [belongs, ...(isWhole ? [] : visible), ...(where ? [sql`(${where(other)})`] : [])]
  return { row: other, from: source, conditions }
}

function localeOf(c: Compilation, parent: GraphQLObjectType, node: FieldNode): Locale {
  const definition = parent.getFields()[node.name.value]
  if (!definition?.extensions.localized) return c.locale
  const { locale } = getArgumentValues(definition, node, c.operation.variableValues as Record<string, unknown>)
  return (locale as Locale | null | undefined) ?? c.locale
}
