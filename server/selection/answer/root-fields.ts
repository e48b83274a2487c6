import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { type CollectedFields, collectFields, type Operation } from '../collect-fields.js'
import { type Arguments, prepareArguments } from './prepare-arguments.js'

/** A field at the root of a query. */
export type RootField = {
  readonly key: string
  readonly nodes: readonly [FieldNode, ...FieldNode[]]
  readonly definition: GraphQLField<unknown, unknown>
  readonly args: Arguments
}

/** The fields at the root of a query by response key, `__typename` as null. */
export type Roots = {
  readonly fields: ReadonlyMap<string, RootField | null>
  /** Whether there are others, of introspection, which graphql-js answers. */
  readonly foreign: boolean
}

/** An operation lives as long as the server's own store of documents keeps it. */
const prepared = new WeakMap<OperationDefinitionNode, Roots>()

/** Null if a directive's variable is null, which only graphql-js can put into words. */
export function rootFields(operation: Operation, query: GraphQLObjectType): Roots | null {
  const known = prepared.get(operation.operation)
  if (known) return known
  const collected = collectAtRoot(operation, query)
  if (!collected) return null
  const fields = new Map<string, RootField | null>()
  let foreign = false
  for (const [key, nodes] of collected) {
    const name = nodes[0].name.value
    const definition = query.getFields()[name]
    if (definition) fields.set(key, { key, nodes, definition, args: prepareArguments(definition, nodes[0]) })
    else if (name === '__typename') fields.set(key, null)
    else foreign = true
  }
  const roots = { fields, foreign }
  if (isFixed(operation.operation)) prepared.set(operation.operation, roots)
  return roots
}

/** Whether variables have no say in which fields there are at the root. */
function isFixed({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(({ kind, directives }) => kind === Kind.FIELD && !directives?.length)
}

/** What graphql-js tells the resolver of a field at the root. */
export function rootInfo(
  { key, nodes, definition }: RootField,
  { schema, fragments, operation, variableValues }: Operation,
  query: GraphQLObjectType,
): GraphQLResolveInfo {
  return {
    fieldName: definition.name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType: query,
    path: { prev: undefined, key, typename: query.name },
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues,
  }
}

/** One operation of a document, with its fragments. */
export function operationOf(
  schema: Operation['schema'],
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variableValues: Operation['variableValues'],
): Operation {
  return { schema, operation, fragments: fragmentsOf(document), variableValues }
}

const known = new WeakMap<DocumentNode, Operation['fragments']>()

function fragmentsOf(document: DocumentNode): Operation['fragments'] {
  const found = known.get(document)
  if (found) return found
  const named = document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
  )
  const fragments = Object.fromEntries(named)
  known.set(document, fragments)
  return fragments
}

function collectAtRoot(operation: Operation, query: GraphQLObjectType): CollectedFields | null {
  try {
    return collectFields(operation, query, [operation.operation.selectionSet])
  } catch {
    return null
  }
}
