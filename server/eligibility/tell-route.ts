import type { CaseReading } from '../../schema/rules/case-facts.js'
import { findRoute } from '../../schema/rules/find-route.js'
import type { Route } from '../../schema/types/eligibility.js'
import type { LoadedEdition } from '../guideline/edition-register.js'

/** Who recommends an application, level by level, as the API tells it. */
export function tellRoute({ compiled, objects }: LoadedEdition, asked: CaseReading, asOf: Date): Route {
  const { result, clause, authorities, facts, missing } = findRoute(compiled, asked, asOf)
  return { outcome: result, clause: clause === null ? null : objects.clause(clause), authorities, facts, missing }
}
