import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Building } from './build-model.js'
import { checkGuards } from './field-guards.js'
import type { EntityType } from './model.js'
import { orProblem, Unreadable } from './unreadable.js'

/** What a connection and its parts may have, as types without marks of what is never null; the engine can read these. */
const connectionForms = (node: string, edge: string, pageInfo: string): Forms => ({
  edges: `[${edge}]`,
  nodes: `[${node}]`,
  pageInfo,
  totalCount: 'Int',
})
const edgeForms = (node: string): Forms => ({ cursor: 'String', node })
const pageInfoForms: Forms = {
  hasNextPage: 'Boolean',
  hasPreviousPage: 'Boolean',
  startCursor: 'String',
  endCursor: 'String',
}

type Forms = Readonly<Record<string, string>>

/** The connections of bound types, by name: object types named …Connection whose nodes are of a bound type. */
export function findConnections(
  schema: GraphQLSchema,
  types: ReadonlyMap<string, EntityType>,
  { rowTypes, problems }: Building,
): Map<string, EntityType> {
  const connections = new Map<string, EntityType>()
  const add = (type: GraphQLObjectType, forms: Forms) => {
    rowTypes.add(type.name)
    for (const field of Object.values(type.getFields())) {
      orProblem(problems, `${type.name}.${field.name}`, () => {
        checkPart(field, forms)
        checkGuards(type.name, field.name)
      })
    }
  }
  for (const connection of Object.values(schema.getTypeMap())) {
    const node = nodeOf(connection)
    const type = node && types.get(node.name)
    if (!type || !isObjectType(connection)) continue
    const edge = objectBehind(connection, 'edges')
    const pageInfo = objectBehind(connection, 'pageInfo')
    add(connection, connectionForms(type.name, edge?.name ?? 'an edge', pageInfo?.name ?? 'PageInfo'))
    if (edge) add(edge, edgeForms(type.name))
    if (pageInfo) add(pageInfo, pageInfoForms)
    connections.set(connection.name, type)
  }
  return connections
}

/** The type of a connection's nodes; undefined for a type that is no connection. */
export function nodeOf(type: GraphQLNamedType): GraphQLObjectType | undefined {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return undefined
  const edge = objectBehind(type, 'edges')
  return (edge && objectBehind(edge, 'node')) ?? objectBehind(type, 'nodes')
}

/** @throws {Unreadable} for what isn't shown as the engine writes it */
function checkPart({ name, type, args: [argument] }: GraphQLField<unknown, unknown>, forms: Forms): void {
  const form = forms[name]
  if (!form) throw new Unreadable(`the engine knows only ${Object.keys(forms).join(', ')} here.`)
  if (argument) throw new Unreadable(`the engine doesn't know its argument "${argument.name}".`)
  if (String(type).replaceAll('!', '') !== form) throw new Unreadable(`its type is ${type}; it has to be ${form}.`)
  // A page without rows has no first and no last one.
  if (name.endsWith('Cursor') && isNonNullType(type)) {
    throw new Unreadable("it can't be null in the schema, but a page can be empty.")
  }
}

function objectBehind(type: GraphQLObjectType, field: string): GraphQLObjectType | undefined {
  const found = type.getFields()[field]
  const named = found && getNamedType(found.type)
  return isObjectType(named) ? named : undefined
}
