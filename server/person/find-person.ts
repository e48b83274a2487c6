import { type EntityManager, LockMode } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.js'
import { Person } from '../applicant/applicant.entity.js'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { hasRight, uuidOf } from '../applicant/find-applicant.js'
import { Refused, refusal } from '../refusal.js'
import { personIssues } from './person-issues.js'

/**
 * The person that is to be changed, locked until the transaction ends.
 * @throws {Refused} PERSON_UNKNOWN, MEMBER_RIGHT_NEEDED, APPLICANT_DEACTIVATED, PERSON_DEACTIVATED, STALE_REVISION
 */
export async function findPersonToChange(
  em: EntityManager,
  viewer: Viewer,
  input: { readonly id: string; readonly revision: number },
): Promise<Person> {
  const key = uuidOf('Person', input.id)
  const person =
    key && (await em.findOne(Person, key, { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['applicant'] }))
  if (!person) throw new Refused([refusal(personIssues.unknown, 'input', 'id')])
  const { applicant, revision } = person
  if (!(await hasRight(em, applicant, viewer, 'EDIT'))) {
    throw new Refused([refusal(applicantIssues.rightNeeded('EDIT'), 'input', 'id')])
  }
  if (applicant.deactivatedAt) throw new Refused([refusal(applicantIssues.deactivated, 'input', 'id')])
  if (person.deactivatedAt) throw new Refused([refusal(personIssues.deactivated, 'input', 'id')])
  if (revision !== input.revision)
    throw new Refused([refusal(applicantIssues.staleRevision(revision), 'input', 'revision')])
  return person
}
