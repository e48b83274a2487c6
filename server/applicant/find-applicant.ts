import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { MemberRight } from '../../schema/enums.js'
import { actorOf, type Viewer } from '../access/viewer.js'
import { Refused, refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { Applicant, Member } from './applicant.entity.js'
import { applicantIssues } from './applicant-issues.js'

/**
 * The organisation that an input means, if the caller sees it; until the transaction ends nobody else changes it or its
 * members.
 * @param field of the input, where the id stands
 * @throws {Refused} APPLICANT_UNKNOWN, the same for another's as for one that isn't there
 */
export async function findApplicant(em: EntityManager, id: string, field = 'id'): Promise<Applicant> {
  const key = uuidOf('Applicant', id)
  const found = key && (await em.findOne(Applicant, key, { lockMode: LockMode.PESSIMISTIC_WRITE }))
  if (!found) throw new Refused([refusal(applicantIssues.unknown, 'input', field)])
  return found
}

/** The same for one that is to be changed. @throws {Refused} also APPLICANT_DEACTIVATED */
export async function findActiveApplicant(em: EntityManager, id: string, field?: string): Promise<Applicant> {
  const applicant = await findApplicant(em, id, field)
  requireActive(applicant)
  return applicant
}

/** @throws {Refused} APPLICANT_DEACTIVATED */
export function requireActive({ deactivatedAt }: Applicant): void {
  if (deactivatedAt) throw new Refused([refusal(applicantIssues.deactivated, 'input', 'id')])
}

/** @throws {Refused} STALE_REVISION when what the caller looked at was changed since */
export function requireRevision(applicant: Applicant, revision: number): void {
  if (applicant.revision === revision) return
  throw new Refused([refusal(applicantIssues.staleRevision(applicant.revision), 'input', 'revision')])
}

/**
 * Looks at the caller's rights as they are now: who asks was found out when the request began.
 * @param applicant found by `findApplicant`, so that nobody changes its members meanwhile
 * @throws {Refused} MEMBER_RIGHT_NEEDED
 */
export async function requireRight(
  em: EntityManager,
  applicant: Applicant,
  viewer: Viewer,
  right: 'MANAGE' | 'EDIT',
): Promise<void> {
  if (!(await hasRight(em, applicant, viewer, right))) {
    throw new Refused([refusal(applicantIssues.rightNeeded(right), 'input', 'id')])
  }
}

/** Whether the caller has a right in the organisation now. */
export async function hasRight(
  em: EntityManager,
  applicant: Applicant,
  viewer: Viewer,
  right: MemberRight,
): Promise<boolean> {
  const member = await ownMember(em, applicant, viewer)
  if (!member) return false
  return right === 'READ' || member[({ MANAGE: 'mayManage', EDIT: 'mayEdit', SUBMIT: 'maySubmit' } as const)[right]]
}

/** The caller's own membership of today; null if he has none. */
export function ownMember(em: EntityManager, applicant: Applicant, viewer: Viewer): Promise<Member | null> {
  return em.findOne(Member, { applicant: applicant.id, account: actorOf(viewer), leftAt: null })
}

/** The key in an id of a type whose keys are UUIDs; null for anything else. */
export function uuidOf(type: string, id: string): string | null {
  const key = keyOfGlobalId(type, id)
  return key !== null && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(key) ? key : null
}
