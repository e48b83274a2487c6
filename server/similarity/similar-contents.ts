import type { EntityManager } from '@mikro-orm/postgresql'
import {
  applicationColumns,
  applicationOfCity,
  applicationTables,
  arrayOf,
  ownApplication,
  type Scope,
  type Similar,
} from './scope.js'

/** The rarest pairs of a content: whoever copied it has most of them, and others have hardly one. */
const rarestPairs = 40
/** Contents that are compared pair by pair, those first that share most of the rarest. */
const mostCompared = 50

/** An application whose content (form, 5.2) is like another's. */
export type SimilarContent = Similar & { readonly contentScore: number }

type Options = { readonly scope: Scope; readonly threshold: number }

/** Applications whose contents are like that of a given one, by its key, in one statement. */
export function findSimilarContents(
  em: EntityManager,
  application: string,
  { scope: { applicants, cities }, threshold }: Options,
): Promise<SimilarContent[]> {
  const conditions = [
    ...(applicants.length > 0 ? [{ sql: ownApplication, value: arrayOf(applicants) }] : []),
    ...(cities.length > 0 ? [{ sql: applicationOfCity, value: arrayOf(cities) }] : []),
  ]
  if (conditions.length === 0) return Promise.resolve([])
  return em.execute<SimilarContent[]>(
    `with asked as materialized (select bigrams from application_content where application_id = ?),
     frequency as materialized (
       select pair, share
       from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (pair, share)
       where schemaname = current_schema() and tablename = 'application_content' and attname = 'bigrams'
         and pair is not null
     ),
     rarest as materialized (
       select array(
         select pair from asked, unnest(bigrams) as pair left join frequency using (pair)
         order by coalesce(share, 0), pair limit ?) as pairs
     ),
     found as (
       select content.application_id, content.bigrams
       from application_content content join application on application.id = content.application_id
       where content.application_id <> ? and content.bigrams && (select pairs from rarest)
         and (${conditions.map(({ sql }) => `(${sql})`).join(' or ')})
       order by (
         select count(*) from unnest(content.bigrams) as pair where pair = any((select pairs from rarest)::text[])
       ) desc, content.application_id
       limit ?
     ),
     scored as (
       select application_id, 2.0 * (
           select count(*) from unnest(found.bigrams) as pair join unnest(asked.bigrams) as given (pair) using (pair)
         ) / (cardinality(found.bigrams) + cardinality(asked.bigrams)) as score
       from found, asked
     )
     select ${applicationColumns}, score::float8 as "contentScore"
     from scored join ${applicationTables.replace('application join', 'application on application.id = scored.application_id join')}
     where score >= ?::numeric order by score desc, application.id`,
    [application, rarestPairs, application, ...conditions.map(({ value }) => value), mostCompared, threshold],
  )
}
