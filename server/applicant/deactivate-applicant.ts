import type { EntityManager } from '@mikro-orm/postgresql'
import { parseLine } from '../../schema/rules/line-of-text.js'
import type { ApplicantStatusInput } from '../../schema/types/applicant.input.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import type { Applicant } from './applicant.entity.js'
import { applicantIssues } from './applicant-issues.js'
import { findActiveApplicant, findApplicant, requireRight } from './find-applicant.js'
import { isOffice } from './in-charge.js'
import { readFields } from './read-fields.js'

type Acting = Pick<Context, 'viewer' | 'now'>

/**
 * Makes an organisation read-only, by one of its managers or by the programme office of its city.
 * @returns the organisation's key
 * @throws {Refused} APPLICANT_DEACTIVATED, MEMBER_RIGHT_NEEDED, TEXT_EMPTY for a missing reason
 */
export async function deactivateApplicant(
  em: EntityManager,
  { viewer, now }: Acting,
  input: ApplicantStatusInput,
): Promise<string> {
  const applicant = await findActiveApplicant(em, input.id)
  const byOffice = isOffice(viewer, applicant)
  if (!byOffice) await requireRight(em, applicant, viewer, 'MANAGE')
  note(applicant, input)
  applicant.deactivatedAt = now()
  applicant.deactivatedByOffice = byOffice
  return applicant.id
}

/**
 * Makes an organisation active again; what the office has deactivated, only the office.
 * @returns the organisation's key
 * @throws {Refused} APPLICANT_ACTIVE, DEACTIVATED_BY_OFFICE, MEMBER_RIGHT_NEEDED, TEXT_EMPTY for a missing reason
 */
export async function reactivateApplicant(
  em: EntityManager,
  { viewer }: Acting,
  input: ApplicantStatusInput,
): Promise<string> {
  const applicant = await findApplicant(em, input.id)
  if (!isOffice(viewer, applicant)) {
    await requireRight(em, applicant, viewer, 'MANAGE')
    if (applicant.deactivatedByOffice) throw new Refused([refusal(applicantIssues.deactivatedByOffice, 'input', 'id')])
  }
  if (!applicant.deactivatedAt) throw new Refused([refusal(applicantIssues.active, 'input', 'id')])
  note(applicant, input)
  applicant.deactivatedAt = null
  applicant.deactivatedByOffice = false
  return applicant.id
}

function note(applicant: Applicant, { reason }: ApplicantStatusInput): void {
  const { values, errors } = readFields({ reason: parseLine(reason, 500) }, 'input')
  if (!values) throw new Refused(errors)
  applicant.statusNote = values.reason
}
