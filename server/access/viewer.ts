import type { MemberRight, Role } from '../../schema/enums.js'

/** Roles that hold in a city. */
export type CityRole = 'ACCEPTANCE_DESK' | 'PROGRAMME_OFFICE' | 'EXPERT' | 'SUPERVISOR'

/** Who asks, as far as it decides what he may see and do. Lists are empty where a role isn't his. */
export type Viewer = {
  /** Null for the public. */
  readonly account: string | null
  readonly session: string | null
  /** Those in effect, PUBLIC among them; an official's only after the second factor. */
  readonly roles: readonly Role[]
  /** Keys of the organisations that he is a member of, by right; READ has all of them. */
  readonly applicants: Readonly<Record<MemberRight, readonly string[]>>
  /** Recommending authorities that he acts for, each as `city/code`, e.g. `xining/chengdong-science`. */
  readonly jurisdictions: readonly string[]
  /** Codes of the cities where he holds a role. */
  readonly cities: Readonly<Record<CityRole, readonly string[]>>
}

/** Somebody who isn't signed in. */
export const publicViewer: Viewer = {
  account: null,
  session: null,
  roles: ['PUBLIC'],
  applicants: { MANAGE: [], EDIT: [], SUBMIT: [], READ: [] },
  jurisdictions: [],
  cities: { ACCEPTANCE_DESK: [], PROGRAMME_OFFICE: [], EXPERT: [], SUPERVISOR: [] },
}

/** The account behind a write. @throws Error where the access table lets the public in and the use case does not expect it */
export function actorOf({ account }: Viewer): string {
  if (account === null) throw new Error('Nobody is signed in, and the operation is open to everyone.')
  return account
}
