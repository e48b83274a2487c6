import { type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode, type ValueNode } from 'graphql'
import type { Operation } from '../collect-fields.js'
import type { ReadContext } from '../sql.js'
import type { RootRead } from './compile-statement.js'

type KnownOperation = { readonly id: number } & Shaping

type Shaping = {
  /** The variables of directives and of arguments below the root. */
  readonly shaping: readonly string[]
  /** Those of them that a statement's text depends on, but for pages: what these depend on is in the shapes of reads. */
  readonly selecting: readonly string[]
}

/** Arguments of connections. Nothing else that SQL reads has arguments of these names. */
const pageArguments = new Set(['first', 'after', 'last', 'before', 'orderBy'])

/** An operation lives as long as the server's own store of documents keeps it. */
const known = new WeakMap<OperationDefinitionNode, KnownOperation>()
let operations = 0

/** All that a statement's text depends on. Values that become parameters are not in it. */
export function planKey(operation: Operation, { locale }: ReadContext, roots: readonly RootRead[]): string {
  const { id } = knownOperation(operation)
  const values = valuesOf(operation, 'selecting')
  let key = `${id} ${locale} ${values.length === 0 ? '' : JSON.stringify(values)}`
  // Names have no spaces and shapes are JSON, so that no two lists of them make one key.
  for (const { fieldNodes, read, place } of roots) {
    const [{ alias, name }] = fieldNodes
    key += ` ${place?.name ?? (alias ?? name).value} ${read.shape}`
  }
  return key
}

/** The values of the variables of directives and of arguments below the root. */
export function shapingValues(operation: Operation): unknown[] {
  return valuesOf(operation, 'shaping')
}

function valuesOf(operation: Operation, names: keyof Shaping): unknown[] {
  return knownOperation(operation)[names].map((name) => operation.variableValues[name] ?? null)
}

/** The names of the variables in a value. */
export function variablesIn(value: ValueNode): string[] {
  if (value.kind === Kind.VARIABLE) return [value.name.value]
  if (value.kind === Kind.LIST) return value.values.flatMap(variablesIn)
  return value.kind === Kind.OBJECT ? value.fields.flatMap((field) => variablesIn(field.value)) : []
}

function knownOperation(operation: Operation): KnownOperation {
  const found = known.get(operation.operation)
  if (found) return found
  const made = { id: operations++, ...shapingVariables(operation) }
  known.set(operation.operation, made)
  return made
}

function shapingVariables({ operation, fragments }: Operation): Shaping {
  const shaping = new Set<string>()
  const selecting = new Set<string>()
  const seen = new Set<string>()
  const add = (name: string, value: ValueNode) => {
    for (const variable of variablesIn(value)) {
      shaping.add(variable)
      if (!pageArguments.has(name)) selecting.add(variable)
    }
  }
  const walk = (set: SelectionSetNode, atRoot: boolean) => {
    for (const selection of set.selections) {
      for (const directive of selection.directives ?? [])
        for (const { name, value } of directive.arguments ?? []) add(name.value, value)
      if (selection.kind === Kind.FIELD) {
        if (!atRoot) for (const { name, value } of (selection as FieldNode).arguments ?? []) add(name.value, value)
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
  return { shaping: [...shaping], selecting: [...selecting] }
}
