import { type CaseReading, caseFacts } from './case-facts.js'
import { evaluate } from './check-eligibility.js'
import type { CompiledEdition, CompiledRoute } from './compile-edition.js'
import { Frame, Missing } from './rule-value.js'
import type { RouteResult } from './verdict.js'

type Authority = RouteResult['authorities'][number]

/**
 * Who recommends an application, level by level: the first route of the edition whose condition holds. MANUAL, with the
 * clause, when that route names nobody for these facts, and without one when no route holds. UNDETERMINED, with the
 * missing facts, as soon as a route before the first match can't be decided.
 * @throws TypeError for a case with issues; RangeError when `asOf` is no valid Date or its day leaves the years 1–9999.
 */
export function findRoute(compiled: CompiledEdition, asked: CaseReading, asOf: Date): RouteResult {
  const frame = new Frame(caseFacts(compiled, asked, asOf))
  for (const candidate of compiled.routes) {
    const { route, when } = candidate
    const holds = evaluate(when, frame)
    if (holds instanceof Missing) return undetermined(frame, holds)
    if (holds) return follow(compiled, candidate, frame)
  }
  return {
    result: 'MANUAL',
    route: null,
    clause: null,
    authorities: [],
    facts: frame.reads.map((place) => frame.show(place)),
    missing: [],
  }
}

function follow(compiled: CompiledEdition, { route, choices }: CompiledRoute, frame: Frame): RouteResult {
  const found: Authority[] = []
  let missing: Missing | undefined
  for (const { choice, fact } of choices) {
    const value = fact ? evaluate(fact, frame) : 'code' in choice ? choice.code : ''
    if (value instanceof Missing) {
      missing = missing ? missing.and(value) : value
      continue
    }
    const authority = authorityOf(compiled, choice, value as string)
    if (authority) found.push(authority)
  }
  if (missing) return undetermined(frame, missing, route)
  // With one level unfilled the programme office decides about all of them.
  const complete = choices.length > 0 && found.length === choices.length
  return {
    result: complete ? 'FOUND' : 'MANUAL',
    route: route.id,
    clause: route.clause,
    authorities: complete ? found : [],
    facts: frame.reads.map((place) => frame.show(place)),
    missing: [],
  }
}

function authorityOf(
  { edition }: CompiledEdition,
  choice: CompiledRoute['choices'][number]['choice'],
  value: string,
): Authority | null {
  const table = 'fact' in choice ? choice.codes : null
  const code = table ? (Object.hasOwn(table, value) ? table[value] : undefined) : value
  if (!code) return null
  const authority = edition.authorities.find((candidate) => candidate.code === code)
  if (authority) return authority
  // A department that the applicant names itself need not be in the edition's list.
  return table || 'code' in choice ? null : { code: null, name: { 'zh-CN': code, en: code } }
}

function undetermined(frame: Frame, missing: Missing, route?: CompiledRoute['route']): RouteResult {
  return {
    result: 'UNDETERMINED',
    route: route?.id ?? null,
    clause: route?.clause ?? null,
    authorities: [],
    facts: frame.reads.map((place) => frame.show(place)),
    missing: missing.list,
  }
}
