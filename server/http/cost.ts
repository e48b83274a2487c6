import {
  type DocumentNode,
  type FieldNode,
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
export type Cost = { readonly total: number; readonly byField: ReadonlyMap<FieldNode, number> }

/** One line of the bill: a path of field names, and the cost of the field with all below it. */
export type CostLine = { readonly path: string; readonly cost: number }

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
  const byField = new Map<FieldNode, number>()
  const estimate: ComplexityEstimator = (field) => {
    const cost = costOf(field)
    byField.set(field.node, cost)
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

function costOf({ args, field, node, type, childComplexity }: ComplexityEstimatorArgs): number {
  const own = node.selectionSet ? 1 : 0
  const asked: unknown = args.first ?? args.last
  const size = typeof asked === 'number' ? Math.max(asked, 1) : undefined
  if (isConnection(getNamedType(field.type))) return own + (size ?? limits.defaultPageSize) * childComplexity
  // The lists inside of a connection were counted at the connection.
  if (!isListType(getNullableType(field.type)) || isConnection(type)) return own + childComplexity
  return (size ?? limits.assumedListSize) * (own + childComplexity)
}

function isConnection({ name }: GraphQLNamedType): boolean {
  return name.endsWith('Connection')
}

/** What costs the most: the dearest root fields, and below the first of them the way down to where its cost is from. */
export function billOf(document: DocumentNode, operation: OperationDefinitionNode, { byField }: Cost): CostLine[] {
  const ranked = (set: SelectionSetNode | undefined) =>
    (set ? fieldsOf(document, set) : [])
      .map((field) => ({ field, cost: byField.get(field) ?? 0 }))
      .filter(({ cost }) => cost > 0)
      .sort((a, b) => b.cost - a.cost)
  const roots = ranked(operation.selectionSet)
  const lines = roots.slice(0, 5).map(({ field, cost }) => ({ path: field.name.value, cost }))
  let dearest = roots[0]?.field
  for (let path = dearest?.name.value ?? ''; dearest; path = `${path}.${dearest.name.value}`) {
    const next = ranked(dearest.selectionSet)[0]
    if (!next) break
    lines.push({ path: `${path}.${next.field.name.value}`, cost: next.cost })
    dearest = next.field
  }
  return lines
}

/** The fields of a selection, each fragment opened once: more often would be as long as the bomb it may be. */
function fieldsOf(document: DocumentNode, set: SelectionSetNode, opened = new Set<string>()): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, selection.selectionSet, opened)
    const name = selection.name.value
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    )
    if (opened.has(name) || fragment?.kind !== Kind.FRAGMENT_DEFINITION) return []
    opened.add(name)
    return fieldsOf(document, fragment.selectionSet, opened)
  })
}
