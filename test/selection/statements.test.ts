import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { Cancellation } from '../../server/selection/cancellation.js'
import { executeStatement } from '../../server/selection/execute/execute-statement.js'
import { until } from '../support/data-folder.js'
import { type Library, librarySchema, librarySelections, openLibrary } from './library.js'
import { type Service, serve } from './serve.js'

let library: Library
let service: Service
afterEach(async () => {
  await service.close()
  await library.close()
})

async function start(options: { statementTimeoutMs?: number; poolSize?: number; namedStatements?: boolean } = {}) {
  library = await openLibrary(options)
  const { orm } = library
  service = await serve({ schema: librarySchema(), orm, selections: librarySelections, passThrough: true, ...options })
}

const select = <Row>(sql: string) => library.orm.em.fork().execute<Row[]>(sql)
const nap = { query: '{ shelf(id: 1) { books { nap } } }', viewer: 'anna' }
const napping = async () =>
  (
    await select<{ pid: number }>(
      `select pid from pg_stat_activity where state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
    )
  ).length

describe('a client that goes away', () => {
  test('cancels its statement, and leaves its connection to the next', async () => {
    await start({ poolSize: 2 })
    const aborting = new AbortController()
    const answer = service.send({ ...nap, signal: aborting.signal })
    await until(async () => (await napping()) === 1, 5_000)
    aborting.abort()
    await expect(answer).rejects.toThrow()
    expect(await until(async () => (await napping()) === 0, 5_000)).toBeLessThan(2_000)
    const connections = await select(`select from pg_stat_activity where datname = current_database()`)
    expect(connections.length).toBeLessThanOrEqual(2)
    expect((await service.send({ query: '{ shelf(id: 1) { name } }' })).text).toContain('open')
  })

  test('while it waits for a connection gives its place up', async () => {
    await start({ poolSize: 2 })
    const pool = await library.orm.em.getConnection().getNativeClient()
    const held = [await pool.connect(), await pool.connect()]
    const aborting = new AbortController()
    const answer = service.send({ ...nap, signal: aborting.signal })
    await until(() => pool.waitingCount === 1, 2_000)
    aborting.abort()
    await expect(answer).rejects.toThrow()
    // The server hears of it a moment later.
    await sleep(100)
    for (const client of held) client.release()
    await until(() => pool.idleCount === 2, 2_000)
    expect(await napping()).toBe(0)
  })

  test('never cancels the next statement of its connection', async () => {
    await start({ poolSize: 1 })
    const pool = await library.orm.em.getConnection().getNativeClient()
    const plan = (seconds: number) =>
      ({ text: `select pg_sleep(${seconds})`, name: `nap ${seconds}`, binds: [], passThrough: true, uses: 0 }) as const
    const run = (seconds: number, cancellation = new Cancellation()) =>
      executeStatement(
        pool,
        plan(seconds),
        { context: { locale: 'en', cancellation }, values: [] },
        { namedStatements: true },
      )
    for (let round = 0; round < 100; round++) {
      const cancellation = new Cancellation()
      const leaving = run(0.002, cancellation).catch(() => undefined)
      const next = run(0.003)
      await sleep(1 + (round % 4))
      cancellation.cancel()
      await leaving
      await next
    }
  })

  test('many at once cancel nobody else’s statement', async () => {
    await start({ poolSize: 4 })
    const quick = { query: '{ books(first: 50) { totalCount nodes { id title } } }', viewer: 'anna' }
    const { text } = await service.send(quick)
    for (let round = 0; round < 20; round++) {
      const aborting = new AbortController()
      const leaving = [1, 2].map(() => service.send({ ...nap, signal: aborting.signal }).catch(() => undefined))
      const staying = [1, 2, 3, 4, 5, 6].map(() => service.send(quick))
      setTimeout(() => aborting.abort(), round)
      for (const answer of await Promise.all(staying)) expect(answer.text).toBe(text)
      await Promise.all(leaving)
    }
  })
})

test('a statement that takes too long is ended, and the error says so', async () => {
  await start({ statementTimeoutMs: 200 })
  const { text } = await service.send({ ...nap, language: 'en' })
  expect(JSON.parse(text)).toMatchObject({
    data: { shelf: null },
    errors: [
      {
        message: expect.stringContaining('took longer than the server allows'),
        path: ['shelf'],
        extensions: { code: 'STATEMENT_TIMEOUT' },
      },
    ],
  })
  expect((await service.send({ query: '{ shelf(id: 1) { name } }' })).text).toContain('open')
})

test('a connection that is lost fails its statement only', async () => {
  await start({ poolSize: 2 })
  const answer = service.send(nap)
  await until(async () => (await napping()) === 1, 5_000)
  await select(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()`,
  )
  expect(JSON.parse((await answer).text).errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR')
  expect((await service.send({ query: '{ shelf(id: 1) { name } }' })).text).toContain('open')
})

describe('prepared statements', () => {
  const prepared = () =>
    select<{ name: string; statement: string }>('select name, statement from pg_prepared_statements')

  test('are named from the second run on, one for all values', async () => {
    await start({ poolSize: 1 })
    const send = (id: number) =>
      service.send({ query: 'query ($id: Int!) { shelf(id: $id) { name } }', variables: { id } })
    await send(1)
    expect(await prepared()).toHaveLength(0)
    for (const id of [1, 2, 3]) await send(id)
    expect(await prepared()).toEqual([
      { name: expect.stringMatching(/^sb_/), statement: expect.stringContaining('$1') },
    ])
  })

  test('have a bound on each connection, which makes way for one that prepares what comes next', async () => {
    await start({ poolSize: 1 })
    const pool = await library.orm.em.getConnection().getNativeClient()
    let reopened = 0
    pool.on('connect', () => reopened++)
    const request = { context: { locale: 'en', cancellation: new Cancellation() }, values: [] } as const
    const run = async (i: number) => {
      const plan = { text: `select ${i}`, name: `sb_${i}`, binds: [], passThrough: true, uses: 1 }
      expect(await executeStatement(pool, plan, request, { namedStatements: true })).toEqual([String(i)])
    }
    for (let i = 0; i < 1_000; i++) await run(i % 500)
    expect(await prepared()).toHaveLength(500)
    expect(reopened).toBe(0)
    for (let i = 500; i < 1_010; i++) await run(i)
    expect(reopened).toBe(2)
    expect((await prepared()).map(({ name }) => name).sort()).toEqual(
      Array.from({ length: 8 }, (_, i) => `sb_${1_002 + i}`),
    )
  }, 60_000)

  test('are not named behind a pooler that changes connections between transactions', async () => {
    await start({ poolSize: 1, namedStatements: false })
    for (let i = 0; i < 3; i++) await service.send({ query: '{ shelf(id: 1) { name } }' })
    expect(await prepared()).toHaveLength(0)
  })
})
