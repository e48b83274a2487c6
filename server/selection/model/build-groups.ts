import { type GraphQLSchema, isNonNullType, isObjectType } from 'graphql'
import { sortFormOf } from '../prepare/sort-forms.js'
import { everyRow } from '../selection.js'
import { fieldsOf } from './build-fields.js'
import type { Building, Draft } from './build-model.js'
import type { Column, Field, GroupColumn, Groups } from './model.js'

/** The field that says how many rows a group has. */
export const countField = 'count'

const count: Column = { path: countField, type: 'int', nullable: false, source: countField }

/** The types that show groups of an entity's rows, by name. */
export function buildGroups(schema: GraphQLSchema, building: Building): Map<string, Groups> {
  const groups = new Map<string, Groups>()
  for (const draft of building.drafts.values()) {
    for (const name of draft.selection.groups) {
      const objectType = schema.getType(name)
      if (isObjectType(objectType)) groups.set(name, groupsOf({ ...draft, name, objectType }, draft, building))
      else building.problems.push(`${name}: the schema has no object type of this name.`)
    }
  }
  return groups
}

/** A row of a group has the columns of the entity under the names of their properties, and the count. */
function groupsOf(named: Draft, of: Draft, building: Building): Groups {
  const columns = new Map<string, Column>([...of.columns].map(([path, column]) => [path, { ...column, source: path }]))
  columns.set(countField, count)
  const selection = { ...of.selection, fields: {} }
  const type: Draft = { ...named, policy: everyRow, columns, selection, fields: new Map() }
  const shown: GroupColumn[] = []
  building.rowTypes.add(type.name)
  for (const [name, field] of fieldsOf(type, building)) {
    const column = columnOf(type, field)
    if (!column) {
      building.problems.push(
        `${type.name}.${name}: groups show "${countField}", columns to order by and to-one relations.`,
      )
      continue
    }
    type.fields.set(name, field)
    if (column !== count)
      shown.push({ field: name, column, required: isNonNullType(type.objectType.getFields()[name]?.type) })
  }
  return { of, type, shown }
}

function columnOf({ columns }: Draft, field: Field): Column | undefined {
  const column = field.kind === 'column' ? field.column : field.kind === 'one' ? columns.get(field.on.here) : undefined
  return column && sortFormOf(column.type) ? column : undefined
}
