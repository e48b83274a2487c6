import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { type ComplexityEstimator, type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity/cjs'
import { limits } from './limits.js'

/** The cost of an operation and of each field in it. */
export type Cost = { readonly total: number; readonly byField: ReadonlyMap<FieldNode, FieldCost> }

/** The cost of a field with all below it, and how many items it was asked for, with variables looked up. */
export type FieldCost = { readonly cost: number; readonly asked: Asked | undefined }

type Asked = { readonly argument: 'first' | 'last'; readonly size: number }

type Operation = {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * Estimates how many objects an operation comes to: every object counts 1, those of a list as often as the list is
 * long, values of an object are free. List sizes come from `first` and `last`, variables included.
 * @throws {GraphQLError} if an argument or a directive can't be read, or there are more nodes than may be visited
 */
export function measureCost({ schema, document, operationName, variables }: Operation): Cost {
  const byField = new Map<FieldNode, FieldCost>()
  const estimate: ComplexityEstimator = (field) => {
    const asked = askedOf(field)
    const cost = costOf(field, asked)
    byField.set(field.node, { cost, asked })
    return cost
  }
  const total = getComplexity({
    schema,
    query: document,
    operationName,
    variables: { ...variables },
    estimators: [estimate],
    maxQueryNodes: limits.costNodes,
  })
  return { total, byField }
}

function askedOf({ args }: ComplexityEstimatorArgs): Asked | undefined {
  const argument = args.first == null ? 'last' : 'first'
  const size: unknown = args[argument]
  return typeof size === 'number' ? { argument, size } : undefined
}

function costOf({ field, node, type, childComplexity }: ComplexityEstimatorArgs, asked: Asked | undefined): number {
  const own = node.selectionSet ? 1 : 0
  const size = asked && Math.max(asked.size, 1)
  if (isConnection(getNamedType(field.type))) return own + (size ?? limits.defaultPageSize) * childComplexity
  // The lists inside of a connection were counted at the connection.
  if (!isListType(getNullableType(field.type)) || isConnection(type)) return own + childComplexity
  return (size ?? limits.assumedListSize) * (own + childComplexity)
}

function isConnection({ name }: GraphQLNamedType): boolean {
  return name.endsWith('Connection')
}

/** The fields of a selection that cost something, the dearest first. */
export function dearest(document: DocumentNode, { byField }: Cost, set: SelectionSetNode): FieldNode[] {
  const cost = (field: FieldNode) => byField.get(field)?.cost ?? 0
  return fieldsOf(document, set)
    .filter((field) => cost(field) > 0)
    .sort((a, b) => cost(b) - cost(a))
}

/** From the dearest field at the root the way down to where its cost is from. */
export function dearestWay(document: DocumentNode, operation: OperationDefinitionNode, cost: Cost): FieldNode[] {
  const way: FieldNode[] = []
  let set: SelectionSetNode | undefined = operation.selectionSet
  while (set) {
    const [next]: FieldNode[] = dearest(document, cost, set)
    if (next) way.push(next)
    set = next?.selectionSet
  }
  return way
}

/** The fields of a selection, each fragment opened once: more often would be as long as the bomb it may be. */
function fieldsOf(document: DocumentNode, set: SelectionSetNode, opened = new Set<string>()): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, selection.selectionSet, opened)
    const name = selection.name.value
    const fragment = opened.has(name) ? undefined : fragmentOf(document, name)
    opened.add(name)
    return fragment ? fieldsOf(document, fragment.selectionSet, opened) : []
  })
}

/** The fragment of a name. */
export function fragmentOf({ definitions }: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  )
}
