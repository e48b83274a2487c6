import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { PlatformKind } from '../../schema/enums.js'
import type { RowOf, SectionName, SectionOf } from '../../schema/rules/form/form.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import { uuidOf } from '../applicant/find-applicant.js'
import type { Keyring } from '../secrets/keyring.js'
import { maskIdNumber, maskPhone } from '../secrets/mask.js'
import type { NewPersonalValue } from './seal-section.js'

type Content = Readonly<Record<string, unknown>>
type Organisation = {
  readonly name: string
  readonly legalRepresentative: string
  readonly contactName: string
  readonly contactEmail: string
  readonly contactPhone: string
}
type Registered = {
  readonly id: string
  readonly name: string
  readonly idKind: string
  readonly idNumber: string
  readonly birthDate: string | null
  readonly sex: string | null
  readonly phone: string
  readonly title: string | null
  readonly degree: string | null
  readonly speciality: string | null
  readonly employer: string | null
}

/** Sections in which an organisation's registration says something. */
export const registeredSections: readonly SectionName[] = ['basics', 'team', 'opinion', 'declarations']

/** Reads what an organisation is registered with, as sections of the form; personal values become new ones. */
export class RegisteredContent {
  /** Those that were made. */
  readonly values: NewPersonalValue[] = []

  constructor(
    private readonly em: EntityManager,
    private readonly keyring: Keyring,
    private readonly applicant: string,
    private readonly today: LocalDate,
  ) {}

  /** @param content the section as it is: its rows tell which people are meant */
  async of(section: SectionName, content: Content): Promise<Content> {
    if (section === 'basics') return this.basics(content as SectionOf<'basics'>)
    if (section === 'team') return this.team(content as SectionOf<'team'>)
    if (section === 'opinion') return { legalRepresentative: (await this.organisation()).legalRepresentative }
    return section === 'declarations' ? { platformList: await this.platforms() } : {}
  }

  private async basics({ leader }: SectionOf<'basics'>): Promise<Content> {
    const { contactName, contactEmail, contactPhone } = await this.organisation()
    const phone = this.opened(contactPhone, 'applicant', 'contact_phone_sealed', this.applicant)
    const contact = { name: contactName, email: contactEmail, phone: this.phone(phone) }
    const [person] = await this.people([leader?.person])
    if (!person) return { contact }
    const { name, sex, title, degree, speciality, idKind } = person
    const mobile = this.phone(this.opened(person.phone, 'person', 'phone_sealed', person.id))
    const birthMonth = this.birthDate(person)?.slice(0, 7)
    const about = { name, sex, title, degree, speciality, mobile, birthMonth }
    return { contact, leader: { ...about, idKind, idNumber: this.idNumber(person) } }
  }

  private async team({ personnel }: SectionOf<'team'>): Promise<Content> {
    const rows = (personnel ?? []) as readonly RowOf<'Participant'>[]
    const people = await this.people(rows.map(({ person }) => person))
    const { name: employer } = await this.organisation()
    return {
      personnel: rows.flatMap(({ key, person: id }) => {
        const person = people.find((found) => found.id === keyOf(id))
        if (!person) return []
        const { name, sex, title, speciality, idKind } = person
        const age = ageOn(this.today, this.birthDate(person))
        const about = { name, sex, age, title, speciality, employer: person.employer ?? employer }
        return [{ key, ...about, idKind, idNumber: this.idNumber(person) }]
      }),
    }
  }

  private async organisation(): Promise<Organisation> {
    const [found] = await this.em.execute<Organisation[]>(
      `select name, legal_representative as "legalRepresentative", contact_name as "contactName",
         contact_email as "contactEmail", contact_phone_sealed as "contactPhone" from applicant where id = ?`,
      [this.applicant],
    )
    if (!found) throw new Error('The organisation of an application is gone.')
    return found
  }

  private platforms(): Promise<{ key: string; kind: PlatformKind; name: string }[]> {
    return this.em.execute(
      `select 'p' || row_number() over (order by position) as key, kind, name from applicant_platform
       where applicant_id = ? order by position limit 30`,
      [this.applicant],
    )
  }

  /** Those of the ids given that are the organisation's. */
  private async people(ids: readonly (string | null | undefined)[]): Promise<Registered[]> {
    const keys = ids.map(keyOf).filter((key) => key !== null)
    if (keys.length === 0) return []
    return this.em.execute<Registered[]>(
      `select id, name, id_kind as "idKind", id_number_sealed as "idNumber", birth_date_sealed as "birthDate", sex,
         phone_sealed as phone, title, degree, speciality, employer
       from person where applicant_id = ? and deactivated_at is null and id = any(?::uuid[])`,
      [this.applicant, `{${keys.join()}}`],
    )
  }

  private birthDate({ id, birthDate }: Registered): string | null {
    return birthDate && this.opened(birthDate, 'person', 'birth_date_sealed', id)
  }

  private idNumber({ id, idNumber }: Registered) {
    const value = this.opened(idNumber, 'person', 'id_number_sealed', id)
    return this.fresh({ id: randomUUID(), kind: 'ID_NUMBER', value, masked: maskIdNumber(value) })
  }

  /** @param text as a person's is kept, with `;ext=` before an extension; in the form `ext` stands there */
  private phone(text: string) {
    const value = text.replace(';ext=', ' ext ')
    return this.fresh({ id: randomUUID(), kind: 'PHONE', value, masked: maskPhone(value) })
  }

  private fresh(value: NewPersonalValue) {
    this.values.push(value)
    return { value: value.id, masked: value.masked }
  }

  private opened(sealed: string, table: string, column: string, row: string): string {
    return this.keyring.open('personal', sealed, { table, column, row })
  }
}

function keyOf(id: string | null | undefined): string | null {
  return id == null ? null : uuidOf('Person', id)
}

/** Whole years between two days. */
function ageOn(today: string, birthDate: string | null): number | undefined {
  if (birthDate === null) return undefined
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}
