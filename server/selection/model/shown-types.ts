import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isObjectType,
} from 'graphql'
import type { EntityType, Model } from './model.js'

/*
 * A resolver's intent is known when it is asked for, and with it whether the field can show what is read. These are
 * asked once per statement, and not once per request.
 */

/**
 * The type of the row that a field shows.
 * @throws Error if it shows a list or other objects
 */
export function objectTypeFor(
  schema: GraphQLSchema,
  field: string,
  { name }: EntityType,
  shows: GraphQLOutputType | undefined,
): GraphQLObjectType {
  const shown = getNullableType(shows)
  const type = schema.getType(name)
  if (isObjectType(type) && (shown === type || (isAbstractType(shown) && schema.isSubType(shown, type)))) return type
  throw new Error(`${field} reads one ${name}, but its type is ${shows}; show ${name}, or read what it shows.`)
}

/**
 * The connection that a field shows a page as.
 * @throws Error if it shows something else, or a page of others
 */
export function connectionFor(
  { connections }: Model,
  field: string,
  type: EntityType,
  shows: GraphQLOutputType | undefined,
): GraphQLObjectType {
  const shown = getNullableType(shows)
  if (isObjectType(shown) && connections.get(shown.name) === type) return shown
  throw new Error(
    `${field} reads a page of ${type.name}, but its type is ${shows}; show a connection of ${type.name}, a type named …Connection with edges or nodes, or read what it shows.`,
  )
}
