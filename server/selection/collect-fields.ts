import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** One operation of a document with the values of its variables; a resolver's `info` is one. */
export type Operation = {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly variableValues: Readonly<Record<string, unknown>>
}

/** Fields by response key, in the order of the answer; several nodes under one key are merged. */
export type CollectedFields = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>

/**
 * The fields that are selected on an object type: CollectFields of the GraphQL specification, so that both ways of
 * answering select and order the same. (graphql-js keeps its own to itself.)
 */
export function collectFields(
  operation: Operation,
  type: GraphQLObjectType,
  selectionSets: Iterable<SelectionSetNode | undefined>,
): CollectedFields {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>()
  const seen = new Set<string>()
  const collect = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (!isIncluded(operation, selection)) continue
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        const nodes = fields.get(key)
        if (nodes) nodes.push(selection)
        else fields.set(key, [selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value
        if (condition === undefined || applies(operation, condition, type)) collect(selection.selectionSet)
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        const fragment = operation.fragments[selection.name.value]
        if (fragment && applies(operation, fragment.typeCondition.name.value, type)) collect(fragment.selectionSet)
      }
    }
  }
  for (const set of selectionSets) if (set) collect(set)
  return fields
}

function isIncluded({ variableValues }: Operation, node: SelectionNode): boolean {
  if (!node.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false
}

function applies({ schema }: Operation, condition: string, type: GraphQLObjectType): boolean {
  if (condition === type.name) return true
  const conditional = schema.getType(condition) as GraphQLCompositeType | undefined
  return isAbstractType(conditional) && schema.isSubType(conditional, type)
}
