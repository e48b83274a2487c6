import type { MemberRight } from '../../schema/enums.js'
import { Account, LinkedIdentity, Membership, SecondFactor, Session, Viewer } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { globalId } from '../selection/prepare/global-id.js'
import { providerId } from './oidc-account.js'

type Row = {
  name: string
  email: string
  phone: string | null
  locale: Account['locale']
  enabled: boolean | null
  required: boolean
  codeNeeded: boolean
  sessions: {
    id: string
    createdAt: string
    lastUsedAt: string | null
    expiresAt: string
    userAgent: string | null
    passed: boolean
  }[]
  memberships: { applicant: string; name: string }[]
  identities: { id: string; issuer: string; linkedAt: string }[]
}

/** Who asks: his account, roles, organisations and sessions. */
export async function tellViewer(context: Context): Promise<Viewer> {
  const { viewer } = context
  const { account, roles } = viewer
  if (account === null)
    return told({ account: null, roles, secondFactor: none, memberships: [], identities: [], sessions: [] })
  const [row] = await context.em().execute<Row[]>(read, [account])
  if (!row) throw new Error('The account of a session is not there.')
  const { name, email, phone, locale, enabled, required, codeNeeded, memberships, identities } = row
  const sessions = row.sessions.map((session) =>
    Object.assign(new Session(), {
      id: globalId('Session', session.id),
      current: session.id === viewer.session,
      createdAt: new Date(session.createdAt).toISOString(),
      lastUsedAt: new Date(session.lastUsedAt ?? session.createdAt).toISOString(),
      expiresAt: new Date(session.expiresAt).toISOString(),
      userAgent: session.userAgent || null,
      secondFactorPassed: session.passed,
    }),
  )
  const passed = row.sessions.some((session) => session.id === viewer.session && session.passed)
  const { identityProvider: provider } = context.authentication
  return told({
    account: Object.assign(new Account(), { id: globalId('Account', account), name, email, phone, locale }),
    roles,
    secondFactor: Object.assign(new SecondFactor(), { enabled: enabled === true, required, passed, codeNeeded }),
    memberships: memberships.map(({ applicant, name }) =>
      Object.assign(new Membership(), {
        applicantId: globalId('Applicant', applicant),
        applicantName: name,
        rights: rightOrder.filter((right) => viewer.applicants[right].includes(applicant)),
      }),
    ),
    identities: identities.map(({ id, issuer, linkedAt }) =>
      Object.assign(new LinkedIdentity(), {
        id: globalId('LinkedIdentity', id),
        provider: provider?.issuer === issuer ? provider.name : null,
        issuer,
        linkedAt: new Date(linkedAt).toISOString(),
      }),
    ),
    sessions,
  })
}

const told = (viewer: Viewer) => Object.assign(new Viewer(), viewer)
const none = Object.assign(new SecondFactor(), {
  enabled: false,
  required: false,
  passed: false,
  codeNeeded: false,
})
const rightOrder: readonly MemberRight[] = ['MANAGE', 'EDIT', 'SUBMIT', 'READ']

const read = `
  select account.name, account.email, account.phone_masked as phone, account.locale, "user"."twoFactorEnabled" as enabled,
         exists (select from role_grant where account_id = account.id and revoked_at is null) as required,
         exists (select from auth.second_factor_reset where account_id = account.id) as "codeNeeded",
         (select coalesce(json_agg(json_build_object('id', session.id, 'createdAt', "createdAt", 'lastUsedAt', used.at,
                   'expiresAt', "expiresAt", 'userAgent', "userAgent", 'passed', "secondFactorAt" is not null)
                   order by "createdAt" desc, session.id), '[]')
            from auth.session left join auth.session_use used on used.session_id = session.id
            where "userId" = account.id and "expiresAt" > now()) as sessions,
         (select coalesce(json_agg(json_build_object('applicant', applicant.id, 'name', applicant.name)
                   order by applicant.name, applicant.id), '[]')
            from member join applicant on applicant.id = applicant_id
            where account_id = account.id and left_at is null) as memberships,
         (select coalesce(json_agg(json_build_object('id', id, 'issuer', split_part("accountId", '#', 1),
                   'linkedAt', "createdAt") order by "createdAt", id), '[]')
            from auth.account as identity
            where "userId" = account.id and "providerId" = '${providerId}') as identities
    from account join auth."user" on "user".id = account.id where account.id = ?`
