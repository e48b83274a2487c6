import type { EntityManager } from '@mikro-orm/postgresql'
import type { Role } from '../../schema/enums.js'
import { Refused, refusal } from '../refusal.js'
import { invitationIssues } from './invitation-issues.js'
import { invitationHash } from './invitation-token.js'

/** What somebody has become by accepting, as far as it can be told before he reads it as such. */
export type Acceptance =
  | { readonly applicant: string; readonly applicantName: string }
  | { readonly application: string; readonly applicationTitle: string; readonly applicantName: string }
  | { readonly role: Role; readonly city: string | null; readonly authority: string | null }

interface Found {
  id: string
  applicant: string | null
  applicantName: string | null
  application: string | null
  applicationTitle: string | null
  role: Role | null
  city: string | null
  authority: string | null
  accepted: boolean
  revoked: boolean
  expired: boolean
  /** Whoever invited could do so still. */
  backed: boolean
  ownAddress: boolean
  verified: boolean
  /** Is a member of the application's organisation. */
  member: boolean
}

/**
 * Accepts an invitation, once, for the account of the address that it went to: the account becomes a member with the rights
 * offered, works on the application, or gets the role.
 * @throws {Refused} INVITATION_UNKNOWN, INVITATION_USED, INVITATION_REVOKED (also when those who invited may no longer),
 * INVITATION_EXPIRED, INVITATION_FOR_ANOTHER_ADDRESS, EMAIL_NOT_VERIFIED, ALREADY_MEMBER, ALREADY_COLLABORATOR,
 * ROLE_ALREADY_GRANTED
 */
export async function acceptInvitation(
  em: EntityManager,
  account: string,
  token: string,
  now: Date,
): Promise<Acceptance> {
  const found = await find(em, account, token, now)
  const problem = problemOf(found)
  if (!found || problem) throw new Refused([refusal(problem ?? invitationIssues.unknown, 'token')])
  const already = await take(em, found, account, now)
  if (already) throw new Refused([refusal(already, 'token')])
  await em.execute('update invitation set accepted_at = ?, accepted_by_id = ? where id = ?', [now, account, found.id])
  const { applicant, application, applicationTitle, role, city, authority } = found
  const applicantName = found.applicantName ?? ''
  if (applicant !== null) return { applicant, applicantName }
  if (application !== null) return { application, applicationTitle: applicationTitle ?? '', applicantName }
  return { role: role as Role, city, authority }
}

/** Gives the account what it was offered; or why it has it already. */
async function take(em: EntityManager, found: Found, account: string, now: Date) {
  if (found.role !== null) return (await grantRole(em, found, account)) ? null : invitationIssues.alreadyGranted
  if (found.application === null) return (await addMember(em, found, account)) ? null : invitationIssues.alreadyMember
  if (found.member) return invitationIssues.alreadyMember
  return (await addCollaborator(em, found, account, now)) ? null : invitationIssues.alreadyCollaborator
}

/** The invitation of a token, locked: of two who accept it at once the second finds it accepted. */
async function find(em: EntityManager, account: string, token: string, now: Date): Promise<Found | undefined> {
  const [found] = await em.execute<Found[]>(
    `select invitation.id, invitation.applicant_id as applicant, applicant.name as "applicantName",
            application.id as application, application.title as "applicationTitle", role, invitation.city, authority,
            accepted_at is not null as accepted, revoked_at is not null as revoked, expires_at <= ? as expired,
            invited_by_id is null or (
              exists (select from account inviter where inviter.id = invited_by_id and inviter.deactivated_at is null)
              and case when role is not null
                then exists (select from role_grant g where g.account_id = invited_by_id and g.role = 'ADMINISTRATOR'
                               and g.revoked_at is null)
                else exists (select from member m where m.account_id = invited_by_id
                               and (m.may_manage or m.may_edit and application.id is not null)
                               and m.applicant_id = applicant.id and m.left_at is null)
                     and applicant.deactivated_at is null and application.deleted_at is null end) as backed,
            lower(account.email) = lower(invitation.email) as "ownAddress", account.email_verified as verified,
            exists (select from member m where m.account_id = account.id and m.applicant_id = application.applicant_id
                      and m.left_at is null) as member
       from invitation left join application on application.id = application_id
         left join applicant on applicant.id = coalesce(invitation.applicant_id, application.applicant_id)
         join account on account.id = ?
       where token_hash = decode(?, 'hex') for update of invitation`,
    [now, account, invitationHash(token)],
  )
  return found
}

function problemOf(found: Found | undefined) {
  if (!found) return invitationIssues.unknown
  if (!found.ownAddress) return invitationIssues.otherAddress
  if (found.accepted) return invitationIssues.used
  if (found.revoked || !found.backed) return invitationIssues.revoked
  if (found.expired) return invitationIssues.expired
  return found.verified ? null : invitationIssues.addressNotVerified
}

/** False for an account that is a member already. */
async function addMember(em: EntityManager, { id }: Found, account: string): Promise<boolean> {
  const added = await em.execute<object[]>(
    `insert into member (applicant_id, account_id, may_manage, may_edit, may_submit)
       select applicant_id, ?, may_manage, may_edit, may_submit from invitation where id = ?
       on conflict do nothing returning id`,
    [account, id],
  )
  return added.length > 0
}

/** False for an account that works on the application already. */
async function addCollaborator(em: EntityManager, { id }: Found, account: string, now: Date): Promise<boolean> {
  const added = await em.execute<object[]>(
    `insert into application_collaborator (application_id, applicant_id, account_id, may_edit, joined_at)
       select application.id, application.applicant_id, ?, invitation.may_edit, ?
         from invitation join application on application.id = application_id where invitation.id = ?
       on conflict do nothing returning id`,
    [account, now, id],
  )
  return added.length > 0
}

/** False for an account that has the role already. */
async function grantRole(em: EntityManager, { id }: Found, account: string): Promise<boolean> {
  const added = await em.execute<object[]>(
    `insert into role_grant (account_id, role, city, authority, granted_by_id)
       select ?, role, city, authority, invited_by_id from invitation where id = ?
       on conflict do nothing returning id`,
    [account, id],
  )
  return added.length > 0
}
