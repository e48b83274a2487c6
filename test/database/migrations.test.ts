import { Migration } from '@mikro-orm/migrations'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { migrateDatabase } from '../../server/database/migrate.js'
import { migrations } from '../../server/database/migrations/index.js'
import { killServers, startServer } from '../support/server-process.js'
import { createDatabase, query } from '../support/test-database.js'

afterAll(killServers)

test('two servers started at once on one empty database both come up; each migration ran once', {
  timeout: 30_000,
}, async () => {
  const { url: databaseUrl } = await createDatabase()
  const servers = await Promise.all([1, 2].map(() => startServer({ DATABASE_URL: databaseUrl })))
  for (const { url } of servers) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  const names = (await query<{ name: string }>(databaseUrl, 'select name from mikro_orm_migrations')).map((r) => r.name)
  expect(names).toEqual(migrations.map(({ name }) => name))
  for (const { kill } of servers) kill('SIGTERM')
  for (const { ended } of servers) expect((await ended).code).toBe(0)
})

/** Takes longer than the database allows, and notes which locks its own transaction has. */
class Slow extends Migration {
  override up(): void {
    this.addSql(
      `create table seen as select count(*)::int as locks from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
    )
    this.addSql('select pg_sleep(0.3)')
  }
}

const silent = pino({ level: 'silent' })

test('a migration and its lock are one transaction of one connection, without the time limits of the database', async () => {
  const { url, drop } = await createDatabase()
  await query(url, `alter database ${new URL(url).pathname.slice(1)} set statement_timeout = '100ms'`)
  const migrate = () => migrateDatabase({ connectionString: url }, [Slow], silent)
  await Promise.all([migrate(), migrate(), migrate()])
  expect(await query(url, 'select locks from seen')).toEqual([{ locks: 1 }])
  expect(await query(url, 'select name from mikro_orm_migrations')).toEqual([{ name: 'Slow' }])
  const left = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  expect(await query(url, left)).toEqual([])
  await drop()
})

test('a migration that fails leaves nothing, and the database to the next', async () => {
  class Broken extends Migration {
    override up(): void {
      this.addSql('create table half (id int)')
      this.addSql('select * from nowhere')
    }
  }
  const { url, drop } = await createDatabase()
  const address = { connectionString: url }
  await expect(migrateDatabase(address, [Slow, Broken], silent)).rejects.toThrow('nowhere')
  const tables = `select table_name from information_schema.tables where table_schema = 'public'`
  expect(await query(url, tables)).toEqual([{ table_name: 'mikro_orm_migrations' }])
  await migrateDatabase(address, [Slow], silent)
  expect(await query(url, 'select name from mikro_orm_migrations')).toEqual([{ name: 'Slow' }])
  await drop()
})
