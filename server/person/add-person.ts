import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { AddPersonInput } from '../../schema/types/person.js'
import type { Viewer } from '../access/viewer.js'
import { Applicant, Person } from '../applicant/applicant.entity.js'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { hasRight, uuidOf } from '../applicant/find-applicant.js'
import { Refused, refusal } from '../refusal.js'
import type { Keyring } from '../secrets/keyring.js'
import { readDetails } from './read-details.js'
import { birthDateColumns, documentColumns, phoneColumns } from './seal-person.js'
import { surroundingsOf } from './surroundings.js'
import { takeDocument } from './take-document.js'

/**
 * Adds a person to an organisation.
 * @returns the person's key
 * @throws {Refused} APPLICANT_UNKNOWN, MEMBER_RIGHT_NEEDED, APPLICANT_DEACTIVATED, PERSON_EXISTS, and the refusals of
 * `readDetails`
 */
export async function addPerson(
  em: EntityManager,
  { viewer, keyring, now }: { viewer: Viewer; keyring: Keyring; now: Date },
  input: AddPersonInput,
): Promise<string> {
  const key = uuidOf('Applicant', input.applicant)
  const applicant = key && (await em.findOne(Applicant, key))
  if (!applicant) throw new Refused([refusal(applicantIssues.unknown, 'input', 'applicant')])
  if (!(await hasRight(em, applicant, viewer, 'EDIT'))) {
    throw new Refused([refusal(applicantIssues.rightNeeded('EDIT'), 'input', 'applicant')])
  }
  if (applicant.deactivatedAt) throw new Refused([refusal(applicantIssues.deactivated, 'input', 'applicant')])
  const { document, phone, birthDate, ...details } = readDetails(input, await surroundingsOf(em, applicant.city, now))
  if (!document || !phone) throw new Error('A new person has a document and a phone.')

  await takeDocument(em, keyring, applicant.id, document.number)
  const id = randomUUID()
  em.create(Person, {
    ...{ id, applicant, ...details, revision: 1, createdAt: now, deactivatedAt: null },
    ...documentColumns(keyring, id, document),
    ...phoneColumns(keyring, id, phone),
    ...birthDateColumns(keyring, id, birthDate),
  })
  await em.flush()
  return id
}
