import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** Where the run's PostgreSQL is: a program of its own that uses these databases says it itself. */
const server = () => process.env.TEST_POSTGRES_URL ?? inject('postgresUrl')

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/** A migrated database of one's own, as a copy of the run's template (about 0.1 s). Without `drop` it ends with the run. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase('template template_shenbao')
}

/** A database without tables. `clauses` are those of `create database`. */
export async function createDatabase(clauses = ''): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name} ${clauses}`)
  const url = new URL(server())
  url.pathname = name
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) }
}

/** Runs one statement as the superuser, outside any test database. */
export async function administer(sql: string): Promise<void> {
  await query(server(), sql)
}

/** Runs one statement on a connection of its own, and gives its rows. */
export async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}
