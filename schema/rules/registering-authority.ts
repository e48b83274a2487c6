import type { ApplicantKind } from '../enums.js'

/*
 * The first character of a credit code says who registered the organisation, and the second what as (GB 32100-2015, 5.1
 * and 5.2, with its amendment no. 1): 1 the staffing office (12 public institutions), 5 civil affairs (52 private
 * non-enterprise units), 9 market regulation (91 enterprises, 92 sole traders, 93 farmers' cooperatives), A the military.
 * Kinds of the form that several of them register are not told apart by it.
 */
const registeredBy: Readonly<Record<Exclude<ApplicantKind, 'OTHER'>, string>> = {
  ENTERPRISE: '9',
  // Private ones are registered with civil affairs, or as companies.
  UNIVERSITY: '159A',
  // Some were turned into companies.
  RESEARCH_INSTITUTE: '159A',
  PUBLIC_INSTITUTION: '1A',
}

/** Whether an organisation with this credit code, known to be well-formed, can be of this kind. */
export function codeFitsKind(creditCode: string, kind: ApplicantKind): boolean {
  return kind === 'OTHER' || registeredBy[kind].includes(creditCode.charAt(0))
}

/** Whether it can be a legal person: sole traders (个体工商户) are none (Civil Code, articles 54 and 57). */
export function codeFitsLegalPerson(creditCode: string): boolean {
  return !creditCode.startsWith('92')
}
