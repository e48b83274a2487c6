import type { EntityManager } from '@mikro-orm/postgresql'
import { type IdentityDocument, parseIdentityDocument } from '../../schema/rules/identity-document.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import type { UpdatePersonInput } from '../../schema/types/person.js'
import type { Viewer } from '../access/viewer.js'
import type { Person } from '../applicant/applicant.entity.js'
import type { Keyring } from '../secrets/keyring.js'
import { findPersonToChange } from './find-person.js'
import { readDetails } from './read-details.js'
import { birthDateColumns, documentColumns, phoneColumns } from './seal-person.js'
import { surroundingsOf } from './surroundings.js'
import { takeDocument } from './take-document.js'

/**
 * Changes what is said of a person. Document and phone stay as they are if they are left out.
 * @returns the person's key
 * @throws {Refused} the refusals of `findPersonToChange` and `readDetails`, and PERSON_EXISTS
 */
export async function updatePerson(
  em: EntityManager,
  { viewer, keyring, now }: { viewer: Viewer; keyring: Keyring; now: Date },
  input: UpdatePersonInput,
): Promise<string> {
  const person = await findPersonToChange(em, viewer, input)
  const { today, areaCode } = await surroundingsOf(em, person.applicant.city, now)
  const known = storedDocument(keyring, person, today)
  const { document, phone, birthDate, ...details } = readDetails(input, { today, areaCode, document: known })
  if (document) await takeDocument(em, keyring, person.applicant.id, document.number, person.id)
  Object.assign(person, details, birthDateColumns(keyring, person.id, birthDate))
  if (document) Object.assign(person, documentColumns(keyring, person.id, document))
  if (phone) Object.assign(person, phoneColumns(keyring, person.id, phone))
  person.revision += 1
  await em.flush()
  return person.id
}

function storedDocument(keyring: Keyring, { id, idKind, idNumberSealed }: Person, today: LocalDate): IdentityDocument {
  const place = { table: 'person', column: 'id_number_sealed', row: id }
  const stored = parseIdentityDocument(idKind, keyring.open('personal', idNumberSealed, place), today)
  if (!stored.ok) throw new Error(`The number stored for person ${id} is none of its kind.`)
  return stored.value
}
