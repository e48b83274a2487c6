import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.js'
import { administer, query } from '../support/test-database.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DATABASE_POOL_SIZE: '2' })
})
afterAll(() => app.close())

const get = async (path: string) => {
  const response = await fetch(`${app.url}${path}`, { headers: { 'accept-language': 'en' } })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

test('a process that lives and can answer says so', async () => {
  expect(await get('/livez')).toMatchObject({ status: 200, body: { status: 'ok' } })
  expect(await get('/readyz')).toMatchObject({ status: 200, body: { status: 'ok' } })
})

test('it isn’t ready for a database that was migrated by an older version', async () => {
  const migrations = await query<{ name: string }>(app.database.url, 'delete from mikro_orm_migrations returning name')
  expect(await get('/readyz')).toMatchObject({
    status: 503,
    body: { reason: expect.stringContaining('a restart migrates') },
  })
  expect(migrations.length).toBeGreaterThan(0)
  for (const { name } of migrations)
    await query(app.database.url, `insert into mikro_orm_migrations (name) values ('${name}')`)
  expect((await get('/readyz')).status).toBe(200)
})

test('it isn’t ready without its database, and lives on', async () => {
  const name = new URL(app.database.url).pathname.slice(1)
  await administer(`alter database ${name} with allow_connections false`)
  await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  const { status, body, headers } = await get('/readyz')
  expect({ status, body }).toMatchObject({ status: 503, body: { reason: 'The database does not answer.' } })
  expect(headers.get('retry-after')).toBe('5')
  expect((await get('/livez')).status).toBe(200)
})

test('responses carry the headers that keep browsers careful, and none that names the software', async () => {
  const { headers } = await get('/livez')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('server')).toBeNull()
})
