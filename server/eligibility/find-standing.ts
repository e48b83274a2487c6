import type { EntityManager } from '@mikro-orm/postgresql'
import type { IntegrityRecordKind, ProjectState } from '../../schema/enums.js'
import type { LocalDate } from '../../schema/rules/local-date.js'

/** A project in the ledger, without who leads it and where. */
export type StandingProject = {
  readonly number: string
  readonly title: string
  readonly category: string
  readonly state: ProjectState
  readonly startsOn: LocalDate
  readonly plannedEndOn: LocalDate
  readonly endedOn: LocalDate | null
}

/** An integrity record, without whom it names. */
export type StandingRecord = {
  readonly kind: IntegrityRecordKind
  readonly since: LocalDate
  readonly until: LocalDate | null
  readonly source: string
}

/** What the registers of a city have of somebody that can matter on a day. */
export type Standing = { readonly projects: readonly StandingProject[]; readonly records: readonly StandingRecord[] }

/** An organisation by its credit code, or a person by the blind indexes of his document's number. */
export type Subject = { readonly creditCode: string } | { readonly indexes: readonly string[] }

/**
 * Looks somebody up in a city's registers: projects begun by the day and under way on it or revoked, and records that began
 * by it. The statements look past the row policies, which show the registers to officials only: give what comes of it to
 * nobody who doesn't see the subject.
 */
export async function findStanding(
  em: EntityManager,
  city: string,
  subject: Subject,
  day: LocalDate,
): Promise<Standing> {
  const unit = 'creditCode' in subject
  const keys = JSON.stringify(unit ? [subject.creditCode] : subject.indexes)
  const amongKeys = '= any(array(select jsonb_array_elements_text(?::jsonb)))'
  const projects = await em.execute<StandingProject[]>(
    `select number, title, category, state, starts_on::text as "startsOn", planned_end_on::text as "plannedEndOn",
            ended_on::text as "endedOn"
       from ledger_project
      where city = ? and ${unit ? 'credit_code' : 'leader_id_index'} ${amongKeys}
        and starts_on <= ?::date and (ended_on is null or ended_on > ?::date or state = 'REVOKED')
      order by planned_end_on, number`,
    [city, keys, day, day],
  )
  const records = await em.execute<StandingRecord[]>(
    `select kind, since::text, until::text, source from integrity_record
      where city = ? and ${unit ? 'credit_code' : 'person_id_index'} ${amongKeys} and since <= ?::date
      order by since, source`,
    [city, keys, day],
  )
  return { projects, records }
}
