import type { EntityManager } from '@mikro-orm/postgresql'
import type { SetMemberRightsInput } from '../../schema/types/applicant.input.js'
import type { Viewer } from '../access/viewer.js'
import { requireRight } from './find-applicant.js'
import { findMember, requireOtherManager } from './find-member.js'

/**
 * A manager says what a member may do; himself too, unless he is the last one.
 * @returns keys of the member and of the organisation
 * @throws {Refused} MEMBER_UNKNOWN, APPLICANT_DEACTIVATED, MEMBER_RIGHT_NEEDED, LAST_MANAGER
 */
export async function setMemberRights(
  em: EntityManager,
  viewer: Viewer,
  { member: id, rights }: SetMemberRightsInput,
): Promise<{ member: string; applicant: string }> {
  const { member, applicant } = await findMember(em, id)
  await requireRight(em, applicant, viewer, 'MANAGE')
  if (member.mayManage && !rights.includes('MANAGE')) await requireOtherManager(em, applicant, member)
  member.mayManage = rights.includes('MANAGE')
  member.mayEdit = rights.includes('EDIT')
  member.maySubmit = rights.includes('SUBMIT')
  return { member: member.id, applicant: applicant.id }
}
