import type { EntityManager } from '@mikro-orm/postgresql'
import type { MemberRight, Role } from '../../schema/enums.js'
import { invitationHash, newInvitationToken } from './invitation-token.js'

/** Days for which an invitation can be accepted; the mails say so, too. */
const validDays = 14

interface NewInvitation {
  readonly email: string
  /** Null for the operator of the service, who has no account. */
  readonly invitedBy: string | null
  /** Key of an applicant or of an application, and the rights there; none for an official. */
  readonly applicant?: string
  readonly application?: string
  readonly rights?: readonly MemberRight[]
  readonly role?: Role
  readonly city?: string | null
  readonly authority?: string | null
}

/**
 * Stores an invitation in place of earlier ones to the same address for the same thing, which are revoked.
 * @returns its key, and the token for the mail, which is kept nowhere else
 */
export async function storeInvitation(
  em: EntityManager,
  { email, invitedBy, applicant, application, rights = [], role, city, authority }: NewInvitation,
  now: Date,
): Promise<{ id: string; token: string }> {
  const place = [applicant ?? null, application ?? null, role ?? null, city ?? null, authority ?? null]
  await em.execute(
    `update invitation set revoked_at = ? where lower(email) = lower(?) and accepted_at is null and revoked_at is null
       and (applicant_id, application_id, role, city, authority)
         is not distinct from (?::uuid, ?::uuid, ?::text, ?::text, ?::text)`,
    [now, email, ...place],
  )
  const token = newInvitationToken()
  const mayBe = (['MANAGE', 'EDIT', 'SUBMIT'] as const).map((right) => rights.includes(right))
  const [stored] = await em.execute<{ id: string }[]>(
    `insert into invitation (email, invited_by_id, applicant_id, application_id, role, city, authority, may_manage, may_edit,
                             may_submit, token_hash, invited_at, expires_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?) returning id`,
    [
      email,
      invitedBy,
      ...place,
      ...mayBe,
      invitationHash(token),
      now,
      new Date(now.getTime() + validDays * 86_400_000),
    ],
  )
  if (!stored) throw new Error('An invitation was stored, and the database gave no key.')
  return { id: stored.id, token }
}
