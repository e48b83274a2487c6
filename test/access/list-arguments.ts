import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql'
import { fields, masked, whole } from '../../server/access/fields.js'
import { comparedFields } from './compared-fields.js'

/** Something that a list is filtered or ordered by. */
export type ListArgument = {
  /** Such as `Query.applicants(filter.name)`. */
  readonly name: string
  /** Such as `applicants`. */
  readonly list: string
  /** Type of the rows. */
  readonly type: string
  /** The value's type. */
  readonly takes: GraphQLInputType
  /** The list's arguments, with a value in its place. */
  readonly given: (value: unknown) => Readonly<Record<string, unknown>>
}

const pageArguments = new Set(['first', 'last', 'after', 'before'])
const place = 'test/access/compared-fields.ts'

/** Filters and orders of a type's lists; each step of an order counts by itself. */
export function listArguments(owner: GraphQLObjectType): ListArgument[] {
  return Object.values(owner.getFields()).flatMap((field) => {
    const rows = rowTypeOf(field)
    if (!rows) return []
    const of = { list: field.name, type: rows.name }
    return field.args
      .filter(({ name }) => !pageArguments.has(name))
      .flatMap(({ name, type }) => {
        const inner = getNamedType(type)
        const called = (path: string) => `${owner.name}.${field.name}(${path})`
        if (!isInputObjectType(inner)) {
          return [{ ...of, name: called(name), takes: type, given: (value: unknown) => ({ [name]: value }) }]
        }
        const orders = getNamedType(inner.getFields().field?.type)
        if (isEnumType(orders)) {
          return orders.getValues().map((value) => ({
            ...of,
            ...{ name: called(`${name}.${value.name}`), takes: type },
            given: (direction: unknown) => ({ [name]: [{ field: value.name, direction }] }),
          }))
        }
        return Object.values(inner.getFields()).map((of_) => ({
          ...of,
          ...{ name: called(`${name}.${of_.name}`), takes: of_.type },
          given: (value: unknown) => ({ [name]: { [of_.name]: value } }),
        }))
      })
  })
}

/** The type of a connection's rows; undefined for a field that is no list. */
function rowTypeOf({ type }: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined {
  const connection = getNamedType(type)
  if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return undefined
  const rows = getNamedType(connection.getFields().nodes?.type)
  return isObjectType(rows) ? rows : undefined
}

/** Filters and orders of every list of a schema of which it isn't said what they compare, or that compare what isn't shown. */
export function argumentProblems(schema: GraphQLSchema): string[] {
  const owners = Object.values(schema.getTypeMap()).filter(isObjectType)
  const found = owners.flatMap(listArguments)
  const names = new Set(found.map(({ name }) => name))
  return [
    ...found.flatMap(({ name, type }) => problemOf(schema, name, type)),
    ...Object.keys(comparedFields)
      .filter((name) => !names.has(name))
      .map((name) => `${name} isn't there any more: take its line out of ${place}.`),
  ]
}

function problemOf(schema: GraphQLSchema, name: string, typeName: string): string[] {
  const compared = comparedFields[name]
  if (!compared) return [`${name}: say in ${place} which field of ${typeName} tells the same.`]
  if ('known' in compared) return []
  const field = 'shown' in compared ? compared.shown : compared.masked
  const type = schema.getType(typeName)
  if (!isObjectType(type) || !type.getFields()[field]) return [`${name}: ${typeName} has no field ${field}.`]
  const rule = fields[typeName]
  const isMasked = rule !== undefined && rule !== whole && rule[field] === masked
  if (isMasked === 'masked' in compared) return []
  return [`${name}: ${typeName}.${field} is ${isMasked ? '' : 'not '}masked, and ${place} says otherwise.`]
}
