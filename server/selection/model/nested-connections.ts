import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  responsePathAsArray,
  type SelectionSetNode,
} from 'graphql'
import { type Arguments, prepareArguments } from '../answer/prepare-arguments.js'
import { collectFields, type Operation } from '../collect-fields.js'
import { variablesIn } from '../compile/plan-key.js'
import type { ConnectionField, Model } from './model.js'

/** What a document selects of the rows of an intent; a resolver's `info` is one. */
export type Selected = Operation & Pick<GraphQLResolveInfo, 'fieldNodes' | 'returnType' | 'path'>

/** A connection below the root where a document asks for it, perhaps in a part that a directive leaves out. */
export type NestedConnection = {
  readonly node: FieldNode
  readonly field: ConnectionField
  readonly args: Arguments
  /** Whether its arguments are the same for all requests. */
  readonly fixed: boolean
}

type Known = { readonly model: Model; readonly type: GraphQLOutputType; readonly found: readonly NestedConnection[] }

/** By the field that shows the rows; a document lives as long as the server's own store keeps it. */
const known = new WeakMap<FieldNode, Known>()

/** The connections below a field that shows rows. They are looked for once, so that documents without any stay as fast. */
export function nestedConnections(model: Model, selected: Selected): readonly NestedConnection[] {
  const found = selected.fieldNodes.map((node) => below(model, selected, node))
  return found.length === 1 && found[0] ? found[0] : found.flat()
}

function below(model: Model, selected: Selected, root: FieldNode): readonly NestedConnection[] {
  const before = known.get(root)
  const { returnType: type } = selected
  if (before?.model === model && before.type === type) return before.found
  const found = find(model, selected, root)
  known.set(root, { model, type, found })
  return found
}

function find(model: Model, { schema, fragments, returnType }: Selected, root: FieldNode): NestedConnection[] {
  const found: NestedConnection[] = []
  const opened = new Set<string>()
  const walk = (set: SelectionSetNode, type: GraphQLNamedType | undefined) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) walkField(selection, type)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value
        walk(selection.selectionSet, condition === undefined ? type : schema.getType(condition))
      } else if (!opened.has(selection.name.value)) {
        opened.add(selection.name.value)
        const fragment = fragments[selection.name.value]
        if (fragment) walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value))
      }
    }
  }
  const walkField = (node: FieldNode, type: GraphQLNamedType | undefined) => {
    const shown = new Set<GraphQLNamedType>()
    for (const parent of objectTypes(type)) {
      const definition = parent.getFields()[node.name.value]
      if (!definition) continue
      shown.add(getNamedType(definition.type))
      const field = model.types.get(parent.name)?.fields.get(node.name.value)
      if (field?.kind !== 'connection') continue
      const fixed = !node.arguments?.some(({ value }) => variablesIn(value).length > 0)
      found.push({ node, field, args: prepareArguments(definition, node), fixed })
    }
    for (const inner of shown) if (node.selectionSet) walk(node.selectionSet, inner)
  }
  const objectTypes = (type: GraphQLNamedType | undefined) =>
    isObjectType(type) ? [type] : isAbstractType(type) ? schema.getPossibleTypes(type) : []
  if (root.selectionSet) walk(root.selectionSet, getNamedType(returnType))
  return found
}

/** The response keys that lead to a field from the root of the answer, if the request's directives let it through. */
export function pathTo(selected: Selected, target: FieldNode): (string | number)[] | undefined {
  const { schema } = selected
  const search = (type: GraphQLNamedType, nodes: readonly FieldNode[]): string[] | undefined => {
    for (const parent of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) {
      if (!isObjectType(parent)) continue
      const sets = nodes.map(({ selectionSet }) => selectionSet)
      for (const [key, fieldNodes] of collectFields(selected, parent, sets)) {
        if (fieldNodes.includes(target)) return [key]
        const definition = parent.getFields()[fieldNodes[0].name.value]
        const rest = definition && search(getNamedType(definition.type), fieldNodes)
        if (rest) return [key, ...rest]
      }
    }
    return undefined
  }
  const rest = search(getNamedType(selected.returnType), selected.fieldNodes)
  return rest && [...responsePathAsArray(selected.path), ...rest]
}
