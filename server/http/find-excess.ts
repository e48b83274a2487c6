import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { withoutNumbers } from './private-text.js'

/** What an operation can have too much of. */
export type Measure = {
  /** How much a selection has of it, without what is selected below; minus infinity where all below counts for nothing. */
  own(selection: SelectionNode): number
  /** Whether selections beside one another add up, or the one with most of it counts. */
  readonly adds: boolean
}

/** The first selection that goes beyond a limit, and the response keys on the way to it, without numbers of persons. */
export type Excess = { readonly node: SelectionNode; readonly path: readonly string[] }

/**
 * Measures an operation with its fragments opened, and finds where it goes beyond a limit; undefined if it doesn't.
 * Each fragment is measured once, so that those that multiply cost no time. One that spreads itself counts once.
 */
export function findExcess(
  { selectionSet }: OperationDefinitionNode,
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
  { own, adds }: Measure,
  limit: number,
): Excess | undefined {
  const ofFragments = new Map<string, number>()

  function setOf(selection: SelectionNode): SelectionSetNode | undefined {
    return selection.kind === Kind.FRAGMENT_SPREAD
      ? fragmentOf(selection.name.value)?.selectionSet
      : selection.selectionSet
  }

  function below(selection: SelectionNode): number {
    const known = selection.kind === Kind.FRAGMENT_SPREAD ? ofFragments.get(selection.name.value) : undefined
    if (known !== undefined) return known
    enter(selection)
    let total = 0
    for (const inner of setOf(selection)?.selections ?? []) {
      const size = own(inner) + below(inner)
      total = adds ? total + size : Math.max(total, size)
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) ofFragments.set(selection.name.value, total)
    return total
  }

  /** A fragment within itself, which a rule of GraphQL's own refuses, is not opened again. */
  function enter(selection: SelectionNode): void {
    if (selection.kind === Kind.FRAGMENT_SPREAD) ofFragments.set(selection.name.value, 0)
  }

  function find({ selections }: SelectionSetNode, left: number, path: readonly string[]): Excess | undefined {
    let room = left
    for (const node of selections) {
      const key = node.kind === Kind.FIELD ? [withoutNumbers((node.alias ?? node.name).value)] : []
      const itself = own(node)
      if (itself > room) return { node, path: [...path, ...key] }
      const size = itself + below(node)
      const set = setOf(node)
      if (size > room && set) {
        enter(node)
        return find(set, room - itself, [...path, ...key])
      }
      if (adds) room -= size
    }
    return undefined
  }

  return find(selectionSet, limit, [])
}
