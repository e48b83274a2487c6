import { type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode, type ValueNode } from 'graphql'
import type { Operation } from './collect-fields.js'
import type { RootRead } from './compile-statement.js'
import type { ReadContext } from './sql.js'

type KnownOperation = { readonly id: number; readonly shaping: readonly string[] }

/** An operation lives as long as the server's own store of documents keeps it. */
const known = new WeakMap<OperationDefinitionNode, KnownOperation>()
let operations = 0

/** All that a statement's text depends on. Values that become parameters are not in it. */
export function planKey(operation: Operation, { locale }: ReadContext, roots: readonly RootRead[]): string {
  const { id } = knownOperation(operation)
  const values = shapingValues(operation)
  let key = `${id} ${locale} ${values.length === 0 ? '' : JSON.stringify(values)}`
  // Names have no spaces and shapes are JSON, so that no two lists of them make one key.
  for (const { fieldNodes, read } of roots) {
    const [{ alias, name }] = fieldNodes
    key += ` ${(alias ?? name).value} ${read.shape}`
  }
  return key
}

/** The values of the variables that decide what an operation selects. */
export function shapingValues(operation: Operation): unknown[] {
  return knownOperation(operation).shaping.map((name) => operation.variableValues[name] ?? null)
}

function knownOperation(operation: Operation): KnownOperation {
  const found = known.get(operation.operation)
  if (found) return found
  const made = { id: operations++, shaping: [...shapingVariables(operation)] }
  known.set(operation.operation, made)
  return made
}

/** Variables that decide what is selected: those of directives, and of fields below the root. */
function shapingVariables({ operation, fragments }: Operation): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const addFrom = (value: ValueNode) => {
    if (value.kind === Kind.VARIABLE) found.add(value.name.value)
    else if (value.kind === Kind.LIST) value.values.forEach(addFrom)
    else if (value.kind === Kind.OBJECT) for (const field of value.fields) addFrom(field.value)
  }
  const walk = (set: SelectionSetNode, atRoot: boolean) => {
    for (const selection of set.selections) {
      for (const directive of selection.directives ?? [])
        for (const { value } of directive.arguments ?? []) addFrom(value)
      if (selection.kind === Kind.FIELD) {
        if (!atRoot) for (const { value } of (selection as FieldNode).arguments ?? []) addFrom(value)
        if (selection.selectionSet) walk(selection.selectionSet, false)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, atRoot)
      else {
        // A fragment on the root type and one below it can't be the same.
        const { value: name } = selection.name
        const fragment = fragments[name]
        if (fragment && !seen.has(name)) {
          seen.add(name)
          walk(fragment.selectionSet, atRoot)
        }
      }
    }
  }
  walk(operation.selectionSet, true)
  return found
}
