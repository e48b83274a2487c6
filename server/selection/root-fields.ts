import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { type CollectedFields, collectFields, type Operation } from './collect-fields.js'
import type { Model } from './model.js'
import type { ReadEngine } from './read-engine.js'
import type { ReadContext } from './sql.js'

/** A field at the root of a query that may be read by the engine; only `__typename` has no definition. */
export type RootField = {
  readonly key: string
  readonly nodes: readonly [FieldNode, ...FieldNode[]]
  readonly definition: GraphQLField<unknown, unknown> | undefined
}

/** Whether an operation plainly asks for what the engine doesn't read: seen before anything is worked out. */
export function namesOtherFields(
  model: Model,
  schema: GraphQLSchema,
  { selectionSet }: OperationDefinitionNode,
  query: GraphQLObjectType,
): boolean {
  return selectionSet.selections.some((node) => {
    const definition = node.kind === Kind.FIELD ? query.getFields()[node.name.value] : undefined
    return definition !== undefined && !isReadable(model, schema, definition.type)
  })
}

/** The root fields of a query, or null if one of them is nothing that the engine reads. */
export function rootFields(model: Model, operation: Operation, query: GraphQLObjectType): RootField[] | null {
  const collected = collectAtRoot(operation, query)
  if (!collected) return null
  const roots: RootField[] = []
  for (const [key, nodes] of collected) {
    const name = nodes[0].name.value
    const definition = query.getFields()[name]
    if (name !== '__typename' && !(definition && isReadable(model, operation.schema, definition.type))) return null
    roots.push({ key, nodes, definition })
  }
  return roots
}

/** Runs a root resolver as graphql-js would. */
export async function resolveRoot(
  engine: ReadEngine,
  { key, nodes, definition }: RootField & { definition: GraphQLField<unknown, unknown> },
  operation: Operation,
  query: GraphQLObjectType,
  context: ReadContext,
): Promise<unknown> {
  const args = getArgumentValues(definition, nodes[0], operation.variableValues)
  return engine.queries.get(definition.name)?.(undefined, args, context, {
    fieldName: definition.name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType: query,
    path: { prev: undefined, key, typename: query.name },
    schema: operation.schema,
    fragments: operation.fragments,
    rootValue: undefined,
    operation: operation.operation,
    variableValues: operation.variableValues,
  })
}

/** One operation of a document, with its fragments. */
export function operationOf(
  schema: Operation['schema'],
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variableValues: Operation['variableValues'],
): Operation {
  const fragments = document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
  )
  return { schema, operation, fragments: Object.fromEntries(fragments), variableValues }
}

/** Nothing for a directive whose variable is null, which only graphql-js can put into words. */
function collectAtRoot(operation: Operation, query: GraphQLObjectType): CollectedFields | null {
  try {
    return collectFields(operation, query, [operation.operation.selectionSet])
  } catch {
    return null
  }
}

function isReadable({ types, connections }: Model, schema: GraphQLSchema, type: GraphQLOutputType): boolean {
  const named = getNamedType(type)
  if (isAbstractType(named)) return schema.getPossibleTypes(named).every(({ name }) => types.has(name))
  return types.has(named.name) || connections.has(named.name)
}
