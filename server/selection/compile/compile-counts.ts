import {
  type FieldNode,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql'
import { countField } from '../model/build-groups.js'
import { countPath, tells } from '../model/kept-columns.js'
import type { Column, ToManyField } from '../model/model.js'
import type { PreparedRead } from '../prepare/prepare-read.js'
import type { Row } from '../selection.js'
import { all, identifier, join, type Sql, sql, typeName } from '../sql.js'
import { filterConditions, orderBy, type ValueAt } from './compile-conditions.js'
import {
  type Compilation,
  compileObject,
  named,
  type Owner,
  objectOf,
  readFrom,
  relatedRows,
  rowOf,
} from './compile-fields.js'

/** How many rows match the conditions of a read. */
export function totalCount(c: Compilation, read: PreparedRead, valueAt: ValueAt): Sql {
  const { from, where, count } = countedRows(c, read, valueAt, [])
  return sql`(select ${count} from ${from} where ${where})`
}

/** How many rows belong to another: by the kept counts, where they tell whose rows they count. */
export function relatedCount(c: Compilation, field: ToManyField, owner: Owner): Sql {
  const { target, where, on } = field
  const key = target.columns.get(on.there)
  const fromKept = target.kept !== undefined && !where && !('pivot' in on) && key && tells(target.kept, [key])
  const counted = fromKept ? { ...field, target: target.kept.type } : field
  const { row, from, conditions } = relatedRows(c, counted, owner)
  return sql`(select ${countOf(row, fromKept === true)} from ${from} where ${all(conditions)})`
}

/**
 * The rows that match the conditions of a read as groups: a list in JSON, in the order of what they are grouped by.
 * What the type shows beside that is null.
 */
export function compileGroups(
  c: Compilation,
  read: PreparedRead,
  nodes: readonly [FieldNode, ...FieldNode[]],
  shows: GraphQLOutputType | undefined,
  valueAt: ValueAt,
): Sql {
  const by = read.order.map(({ column }) => column)
  const { objectType, type, shown } = groupTypeOf(c, read, by, nodes[0].name.value, shows)
  const { row, from, where, count } = countedRows(c, read, valueAt, by)
  const keys = by.map(({ path }) => row(path))
  const rest = shown.filter(({ column: { path } }) => !by.some((column) => column.path === path))
  const columns = [
    ...by.map(({ path }) => named(row(path), path)),
    ...rest.map(({ column: { path, type } }) => named(sql`null::${typeName(type)}`, path)),
    named(count, countField),
  ]
  const grouped = sql`select ${join(columns, ', ')} from ${from} where ${where} group by ${join(keys, ', ')} having ${count} <> 0`
  const alias = identifier(`t${c.aliases++}`)
  const group = rowOf(c, type, alias)
  const fields = compileObject(c, objectType, type.fields, group, type, nodes)
  return sql`to_json(array(${objectOf(sql`select ${fields} from (${grouped}) as ${alias} order by ${orderBy(read.order, group)}`)}))`
}

/** What is counted: the kept counts, where they tell all that filters, policy and groups need, else the rows themselves. */
function countedRows(c: Compilation, read: PreparedRead, valueAt: ValueAt, by: readonly Column[]) {
  const { kept } = read.type
  const concerned = [...read.filters.flatMap((filter) => filter?.column ?? []), ...by]
  const fromKept = kept !== undefined && tells(kept, concerned)
  const { row, from, visible } = readFrom(c, fromKept ? kept.type : read.type)
  const where = all([...filterConditions(read, row, valueAt), ...visible])
  return { row, from, where, count: countOf(row, fromKept) }
}

function countOf(row: Row, fromKept: boolean): Sql {
  return fromKept ? sql`coalesce(sum(${row(countPath)}), 0)::int` : sql`count(*)::int`
}

/** @throws Error if the field doesn't show these groups, or shows a column as never null that they aren't grouped by */
function groupTypeOf(
  { model }: Compilation,
  { type }: PreparedRead,
  by: readonly Column[],
  field: string,
  shows: GraphQLOutputType | undefined,
) {
  const objectType = shows && getNamedType(shows)
  const groups = isObjectType(objectType) && model.groups.get(objectType.name)
  if (!isObjectType(objectType) || !groups || groups.of !== type || !isListType(getNullableType(shows))) {
    throw new Error(`${field} asks for groups of ${type.name}, but doesn't show a list of a type declared for them.`)
  }
  const unknown = groups.shown.find(({ column, required }) => required && !by.some(({ path }) => path === column.path))
  if (unknown) {
    throw new Error(
      `${field} doesn't group by "${unknown.column.path}", but ${groups.type.name}.${unknown.field} can't be null; group by it, or let it be null.`,
    )
  }
  return { ...groups, objectType }
}
