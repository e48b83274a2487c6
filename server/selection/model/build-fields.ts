import { type EntityProperty, ReferenceKind } from '@mikro-orm/core'
import {
  type GraphQLField,
  type GraphQLNullableType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { keyTypes } from '../prepare/global-id.js'
import type { FieldDeclaration } from '../selection.js'
import type { Building, Draft } from './build-model.js'
import { embeddedAt } from './entity-columns.js'
import { checkGuards } from './field-guards.js'
import { nodeOf } from './find-connections.js'
import type { Column, Field, ObjectField } from './model.js'
import { formOf } from './output-form.js'
import { relationField } from './relation-field.js'
import { orProblem, Unreadable } from './unreadable.js'

type ApiField = GraphQLField<unknown, unknown>

/** How each field of a bound type is read. What can't be read is added to the problems and left out. */
export function fieldsOf(type: Draft, building: Building): Map<string, Field> {
  return eachField(type.objectType, building, (field) => {
    const declared = type.selection.fields[field.name]
    // Connections take the arguments of pages, and are checked where their relation is found.
    if (declared?.kind !== 'typescript' && !nodeOf(getNamedType(field.type))) checkArguments(field)
    if (field.name === 'id' && !declared && isNode(type.objectType)) return idField(type)
    if (declared) return declaredField(type, field, declared, building)
    return propertyField(type, field, field.name, '', building)
  })
}

function eachField(objectType: GraphQLObjectType, { problems }: Building, make: (field: ApiField) => Field) {
  const fields = new Map<string, Field>()
  for (const field of Object.values(objectType.getFields())) {
    orProblem(problems, `${objectType.name}.${field.name}`, () => {
      checkGuards(objectType.name, field.name)
      fields.set(field.name, make(field))
    })
  }
  return fields
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node')
}

function idField({ key }: Draft): Field {
  if (keyTypes.includes(key.type)) return { kind: 'id' }
  throw new Unreadable(`its key is of type ${key.type}; ids are made of ${keyTypes.join(', ')}.`)
}

/** SQL has no use for arguments but the language of a text. */
function checkArguments({ args, extensions }: ApiField): void {
  const unknown = args.find(({ name }) => !(extensions.localized && name === 'locale'))
  if (unknown) throw new Unreadable(`the engine doesn't know its argument "${unknown.name}".`)
}

function declaredField(type: Draft, field: ApiField, declared: FieldDeclaration, building: Building): Field {
  switch (declared.kind) {
    case 'leaf':
      return columnField(type, field, field.name)
    case 'property':
      return propertyField(type, field, declared.property, '', building, declared.where)
    case 'object':
      return objectField(type, field, building, (inner) => {
        const path = declared.properties[inner.name]
        if (path === undefined) throw new Unreadable(`the object of columns ${field.name} doesn't say what it is.`)
        return columnField(type, inner, path, true)
      })
    case 'typescript':
      return { ...declared, columns: declared.needs.map((path) => columnAt(type, path)) }
  }
}

function propertyField(
  type: Draft,
  field: ApiField,
  name: string,
  prefix: string,
  building: Building,
  where?: Extract<FieldDeclaration, { kind: 'property' }>['where'],
): Field {
  const property = prefix === '' ? (type.meta.properties[name as never] as EntityProperty | undefined) : undefined
  if (property && property.kind !== ReferenceKind.SCALAR && property.kind !== ReferenceKind.EMBEDDED) {
    return relationField(type, field, property, building, where)
  }
  if (isObjectType(getNullableType(field.type))) {
    const path = `${prefix}${name}.`
    if (![...type.columns.keys()].some((known) => known.startsWith(path))) throw notStored(type, name)
    const object = objectField(type, field, building, (inner) => propertyField(type, inner, inner.name, path, building))
    return isNonNullType(field.type) ? object : { ...object, some: columnsOfNullable(type, path) }
  }
  return columnField(type, field, prefix + name)
}

function columnField(type: Draft, field: ApiField, path: string, guarded = false): Field {
  const column = columnAt(type, path)
  if (isNonNullType(field.type) && column.nullable && !guarded) {
    throw new Unreadable(`it can't be null in the schema, but its column "${path}" can.`)
  }
  const nullableType: GraphQLNullableType = getNullableType(field.type)
  const form = formOf(nullableType, column.type, field.extensions.localized === true)
  if (!form) {
    const shown = `${field.extensions.localized ? 'localized ' : ''}${nullableType}`
    throw new Unreadable(`a column of type ${column.type} has no form for ${shown}; declare it as leaf or typescript.`)
  }
  return { kind: 'column', column, form }
}

/** The columns of an embedded object that is null when all of them are. */
function columnsOfNullable({ meta, columns }: Draft, path: string): Column[] {
  if (!embeddedAt(meta, path.slice(0, -1))?.nullable) return []
  return [...columns].flatMap(([known, column]) => (known.startsWith(path) ? [column] : []))
}

/** An object of the row's own columns; null if a column behind one of its non-null fields is. */
function objectField(type: Draft, field: ApiField, building: Building, make: (inner: ApiField) => Field): ObjectField {
  const objectType = getNamedType(field.type)
  if (!isObjectType(objectType) || isListType(getNullableType(field.type))) {
    throw new Unreadable(`columns make an object, but its type is ${field.type}.`)
  }
  building.rowTypes.add(objectType.name)
  const required: Column[] = []
  const fields = eachField(objectType, building, (inner) => {
    checkArguments(inner)
    const made = make(inner)
    if (made.kind === 'column' && made.column.nullable && isNonNullType(inner.type)) required.push(made.column)
    return made
  })
  if (required.length > 0 && isNonNullType(field.type)) {
    throw new Unreadable(`it can't be null in the schema, but its column "${required[0]?.path}" can.`)
  }
  return { kind: 'object', type: objectType.name, fields, required, some: [] }
}

function columnAt(type: Draft, path: string): Column {
  const column = type.columns.get(path)
  if (!column) throw notStored(type, path)
  return column
}

function notStored(type: Draft, path: string): Unreadable {
  return new Unreadable(
    `${type.entity.name} has no property "${path}"; name another, or declare it as leaf or typescript.`,
  )
}
