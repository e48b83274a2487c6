import { readCase } from '../../schema/rules/case-facts.js'
import type { CompiledEdition } from '../../schema/rules/compile-edition.js'
import { findRoute } from '../../schema/rules/find-route.js'
import type { ApplicantDetails } from './read-details.js'

/** What a route may hang on. */
export type RoutingDetails = Pick<
  ApplicantDetails,
  | 'kind'
  | 'level'
  | 'legalPerson'
  | 'district'
  | 'park'
  | 'parentDepartment'
  | 'foundedOn'
  | 'businessOperations'
  | 'partyBranch'
>

/**
 * Who verifies an organisation: the first authority of the first of the guideline's routes that fits it, as `city/code`
 * (notice, 一（二）). Routes that hang on an application, such as on its direction, decide about that application only and
 * are passed over.
 * @returns null where the programme office has to decide: no route fits, it names no authority of the guideline, or more
 * would have to be known of the organisation
 */
export function jurisdictionOf(compiled: CompiledEdition, details: RoutingDetails, now: Date): string | null {
  const asked = readCase(compiled, { facts: { applicant: factsOf(details) } })
  for (const route of compiled.routes) {
    const { result, route: found, authorities, missing } = findRoute({ ...compiled, routes: [route] }, asked, now)
    if (result === 'UNDETERMINED') {
      if (missing.some(({ name }) => name.startsWith('applicant.'))) return null
      continue
    }
    if (found === null) continue
    const code = authorities[0]?.code
    return code ? `${compiled.edition.city.code}/${code}` : null
  }
  return null
}

/** To the rules an empty text says "none", and null would say "not known". */
function factsOf({ park, parentDepartment, ...details }: RoutingDetails): RoutingDetails {
  const { kind, level, legalPerson, district, foundedOn, businessOperations, partyBranch } = details
  const none = { park: park ?? '', parentDepartment: parentDepartment ?? '' }
  return { kind, level, legalPerson, district, foundedOn, businessOperations, partyBranch, ...none }
}
