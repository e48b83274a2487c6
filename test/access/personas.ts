import type { MemberRight, Role } from '../../schema/enums.js'
import type { Viewer } from '../../server/access/viewer.js'

/*
 * Who is who in the world of the matrix test: two cities, organisations in different jurisdictions, members with each
 * right, and officials of each role in either city. All are invented.
 */

/** Organisations: `city` and the `jurisdiction` that they lie in. */
export const organisations = {
  /** In the first city. */
  alpha: { city: 'xining', jurisdiction: 'xining/first-authority' },
  /** Its neighbour, of another authority. */
  beta: { city: 'xining', jurisdiction: 'xining/second-authority' },
  /** In the second city. */
  gamma: { city: 'valmar', jurisdiction: 'valmar/third-authority' },
  /** Deactivated. */
  delta: { city: 'xining', jurisdiction: 'xining/first-authority' },
  /** Nobody's: no member, no authority, and nobody has a role in its city. */
  omega: { city: 'nowhere', jurisdiction: null },
} as const
export type Organisation = keyof typeof organisations

type Grant = { readonly role: Role; readonly city: string | null; readonly authority: string | null }
type Membership = { readonly organisation: Organisation; readonly rights: readonly MemberRight[] }

/** Somebody who asks. `inEffect` is false for an official who hasn't passed the second factor. */
export type Persona = {
  readonly name: string
  /** The account's id; null for the public. */
  readonly account: string | null
  readonly grants: readonly Grant[]
  readonly memberships: readonly Membership[]
  readonly inEffect: boolean
}

const nobody = { grants: [], memberships: [], inEffect: true }

const person = (name: string, more: Partial<Persona> = {}): Persona => ({
  name,
  account: `account-${name.replaceAll(' ', '-')}`,
  ...nobody,
  ...more,
})

const member = (organisation: Organisation, ...having: MemberRight[]) =>
  person(`${organisation} ${having.join(' ').toLowerCase()}`, { memberships: [{ organisation, rights: having }] })

const official = (role: Role, city: string | null, authority: string | null = null, more: Partial<Persona> = {}) =>
  person([role.toLowerCase(), authority ?? city ?? ''].join(' ').trim(), {
    grants: [{ role, city, authority }],
    ...more,
  })

const cityRoles = ['ACCEPTANCE_DESK', 'PROGRAMME_OFFICE', 'EXPERT', 'SUPERVISOR'] as const

export const personas: readonly Persona[] = [
  { name: 'public', account: null, ...nobody },
  person('newcomer'),
  member('alpha', 'READ'),
  member('alpha', 'EDIT', 'READ'),
  member('alpha', 'SUBMIT', 'READ'),
  member('alpha', 'MANAGE', 'READ'),
  member('beta', 'MANAGE', 'EDIT', 'SUBMIT', 'READ'),
  member('gamma', 'MANAGE', 'EDIT', 'SUBMIT', 'READ'),
  // Those of a deactivated organisation only read.
  member('delta', 'READ'),
  // Left alpha, and the application of alpha that he worked on.
  person('former'),
  // Works on an application of alpha.
  person('collaborator'),
  official('RECOMMENDING_AUTHORITY', 'xining', 'first-authority'),
  official('RECOMMENDING_AUTHORITY', 'xining', 'second-authority'),
  official('RECOMMENDING_AUTHORITY', 'valmar', 'third-authority'),
  ...cityRoles.flatMap((role) => ['xining', 'valmar'].map((city) => official(role, city))),
  official('ADMINISTRATOR', null),
  official('PROGRAMME_OFFICE', 'xining', null, { name: 'unproven', account: 'account-unproven', inEffect: false }),
]

/** The roles that are in effect. */
export function rolesOf({ grants, memberships, inEffect }: Persona): Role[] {
  const effective = inEffect ? grants.map(({ role }) => role) : []
  return ['PUBLIC', ...(memberships.length > 0 ? (['APPLICANT_MEMBER'] as const) : []), ...effective]
}

/** What the service takes a persona for. `keys` are those of the organisations. */
export function viewerOf(persona: Persona, keys: Readonly<Record<Organisation, string>>): Viewer {
  const { account, grants, memberships, inEffect } = persona
  const effective = inEffect ? grants : []
  const having = (right: MemberRight) =>
    memberships.filter((membership) => membership.rights.includes(right)).map(({ organisation }) => keys[organisation])
  const citiesOf = (wanted: Role) => effective.flatMap(({ role, city }) => (role === wanted && city ? [city] : []))
  return {
    account,
    session: account && `session-of-${account}`,
    roles: rolesOf(persona),
    applicants: { MANAGE: having('MANAGE'), EDIT: having('EDIT'), SUBMIT: having('SUBMIT'), READ: having('READ') },
    jurisdictions: effective.flatMap(({ city, authority }) => (authority ? [`${city}/${authority}`] : [])),
    cities: {
      ACCEPTANCE_DESK: citiesOf('ACCEPTANCE_DESK'),
      PROGRAMME_OFFICE: citiesOf('PROGRAMME_OFFICE'),
      EXPERT: citiesOf('EXPERT'),
      SUPERVISOR: citiesOf('SUPERVISOR'),
    },
  }
}
