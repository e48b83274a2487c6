import type { EntityManager } from '@mikro-orm/postgresql'
import { parseEmail } from '../../schema/rules/email.js'
import type { InviteCollaboratorInput } from '../../schema/types/collaborator.js'
import { actorOf } from '../access/viewer.js'
import { findWritable } from '../application/find-writable.js'
import type { Context } from '../http/context.js'
import { sendMail } from '../mail/send-mail.js'
import { Refused, refusal } from '../refusal.js'
import { invitationIssues } from './invitation-issues.js'
import { storeInvitation } from './store-invitation.js'

/** Collaborators and invitations together that an application may have: enough for every partner. */
const collaboratorsAtMost = 20

/**
 * Invites the owner of an address to work on one application. Gives the invitation's key.
 * @throws {Refused} the refusals of `findWritable`, EMAIL_MALFORMED, ALREADY_MEMBER, ALREADY_COLLABORATOR,
 * TOO_MANY_COLLABORATORS
 */
export async function inviteCollaborator(
  em: EntityManager,
  context: Context,
  input: InviteCollaboratorInput,
): Promise<string> {
  const { viewer, keyring, locale, now } = context
  // Locked, so that those who work on one application are counted one after the other.
  const { id: application, applicant, applicantName, title } = await findWritable(em, viewer, input.application)
  const email = parseEmail(input.email)
  if (!email.ok) throw new Refused(email.issues.map((issue) => refusal(issue, 'input', 'email')))
  const [state] = await em.execute<{ member: boolean; collaborator: boolean; count: number }[]>(
    `select exists (select from member join account on account.id = account_id
                      where applicant_id = ? and left_at is null and lower(email) = lower(?)) as member,
            exists (select from application_collaborator join account on account.id = account_id
                      where application_id = ? and left_at is null and lower(email) = lower(?)) as collaborator,
            (select count(*)::int from application_collaborator where application_id = ? and left_at is null)
              + (select count(*)::int from invitation where application_id = ? and accepted_at is null
                   and revoked_at is null and expires_at > ? and lower(email) <> lower(?)) as count`,
    [applicant, email.value, application, email.value, application, application, now(), email.value],
  )
  if (state?.member) throw new Refused([refusal(invitationIssues.alreadyMember, 'input', 'email')])
  if (state?.collaborator) throw new Refused([refusal(invitationIssues.alreadyCollaborator, 'input', 'email')])
  if ((state?.count ?? 0) >= collaboratorsAtMost) {
    throw new Refused([refusal(invitationIssues.tooManyCollaborators, 'input')])
  }
  const rights = input.right === 'EDIT' ? (['EDIT'] as const) : []
  const invited = { email: email.value, invitedBy: actorOf(viewer), application, rights }
  const { id, token } = await storeInvitation(em, invited, now())
  const values = { code: token, applicant: applicantName, title }
  await sendMail(em, keyring, { to: email.value, template: 'collaborator-invitation', values, locale })
  return id
}
