import type { EntityManager } from '@mikro-orm/postgresql'
import { parseEmail } from '../../schema/rules/email.js'
import type { InviteMemberInput } from '../../schema/types/invitation.js'
import { actorOf } from '../access/viewer.js'
import type { Context } from '../http/context.js'
import { sendMail } from '../mail/send-mail.js'
import { Refused, refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { invitationIssues } from './invitation-issues.js'
import { storeInvitation } from './store-invitation.js'

/** Invitations that an organisation may have waiting: enough for its staff, too few to send mails to the world. */
const waitingAtMost = 50

/**
 * Invites the owner of an address to work for an organisation that the caller manages. Gives the invitation's key.
 * @throws {Refused} APPLICANT_UNKNOWN, EMAIL_MALFORMED, ALREADY_MEMBER, TOO_MANY_INVITATIONS
 */
export async function inviteMember(em: EntityManager, context: Context, input: InviteMemberInput): Promise<string> {
  const { viewer, keyring, locale, now } = context
  const applicant = keyOfGlobalId('Applicant', input.applicant) ?? ''
  if (!viewer.applicants.MANAGE.includes(applicant)) {
    throw new Refused([refusal(invitationIssues.applicantUnknown, 'input', 'applicant')])
  }
  const email = parseEmail(input.email)
  if (!email.ok) throw new Refused(email.issues.map((issue) => refusal(issue, 'input', 'email')))
  // Locked, so that the invitations of one organisation are counted one after the other.
  const [organisation] = await em.execute<{ name: string }[]>('select name from applicant where id = ? for update', [
    applicant,
  ])
  if (!organisation) throw new Refused([refusal(invitationIssues.applicantUnknown, 'input', 'applicant')])
  const [state] = await em.execute<{ member: boolean; waiting: number }[]>(
    `select exists (select from member join account on account.id = member.account_id
                      where applicant_id = ? and left_at is null and lower(email) = lower(?)) as member,
            (select count(*)::int from invitation where applicant_id = ? and accepted_at is null and revoked_at is null
                      and expires_at > ? and lower(email) <> lower(?)) as waiting`,
    [applicant, email.value, applicant, now(), email.value],
  )
  if (state?.member) throw new Refused([refusal(invitationIssues.alreadyMember, 'input', 'email')])
  if ((state?.waiting ?? 0) >= waitingAtMost) throw new Refused([refusal(invitationIssues.tooMany, 'input')])
  const invited = { email: email.value, invitedBy: actorOf(viewer), applicant, rights: input.rights }
  const { id, token } = await storeInvitation(em, invited, now())
  const values = { code: token, applicant: organisation.name }
  await sendMail(em, keyring, { to: email.value, template: 'member-invitation', values, locale })
  return id
}
