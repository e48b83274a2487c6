import type { ClientBase, QueryResult } from 'pg'
import { join, literal, print, type Sql, sql } from '../sql.js'

/** A column's type as it is, and as it is said to be; null if PostgreSQL knows no type of that name. */
export type Described = { readonly is: string | null; readonly said: string | null }

const name = 'shenbao_description'

/**
 * Has PostgreSQL prepare a statement without running it: are its tables, columns, functions and operators there, and of
 * which types are its columns?
 * @param said what these types are said to be
 * @throws Error with PostgreSQL's words
 */
export async function describeStatement(
  client: ClientBase,
  statement: Sql,
  said: readonly string[],
): Promise<readonly Described[]> {
  const types = join(
    ['int', ...said].map((type) => sql`to_regtype(${literal(type)})::text`),
    ', ',
  )
  // One round trip, which a pooler doesn't divide between connections. What fails leaves nothing prepared.
  const results: unknown = await client.query(
    `${print(sql`select array_to_json(array[${types}])::text as types`).text};
     prepare ${name} as ${print(statement).text};
     select array_to_json(result_types::text[])::text as types from pg_prepared_statements where name = '${name}';
     deallocate ${name}`,
  )
  const [known, , found] = (results as QueryResult<{ types: string }>[]).map(({ rows: [row] }) =>
    row ? (JSON.parse(row.types) as (string | null)[]).slice(1) : [],
  )
  return said.map((_, i) => ({ is: found?.[i] ?? null, said: known?.[i] ?? null }))
}
