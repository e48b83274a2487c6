import type { EntityManager } from '@mikro-orm/postgresql'
import { Refused, refusal } from '../refusal.js'
import { globalId } from '../selection/prepare/global-id.js'
import { type Applicant, Member } from './applicant.entity.js'
import { applicantIssues } from './applicant-issues.js'
import { findActiveApplicant, uuidOf } from './find-applicant.js'

/**
 * A member of today, with his organisation, which nobody else changes until the transaction ends.
 * @throws {Refused} MEMBER_UNKNOWN, APPLICANT_DEACTIVATED
 */
export async function findMember(em: EntityManager, id: string): Promise<{ member: Member; applicant: Applicant }> {
  const unknown = new Refused([refusal(applicantIssues.memberUnknown, 'input', 'member')])
  const key = uuidOf('Member', id)
  const seen = key && (await em.findOne(Member, { id: key, leftAt: null }))
  if (!seen) throw unknown
  const applicant = await findActiveApplicant(em, globalId('Applicant', seen.applicant.id))
  // He may have left while another had the organisation locked.
  const member = await em.findOne(Member, { id: seen.id, leftAt: null }, { refresh: true })
  if (!member) throw unknown
  return { member, applicant }
}

/**
 * Before a manager leaves or loses his right: an organisation without a manager could never have one again.
 * @throws {Refused} LAST_MANAGER
 */
export async function requireOtherManager(em: EntityManager, applicant: Applicant, member: Member): Promise<void> {
  const others = { applicant: applicant.id, mayManage: true, leftAt: null, id: { $ne: member.id } }
  if ((await em.count(Member, others)) > 0) return
  throw new Refused([refusal(applicantIssues.lastManager, 'input')])
}
