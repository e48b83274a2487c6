import { request } from 'node:http'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { until } from '../support/data-folder.js'
import { startTestApp, type TestApp } from '../support/test-app.js'
import { query } from '../support/test-database.js'
import { ask } from './ask.js'

let app: TestApp
let locking: pg.Client
afterEach(async () => {
  await locking.end()
  await app.close()
})

/** The service, and another program that holds the table of guidelines until it rolls back. */
async function startLocked(environment: Record<string, string> = {}): Promise<void> {
  app = await startTestApp({ DATABASE_POOL_SIZE: '2', ...environment })
  locking = new pg.Client({ connectionString: app.database.url })
  await locking.connect()
  await locking.query('begin; lock table guideline in access exclusive mode')
}

/** How many statements of the service PostgreSQL holds up. */
async function waiting(): Promise<number> {
  const rows = await query(
    app.database.url,
    `select from pg_stat_activity
     where datname = current_database() and application_name = 'shenbao' and state = 'active' and wait_event_type = 'Lock'`,
  )
  return rows.length
}

/** A client that sends a request and closes its connection when it is told to. */
function send(document: string): { goAway(): void } {
  const headers = { 'content-type': 'application/json' }
  const sent = request(`${app.url}/graphql`, { method: 'POST', headers })
  sent.on('error', () => {})
  sent.end(JSON.stringify({ query: document }))
  return { goAway: () => sent.destroy() }
}

const list = '{ guidelines { totalCount nodes { title } } }'
const byKey = '{ node(id: "Guideline:xining-2024-1") { id } }'

async function expectToAnswer(): Promise<void> {
  await locking.query('rollback')
  // More often than there are connections: none may be lost.
  for (let i = 0; i < 3; i++) {
    const { body } = await ask(app.url, { query: list })
    expect(body).toMatchObject({ data: { guidelines: { totalCount: 1 } } })
  }
}

describe.each(['none', 'transaction'])('DATABASE_POOLER=%s', (pooler) => {
  test.each([
    ['a list', list],
    ['a row by its key', byKey],
  ])('a client that goes away while %s waits for a lock takes its statement along', async (_what, document) => {
    await startLocked({ DATABASE_POOLER: pooler })
    const client = send(document)
    await until(async () => (await waiting()) === 1, 5_000)
    client.goAway()
    expect(await until(async () => (await waiting()) === 0, 5_000)).toBeLessThan(2_000)
    await expectToAnswer()
  })
})

test.each([
  ['a list', list, 'guidelines'],
  ['a row by its key', byKey, 'node'],
])(
  '%s that waits longer than STATEMENT_TIMEOUT_MS is ended, and the answer says so',
  async (_what, document, field) => {
    await startLocked({ STATEMENT_TIMEOUT_MS: '300' })
    const { status, body } = await ask(app.url, { query: document })
    expect(await waiting()).toBe(0)
    expect(status).toBe(200)
    expect(body.errors).toMatchObject([
      {
        message: expect.stringContaining('took longer than the server allows'),
        path: [field],
        extensions: { code: 'STATEMENT_TIMEOUT' },
      },
    ])
    await expectToAnswer()
  },
)
