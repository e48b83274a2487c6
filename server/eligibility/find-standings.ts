import type { EntityManager } from '@mikro-orm/postgresql'
import type { LocalDate } from '../../schema/rules/local-date.js'
import type { Standing, StandingProject, StandingRecord } from './find-standing.js'

/** Organisations by credit code, and people by the blind indexes of their documents' numbers. */
export type Subjects = { readonly creditCodes: readonly string[]; readonly indexes: readonly string[] }

type Of<Entry> = Entry & { readonly unit: string | null; readonly person: string | null }

/** What a city's registers have of many subjects. */
export class Standings {
  readonly #projects: readonly Of<StandingProject>[]
  readonly #records: readonly Of<StandingRecord>[]

  constructor(projects: readonly Of<StandingProject>[], records: readonly Of<StandingRecord>[]) {
    this.#projects = projects
    this.#records = records
  }

  ofUnit(creditCode: string): Standing {
    return this.#of(({ unit }) => unit === creditCode)
  }

  /** @param indexes of the number of a document, under every key */
  ofPerson(indexes: readonly string[]): Standing {
    return this.#of(({ person }) => person !== null && indexes.includes(person))
  }

  #of(isMeant: (subject: Of<unknown>) => boolean): Standing {
    return { projects: this.#projects.filter(isMeant), records: this.#records.filter(isMeant) }
  }
}

/**
 * Looks many subjects up at once, as `findStanding` does one: two statements for any number. They look past the row policies
 * likewise.
 */
export async function findStandings(
  em: EntityManager,
  city: string,
  { creditCodes, indexes }: Subjects,
  day: LocalDate,
): Promise<Standings> {
  const among = '= any(array(select jsonb_array_elements_text(?::jsonb)))'
  const keys = [JSON.stringify(creditCodes), JSON.stringify(indexes)]
  const projects = await em.execute<Of<StandingProject>[]>(
    `select credit_code as unit, leader_id_index as person, number, title, category, state,
            starts_on::text as "startsOn", planned_end_on::text as "plannedEndOn", ended_on::text as "endedOn"
       from ledger_project
      where city = ? and (credit_code ${among} or leader_id_index ${among})
        and starts_on <= ?::date and (ended_on is null or ended_on > ?::date or state = 'REVOKED')
      order by planned_end_on, number`,
    [city, ...keys, day, day],
  )
  const records = await em.execute<Of<StandingRecord>[]>(
    `select credit_code as unit, person_id_index as person, kind, since::text, until::text, source
       from integrity_record
      where city = ? and (credit_code ${among} or person_id_index ${among}) and since <= ?::date
      order by since, source`,
    [city, ...keys, day],
  )
  return new Standings(projects, records)
}
