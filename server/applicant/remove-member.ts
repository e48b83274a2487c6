import type { EntityManager } from '@mikro-orm/postgresql'
import type { RemoveMemberInput } from '../../schema/types/applicant.input.js'
import type { Context } from '../http/context.js'
import { requireRight } from './find-applicant.js'
import { findMember, requireOtherManager } from './find-member.js'

/**
 * A manager takes a member out of an organisation. The row stays, as what the member did refers to it.
 * @returns keys of the member and of the organisation
 * @throws {Refused} MEMBER_UNKNOWN, APPLICANT_DEACTIVATED, MEMBER_RIGHT_NEEDED, LAST_MANAGER
 */
export async function removeMember(
  em: EntityManager,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
  input: RemoveMemberInput,
): Promise<{ member: string; applicant: string }> {
  const { member, applicant } = await findMember(em, input.member)
  await requireRight(em, applicant, viewer, 'MANAGE')
  if (member.mayManage) await requireOtherManager(em, applicant, member)
  member.leftAt = now()
  return { member: member.id, applicant: applicant.id }
}
