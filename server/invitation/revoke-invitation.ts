import type { EntityManager } from '@mikro-orm/postgresql'
import { uuidOf } from '../applicant/find-applicant.js'
import { Refused, refusal } from '../refusal.js'
import { Invitation } from './invitation.entity.js'
import { invitationIssues } from './invitation-issues.js'

/**
 * Takes an invitation back that the caller may see and nobody has accepted; to revoke it again changes nothing. Gives its
 * key.
 * @throws {Refused} INVITATION_UNKNOWN, INVITATION_USED
 */
export async function revokeInvitation(em: EntityManager, id: string, now: Date): Promise<string> {
  const key = uuidOf('Invitation', id)
  const invitation = key && (await em.findOne(Invitation, key))
  if (!invitation) throw new Refused([refusal(invitationIssues.unknown, 'id')])
  // Taken only now that it is seen, and looked at again: somebody may be accepting it.
  const [row] = await em.execute<{ accepted: boolean }[]>(
    'select accepted_at is not null as accepted from invitation where id = ? for update',
    [key],
  )
  if (row?.accepted) throw new Refused([refusal(invitationIssues.used, 'id')])
  invitation.revokedAt ??= now
  return key
}
