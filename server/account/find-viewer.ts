import type { Pool } from 'pg'
import type { MemberRight, Role } from '../../schema/enums.js'
import type { CityRole, Viewer } from '../access/viewer.js'

/** A signed-in caller, and when his session ends, in milliseconds since 1970. */
export type Found = { readonly viewer: Viewer; readonly expiresAt: number }

/**
 * Who a session's token stands for: one statement on the service's own pool. Null for a session that has ended or been
 * revoked, and for a deactivated account. Roles of officials are in effect only if the session passed the second factor.
 * @param token the session's own, verified
 */
export async function findViewer(pool: Pool, token: string): Promise<Found | null> {
  const { rows } = await pool.query<Row>(look, [token])
  const [row] = rows
  if (!row) return null
  if (row.idle) await noteUse(pool, row.session)
  return { viewer: viewerOf(row), expiresAt: Number(row.expiresAt) }
}

type Row = {
  session: string
  account: string
  expiresAt: string
  /** It wasn't used for some minutes. */
  idle: boolean
  passed: boolean
  grants: { role: Role; city: string | null; authority: string | null }[]
  memberships: ({ applicant: string } & Record<MemberRight, boolean>)[]
}

// A deactivated organisation can be read by those who were its members, and nothing more.
const look = `
  select session.id as session, account.id as account,
         (extract(epoch from session."expiresAt") * 1000)::bigint::text as "expiresAt",
         session."secondFactorAt" is not null as passed,
         coalesce(used.at < now() - interval '5 minutes', true) as idle,
         (select coalesce(json_agg(json_build_object('role', role, 'city', city, 'authority', authority)), '[]')
            from role_grant where account_id = account.id and revoked_at is null) as grants,
         (select coalesce(json_agg(json_build_object('applicant', applicant.id, 'READ', true,
                   'MANAGE', may_manage and applicant.deactivated_at is null,
                   'EDIT', may_edit and applicant.deactivated_at is null,
                   'SUBMIT', may_submit and applicant.deactivated_at is null)), '[]')
            from member join applicant on applicant.id = member.applicant_id
            where account_id = account.id and left_at is null) as memberships
    from auth.session
    join account on account.id = session."userId"
    left join auth.session_use used on used.session_id = session.id
    where session.token = $1 and session."expiresAt" > now() and account.deactivated_at is null`

/** Notes that a session was used, to the precision of some minutes: not every request has to write. */
async function noteUse(pool: Pool, session: string): Promise<void> {
  const note = `insert into auth.session_use (session_id, at) select id, now() from auth.session where id = $1
                  on conflict (session_id) do update set at = excluded.at`
  try {
    await pool.query(note, [session])
  } catch (error) {
    // It was revoked this very moment.
    if ((error as { code?: string }).code !== foreignKeyViolation) throw error
  }
}

const foreignKeyViolation = '23503'

function viewerOf({ session, account, passed, grants, memberships }: Row): Viewer {
  const effective = passed ? grants : []
  const withRight = (right: MemberRight) =>
    memberships.filter((member) => member[right]).map(({ applicant }) => applicant)
  const citiesOf = (wanted: CityRole) => effective.flatMap(({ role, city }) => (role === wanted && city ? [city] : []))
  return {
    account,
    session,
    roles: [
      'PUBLIC',
      ...(memberships.length > 0 ? (['APPLICANT_MEMBER'] as const) : []),
      ...new Set(effective.map(({ role }) => role)),
    ],
    applicants: {
      MANAGE: withRight('MANAGE'),
      EDIT: withRight('EDIT'),
      SUBMIT: withRight('SUBMIT'),
      READ: withRight('READ'),
    },
    jurisdictions: effective.flatMap(({ city, authority }) => (city && authority ? [`${city}/${authority}`] : [])),
    cities: {
      ACCEPTANCE_DESK: citiesOf('ACCEPTANCE_DESK'),
      PROGRAMME_OFFICE: citiesOf('PROGRAMME_OFFICE'),
      EXPERT: citiesOf('EXPERT'),
      SUPERVISOR: citiesOf('SUPERVISOR'),
    },
  }
}
