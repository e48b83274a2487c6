import type { EntityManager } from '@mikro-orm/postgresql'
import type { LeaveApplicantInput } from '../../schema/types/applicant.input.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { applicantIssues } from './applicant-issues.js'
import { findApplicant, ownMember } from './find-applicant.js'
import { requireOtherManager } from './find-member.js'

/**
 * A member leaves an organisation, also a deactivated one, unless he is its last manager.
 * @returns the organisation's key
 * @throws {Refused} APPLICANT_UNKNOWN also for one that he is no member of; LAST_MANAGER
 */
export async function leaveApplicant(
  em: EntityManager,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
  { id }: LeaveApplicantInput,
): Promise<string> {
  const applicant = await findApplicant(em, id)
  const member = await ownMember(em, applicant, viewer)
  if (!member) throw new Refused([refusal(applicantIssues.unknown, 'input', 'id')])
  if (member.mayManage) await requireOtherManager(em, applicant, member)
  member.leftAt = now()
  return applicant.id
}
