import type { EntityManager } from '@mikro-orm/postgresql'
import type { PersonalField } from '../../schema/enums.js'
import { Applicant, Person } from '../applicant/applicant.entity.js'
import { uuidOf } from '../applicant/find-applicant.js'
import type { Place } from '../secrets/keyring.js'

/** A stored value that is masked, and where it is sealed; null where nothing is stored. */
export type SealedValue = { readonly sealed: string | null; readonly place: Place }

/** Something with masked values: whose they are to tell, and the values. */
export type PersonalSubject = {
  readonly type: 'Person' | 'Applicant'
  readonly key: string
  readonly applicant: Applicant
  readonly values: Readonly<Partial<Record<PersonalField, SealedValue>>>
}

/** What an id means, if the caller sees it: a person, or an organisation with its contact's phone. */
export async function findPersonalSubject(em: EntityManager, id: string): Promise<PersonalSubject | null> {
  const person = uuidOf('Person', id)
  if (person !== null) return personSubject(await em.findOne(Person, person, { populate: ['applicant'] }))
  const applicant = uuidOf('Applicant', id)
  return applicant === null ? null : applicantSubject(await em.findOne(Applicant, applicant))
}

function personSubject(person: Person | null): PersonalSubject | null {
  if (!person) return null
  const { id: key, applicant, idNumberSealed, phoneSealed, birthDateSealed } = person
  const at = (column: string, sealed: string | null | undefined) => ({
    sealed: sealed ?? null,
    place: { table: 'person', column, row: key },
  })
  const values = {
    ID_NUMBER: at('id_number_sealed', idNumberSealed),
    PHONE: at('phone_sealed', phoneSealed),
    BIRTH_DATE: at('birth_date_sealed', birthDateSealed),
  }
  return { type: 'Person', key, applicant, values }
}

function applicantSubject(applicant: Applicant | null): PersonalSubject | null {
  if (!applicant) return null
  const { id: key, contactPhoneSealed: sealed } = applicant
  const place = { table: 'applicant', column: 'contact_phone_sealed', row: key }
  return { type: 'Applicant', key, applicant, values: { PHONE: { sealed, place } } }
}
