import { type EntityClass, type EntityProperty, ReferenceKind } from '@mikro-orm/core'
import { type GraphQLField, getNamedType, getNullableType, isListType, isNonNullType } from 'graphql'
import type { Row } from '../selection.js'
import { identifier, type Sql } from '../sql.js'
import type { Building, Draft } from './build-model.js'
import { checkConnectionArguments } from './connection-arguments.js'
import { nodeOf } from './find-connections.js'
import type { Field, ToManyField } from './model.js'
import { Unreadable } from './unreadable.js'

/** A field over a relation of the entity, through the foreign keys that the ORM knows. */
export function relationField(
  type: Draft,
  field: GraphQLField<unknown, unknown>,
  property: EntityProperty,
  building: Building,
  where: ((row: Row) => Sql) | undefined,
): Field {
  const target = building.drafts.get(property.targetMeta?.class as EntityClass<object>)
  if (!target) {
    throw new Unreadable(`it shows ${property.type}, which has no selection and so no policy; declare one.`)
  }
  const shown = getNamedType(field.type)
  const isConnection = nodeOf(shown)?.name === target.name
  if (shown.name !== target.name && !isConnection) {
    throw new Unreadable(`its type is ${field.type}, but the relation leads to ${target.name}.`)
  }
  const list = getNullableType(field.type)
  const isList = isListType(list)
  if (isList && (isConnection || isListType(getNullableType(list.ofType)))) {
    throw new Unreadable(`its type is ${field.type}, but the relation is one list of ${target.name}.`)
  }
  switch (property.kind) {
    case ReferenceKind.MANY_TO_ONE:
    case ReferenceKind.ONE_TO_ONE: {
      if (isList || isConnection) throw new Unreadable(`its type is ${field.type}, but the relation leads to one row.`)
      if (where) throw new Unreadable('a condition is for lists; a to-one relation has one row.')
      if (property.kind === ReferenceKind.ONE_TO_ONE && !property.owner) {
        throw new Unreadable('the foreign key of a one-to-one relation must be on this side.')
      }
      const nullable = !isNonNullType(field.type)
      if (property.nullable && !nullable) {
        throw new Unreadable(`it can't be null in the schema, but its column "${property.name}" can.`)
      }
      return { kind: 'one', target, nullable, on: { here: property.name, there: target.key.path } }
    }
    case ReferenceKind.ONE_TO_MANY: {
      checkIndex(target, property.mappedBy)
      return toManyField(field, {
        kind: 'many',
        target,
        where,
        on: { here: type.key.path, there: property.mappedBy },
      })
    }
    case ReferenceKind.MANY_TO_MANY: {
      const pivot = {
        table: identifier(property.pivotTable),
        here: property.joinColumns[0] ?? '',
        there: property.inverseJoinColumns[0] ?? '',
      }
      return toManyField(field, {
        kind: 'many',
        target,
        where,
        on: { here: type.key.path, there: target.key.path, pivot },
      })
    }
    default:
      throw new Unreadable(`the engine doesn't read relations of kind ${property.kind}.`)
  }
}

/** All rows as a list, or page by page if the field's type is a connection. */
function toManyField(field: GraphQLField<unknown, unknown>, rows: ToManyField): Field {
  if (isListType(getNullableType(field.type))) return rows
  if (!nodeOf(getNamedType(field.type))) {
    throw new Unreadable(`its type is ${field.type}, but the relation leads to many rows.`)
  }
  checkConnectionArguments(field, rows.target)
  return { kind: 'connection', rows }
}

/** Without an index each row of a list would cost a walk through the whole table. */
function checkIndex(target: Draft, foreignKey: string): void {
  const { index, unique } = target.meta.properties[foreignKey as never] as EntityProperty
  const leads = ({ properties }: { properties?: unknown }) => [properties].flat()[0] === foreignKey
  if (index || unique || target.meta.indexes.some(leads) || target.meta.uniques.some(leads)) return
  throw new Unreadable(`the foreign key "${foreignKey}" of ${target.entity.name} has no index; add .index().`)
}
