import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApplicationApp, startApplicationApp } from './application-app.js'
import { everythingOf } from './every-field.js'

let app: ApplicationApp
beforeAll(async () => {
  app = await startApplicationApp()
})
afterAll(() => app.close())

test('the whole form is read in one statement', async () => {
  const id = await app.create()
  await app.save('cover', { application: id, revision: 0, content: { title: '虚构项目' } })
  await app.save('grounds', { application: id, revision: 0, content: { text: '依据' } })
  const selected = `title applicant { name } guideline { title } ${everythingOf()}`
  await app.read(id, selected)
  const statements = await recordStatements()
  const found = await app.read(id, selected)
  // The other two are the test's own: who asks, which the service has in memory.
  const reads = statements.filter((text) => !/from (?:member|role_grant)\b/.test(text))
  expect(reads).toHaveLength(1)
  expect(statements).toHaveLength(3)
  expect(found).toMatchObject({ cover: { title: '虚构项目', revision: 1 }, grounds: { text: '依据' } })
})

/** The statements that the service sends from now on. */
async function recordStatements(): Promise<string[]> {
  const pool = (await app.orm.em.getConnection().getNativeClient()) as Pool
  const texts: string[] = []
  const seen = new WeakSet<PoolClient>()
  pool.on('acquire', (client) => {
    if (seen.has(client)) return
    seen.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const [first] = args
      const text = typeof first === 'string' ? first : (first as { text?: string }).text
      texts.push(String(text))
      return query(...args)
    }) as typeof client.query
  })
  return texts
}
