import { randomUUID } from 'node:crypto'
import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { loadBetterAuth } from '../../server/account/better-auth.js'
import { migrateDatabase } from '../../server/database/migrate.js'
import { migrations } from '../../server/database/migrations/index.js'
import { administer, createDatabase, createTestDatabase, query } from '../support/test-database.js'

const logger = pino({ level: 'silent' })

test('the schema auth has all that better-auth wants', async () => {
  const database = await createTestDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  const auth = await loadBetterAuth({
    pool,
    secrets: [{ id: 'test', bytes: Buffer.alloc(32, 7) }],
    baseURL: 'http://127.0.0.1',
    wantMail: () => {},
  })
  const plan = await getMigrations(auth.options)
  const { toBeCreated, toBeAdded, toBeAddedIndexes, unsafeChanges, schemaProblems } = plan
  expect({ toBeCreated, toBeAdded, unsafeChanges, schemaProblems }).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    unsafeChanges: [],
    schemaProblems: [],
  })
  expect(toBeAddedIndexes).toEqual([])
  await pool.end()
  await database.drop()
})

test('better-auth’s role touches nothing else', async () => {
  const { url, drop } = await createTestDatabase()
  const rights = await query<{ table: string }>(
    url,
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
      where schemaname not in ('auth', 'pg_catalog', 'information_schema')
        and (has_table_privilege('shenbao_auth', format('%I.%I', schemaname, tablename), 'select')
          or has_table_privilege('shenbao_auth', format('%I.%I', schemaname, tablename), 'insert, update, delete'))`,
  )
  expect(rights).toEqual([])
  await expect(query(url, 'begin; set local role shenbao_auth; select * from account')).rejects.toThrow(
    'permission denied for table account',
  )
  await drop()
})

/** An empty database of a user who may do what the clauses say, and who owns it. */
async function ownedDatabase(clauses: string): Promise<{ url: string; user: string; end(): Promise<void> }> {
  const user = `owner_${randomUUID().slice(0, 8)}`
  await administer(`create role ${user} login password 'pw' ${clauses}`)
  const database = await createDatabase(`owner ${user}`)
  const url = new URL(database.url)
  url.username = user
  url.password = 'pw'
  const end = async () => {
    await database.drop()
    await administer(`drop role ${user}`)
  }
  return { url: url.href, user, end }
}

test('a plain owner who may not use the role is told what an administrator runs, and nothing is left behind', async () => {
  const { url, user, end } = await ownedDatabase('')
  const address = { connectionString: url }
  const refused = await migrateDatabase(address, migrations, logger).catch((error: Error) => error)
  const statement = `create role shenbao_auth nologin; grant shenbao_auth to "${user}" with inherit false, set true;`
  expect(refused).toMatchObject({ name: 'StartupError', message: expect.stringContaining(statement) })
  expect(await query(url, `select from pg_tables where tablename = 'account'`)).toEqual([])
  // The role is there: other databases of this server have it.
  await administer(`grant shenbao_auth to ${user} with inherit false, set true`)
  await migrateDatabase(address, migrations, logger)
  const [seen] = await query<{ count: string }>(
    url,
    `select set_config('role', 'shenbao_auth', false), (select count(*)::text from auth.session) as count`,
  )
  expect(seen?.count).toBe('0')
  await end()
})

test('four databases of one server are migrated at once', async () => {
  const databases = await Promise.all(Array.from({ length: 4 }, () => createDatabase()))
  await Promise.all(databases.map(({ url }) => migrateDatabase({ connectionString: url }, migrations, logger)))
  for (const { url, drop } of databases) {
    expect(await query(url, 'select from auth.session')).toEqual([])
    await drop()
  }
})
