import type { EntityManager } from '@mikro-orm/postgresql'
import DataLoader from 'dataloader'
import type { LocalDate } from '../../schema/rules/local-date.js'
import { findStandings, type Standings } from '../eligibility/find-standings.js'
import type { Context } from '../http/context.js'

/** Whom an application names: organisations by credit code, people by the blind indexes of their documents' numbers. */
export type Named = {
  readonly city: string
  readonly day: LocalDate
  /** Key of the organisation that applies. */
  readonly applicant: string
  readonly creditCodes: readonly string[]
  readonly indexes: readonly string[]
}

/** What the service has registered of them. */
export type RegisteredNames = {
  readonly standings: Standings
  /** Whether a person is on the applicant's staff; null for somebody who isn't in its list of people. */
  onStaff(indexes: readonly string[]): boolean | null
}

type Employed = { readonly applicant: string; readonly person: string; readonly onStaff: boolean }

const loaders = new WeakMap<Context, DataLoader<Named, RegisteredNames>>()

/**
 * Looks everybody up whom an application names. Applications that are asked about at once are looked up together, by three
 * statements for each city. Give what comes of it to nobody who doesn't see the application.
 */
export function findRegistered(context: Context, named: Named): Promise<RegisteredNames> {
  const loader = loaders.get(context) ?? new DataLoader((all) => findAll(context.em(), all), { cache: false })
  loaders.set(context, loader)
  return loader.load(named)
}

async function findAll(em: EntityManager, all: readonly Named[]): Promise<RegisteredNames[]> {
  const employed = await findEmployed(em, all)
  const standings = new Map<string, Standings>()
  for (const { city, day } of all) {
    if (standings.has(city)) continue
    const there = all.filter((named) => named.city === city)
    const subjects = {
      creditCodes: there.flatMap(({ creditCodes }) => creditCodes),
      indexes: there.flatMap(({ indexes }) => indexes),
    }
    standings.set(city, await findStandings(em, city, subjects, day))
  }
  return all.map(({ city, applicant }) => ({
    standings: standings.get(city) as Standings,
    onStaff: (indexes) =>
      employed.find((person) => person.applicant === applicant && indexes.includes(person.person))?.onStaff ?? null,
  }))
}

async function findEmployed(em: EntityManager, all: readonly Named[]): Promise<Employed[]> {
  const indexes = all.flatMap((named) => named.indexes)
  if (indexes.length === 0) return []
  return em.execute<Employed[]>(
    `select applicant_id as applicant, id_number_index as person, on_staff as "onStaff" from person
     where applicant_id = any(array(select jsonb_array_elements_text(?::jsonb)::uuid))
       and id_number_index = any(array(select jsonb_array_elements_text(?::jsonb))) and deactivated_at is null`,
    [JSON.stringify(all.map(({ applicant }) => applicant)), JSON.stringify(indexes)],
  )
}
