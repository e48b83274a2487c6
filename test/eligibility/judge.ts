import { type CaseReading, readCase } from '../../schema/rules/case-facts.js'
import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import type { CompiledEdition } from '../../schema/rules/compile-edition.js'
import type { Facts } from '../../schema/rules/facts.js'
import { findRoute } from '../../schema/rules/find-route.js'
import type { Case, RouteResult, Verdict } from '../../schema/rules/verdict.js'

/** The verdict on a case as it comes from outside; throws for what the service wouldn't accept. */
export function verdictOn(compiled: CompiledEdition, asked: Case<Facts>): Verdict {
  return checkEligibility(compiled, accepted(compiled, asked), asked.asOf)
}

/** Who recommends, for a case as it comes from outside. */
export function routeOf(compiled: CompiledEdition, asked: Case<Facts>): RouteResult {
  return findRoute(compiled, accepted(compiled, asked), asked.asOf)
}

/** A direction of another category is refused before a rule sees it, but there is a rule about it, which has to be right. */
function accepted(compiled: CompiledEdition, asked: Case<Facts>): CaseReading {
  const reading = readCase(compiled, asked)
  return { ...reading, issues: reading.issues.filter(({ code }) => code !== 'DIRECTION_OF_OTHER_CATEGORY') }
}
