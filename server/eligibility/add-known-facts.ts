import type { Facts } from '../../schema/rules/facts.js'
import { type Issue, issue } from '../../schema/rules/issue.js'

type Group = Readonly<Record<string, unknown>>

/**
 * The caller's facts with those that the service knows. What it knows it takes from nobody: the caller's are refused
 * (FACT_KNOWN), whatever they say.
 */
export function addKnownFacts(
  told: Facts | null | undefined,
  known: Facts,
): { readonly facts: Facts; readonly issues: readonly (Issue & { readonly path: string })[] } {
  const facts: Record<string, unknown> = { ...told }
  const issues: (Issue & { path: string })[] = []
  for (const [group, values] of Object.entries(known as Record<string, Group>)) {
    const own = (facts[group] ?? {}) as Group
    const merged: Record<string, unknown> = { ...own }
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === undefined) continue
      if (own[name] !== null && own[name] !== undefined) issues.push({ ...factKnown, path: `facts.${group}.${name}` })
      merged[name] = value
    }
    facts[group] = merged
  }
  return { facts: facts as Facts, issues }
}

const factKnown = issue(
  'FACT_KNOWN',
  '该事实以单位登记信息和登记簿为准，请不要填写；有误的请先更正登记。',
  'This fact is taken from the registration and the registers; leave it out, and have it corrected there if it is wrong.',
)
