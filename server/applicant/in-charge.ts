import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.js'
import { Refused, refusal } from '../refusal.js'
import type { Applicant } from './applicant.entity.js'
import { applicantIssues } from './applicant-issues.js'
import { ownMember } from './find-applicant.js'

/** Whether the caller acts for the programme office of the organisation's city. */
export function isOffice({ cities }: Viewer, { city }: Applicant): boolean {
  return cities.PROGRAMME_OFFICE.includes(city)
}

/**
 * Who verifies: the authority of the organisation's jurisdiction, or the programme office of its city; nobody an organisation
 * that he is a member of.
 * @throws {Refused} NOT_IN_CHARGE, OWN_APPLICANT
 */
export async function requireCharge(em: EntityManager, applicant: Applicant, viewer: Viewer): Promise<void> {
  const { jurisdiction } = applicant
  const isAuthority = jurisdiction != null && viewer.jurisdictions.includes(jurisdiction)
  if (!isAuthority && !isOffice(viewer, applicant))
    throw new Refused([refusal(applicantIssues.notInCharge, 'input', 'id')])
  if (await ownMember(em, applicant, viewer)) throw new Refused([refusal(applicantIssues.ownApplicant, 'input', 'id')])
}
