import { type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import type { Building } from './build-model.js'
import { checkGuards } from './field-guards.js'
import type { EntityType } from './model.js'
import { orProblem } from './unreadable.js'

/** What a connection and its parts may have; the engine knows how to read these. */
const connectionFields = ['edges', 'nodes', 'pageInfo', 'totalCount']
const edgeFields = ['cursor', 'node']
export const pageInfoFields = ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor']

/** The connections of bound types, by name: object types named …Connection whose nodes are of a bound type. */
export function findConnections(
  schema: GraphQLSchema,
  types: ReadonlyMap<string, EntityType>,
  { rowTypes, problems }: Building,
): Map<string, EntityType> {
  const connections = new Map<string, EntityType>()
  const add = (type: GraphQLObjectType, known: readonly string[]) => {
    rowTypes.add(type.name)
    for (const name of Object.keys(type.getFields())) {
      if (!known.includes(name)) problems.push(`${type.name}.${name}: the engine knows only ${known.join(', ')} here.`)
      orProblem(problems, `${type.name}.${name}`, () => checkGuards(type.name, name))
    }
  }
  for (const connection of Object.values(schema.getTypeMap())) {
    const node = nodeOf(connection)
    const type = node && types.get(node.name)
    if (!type || !isObjectType(connection)) continue
    const edge = objectBehind(connection, 'edges')
    add(connection, connectionFields)
    if (edge) add(edge, edgeFields)
    const pageInfo = objectBehind(connection, 'pageInfo')
    if (pageInfo) add(pageInfo, pageInfoFields)
    connections.set(connection.name, type)
  }
  return connections
}

/** The type of a connection's nodes; undefined for a type that is no connection. */
export function nodeOf(type: GraphQLNamedType): GraphQLObjectType | undefined {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return undefined
  const edge = objectBehind(type, 'edges')
  return edge && objectBehind(edge, 'node')
}

function objectBehind(type: GraphQLObjectType, field: string): GraphQLObjectType | undefined {
  const found = type.getFields()[field]
  const named = found && getNamedType(found.type)
  return isObjectType(named) ? named : undefined
}
