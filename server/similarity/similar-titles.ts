import type { EntityManager } from '@mikro-orm/postgresql'
import { bigrams, searchBounds } from '../../schema/rules/similarity.js'
import {
  applicationColumns,
  applicationOfCity,
  applicationTables,
  arrayOf,
  ownApplication,
  type Scope,
  type Similar,
} from './scope.js'

/** Titles whose pairs are counted exactly, those first that can be most alike: of common words there are thousands. */
const mostCounted = 200

type Options = {
  readonly scope: Scope
  /** From 0 to 1. */
  readonly threshold: number
  readonly most: number
}

/**
 * Projects whose titles are like a given one, the most alike first, in one statement. For organisations it reads their own
 * rows and no others. For cities it begins with the rarest pairs, of which anything alike has one; by its length and its
 * signature most of what is found so is left out before the pairs are counted. Nothing alike is missed, unless hundreds of
 * others are as much alike.
 */
export function findSimilarTitles(
  em: EntityManager,
  title: string,
  { scope: { applicants, cities }, threshold, most }: Options,
): Promise<Similar[]> {
  const pairs = [...bigrams(title)]
  const parts = [...(applicants.length > 0 ? own : []), ...(cities.length > 0 ? ofCity : [])]
  if (pairs.length === 0 || parts.length === 0) return Promise.resolve([])
  const { least, most: largest, needed } = searchBounds(pairs.length, threshold)
  const given = arrayOf(pairs)
  const values = parts.flatMap(({ scope }) => (scope === 'cities' ? arrayOf(cities) : arrayOf(applicants)))
  return em.execute<Similar[]>(
    `with frequency as materialized (
       select pair, max(share) as share
       from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (pair, share)
       where schemaname = current_schema() and tablename in ('application', 'ledger_project')
         and attname = 'title_bigrams' and pair is not null
       group by pair
     ),
     rarest as materialized (
       select array(
         select pair from unnest(?::text[]) as pair left join frequency using (pair)
         order by coalesce(share, 0), pair limit ?) as pairs
     ),
     asked as materialized (
       select signature, cardinality(pairs) as size, cardinality(pairs) - bit_count(signature) as doubled
       from (select pairs, bigram_signature(pairs) as signature from (select ?::text[] as pairs) as given) as signed
     ),
     found as (${parts.map(({ sql }) => sql).join(' union ')}),
     bounded as (
       select found.*, 2::float8 / (cardinality(pairs) + (select size from asked)) * least(
         bit_count(signature & (select signature from asked)) + (select doubled from asked), cardinality(pairs)) as bound
       from found where cardinality(pairs) between ? and ?
     ),
     likely as (select * from bounded where bound >= ?::float8 - 1e-9 order by bound desc, year desc, id limit ?),
     scored as (
       select likely.*, 2::float8 * (select count(*) from unnest(pairs) as pair where pair = any(?::text[]))
         / (cardinality(pairs) + (select size from asked)) as score
       from likely
     )
     select source, id, title, year, unit from scored where score >= ?::float8
     order by score desc, year desc, id limit ?`,
    [given, needed, given, ...values, least, largest, threshold, mostCounted + 5 * most, given, threshold, most],
  )
}

type Part = { readonly scope: keyof Scope; readonly sql: string }

const compared = (table: string) => `${table}.title_bigrams as pairs, ${table}.title_signature as signature`

const projectColumns = `
  'LEDGER' as source, ledger_project.id, ledger_project.title, extract(year from starts_on)::int as year,
  ledger_project.unit_name as unit, ${compared('ledger_project')}`

const ownApplications: Part = {
  scope: 'applicants',
  sql: `select ${applicationColumns}, ${compared('application')} from ${applicationTables} where ${ownApplication}`,
}
const ownProjects: Part = {
  scope: 'applicants',
  sql: `select ${projectColumns} from ledger_project
    where credit_code in (select credit_code from applicant where id = any(?::uuid[]))`,
}
const rare = (table: string) => `${table}.title_bigrams && (select pairs from rarest)`
const applicationsOfCity: Part = {
  scope: 'cities',
  sql: `select ${applicationColumns}, ${compared('application')} from ${applicationTables}
    where ${rare('application')} and ${applicationOfCity}`,
}
const projectsOfCity: Part = {
  scope: 'cities',
  sql: `select ${projectColumns} from ledger_project
    where ${rare('ledger_project')} and ledger_project.city = any(?::text[])`,
}

const own = [ownApplications, ownProjects]
const ofCity = [applicationsOfCity, projectsOfCity]
