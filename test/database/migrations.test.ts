import { afterAll, expect, test } from 'vitest'
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
