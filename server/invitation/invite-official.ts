import type { EntityManager } from '@mikro-orm/postgresql'
import { parseEmail } from '../../schema/rules/email.js'
import type { InviteOfficialInput } from '../../schema/types/invitation.js'
import { actorOf } from '../access/viewer.js'
import { readOfficialRole } from '../account/official-role.js'
import type { Context } from '../http/context.js'
import { sendMail } from '../mail/send-mail.js'
import { Refused, refusal } from '../refusal.js'
import { invitationIssues } from './invitation-issues.js'
import { storeInvitation } from './store-invitation.js'

/**
 * Invites the owner of an address to an official's role. Gives the invitation's key.
 * @throws {Refused} EMAIL_MALFORMED, ROLE_FOR_ONESELF, ROLE_ALREADY_GRANTED, and what is wrong with the role
 */
export async function inviteOfficial(em: EntityManager, context: Context, input: InviteOfficialInput): Promise<string> {
  const { viewer, keyring, locale, now } = context
  const actor = actorOf(viewer)
  const email = parseEmail(input.email)
  if (!email.ok) throw new Refused(email.issues.map((issue) => refusal(issue, 'input', 'email')))
  const { words, ...role } = await readOfficialRole(em, input)
  const [owner] = await em.execute<{ id: string; has: boolean }[]>(
    `select id, exists (select from role_grant where account_id = account.id and revoked_at is null
                          and (role, city, authority) is not distinct from (?, ?::text, ?::text)) as has
       from account where lower(email) = lower(?)`,
    [role.role, role.city, role.authority, email.value],
  )
  if (owner?.id === actor) throw new Refused([refusal(invitationIssues.forOneself, 'input', 'email')])
  if (owner?.has) throw new Refused([refusal(invitationIssues.alreadyGranted, 'input')])
  const { id, token } = await storeInvitation(em, { email: email.value, invitedBy: actor, ...role }, now())
  const values = { code: token, role: words }
  await sendMail(em, keyring, { to: email.value, template: 'official-invitation', values, locale })
  return id
}
