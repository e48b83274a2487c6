import type { Pool, PoolClient } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Cancellation } from '../../server/selection/cancellation.js'
import { compileBatch } from '../../server/selection/compile/batch-statement.js'
import { PlanCache } from '../../server/selection/compile/plan-cache.js'
import { BatchReads } from '../../server/selection/execute/batch-reads.js'
import type { Texts } from '../../server/selection/execute/execute-statement.js'
import {
  type Bind,
  fromContext,
  parameter,
  print,
  type ReadContext,
  type Sql,
  sql,
  typeName,
} from '../../server/selection/sql.js'
import { until } from '../support/data-folder.js'
import { type Library, openLibrary } from './library.js'

let library: Library
let pool: Pool
let reads: BatchReads
let statements: string[]
/** Ten times the key, and the viewer. */
let echo: ReturnType<typeof planOf>

async function open(options: { poolSize?: number; statementTimeoutMs?: number } = {}, namedStatements = true) {
  library = await openLibrary(options)
  pool = await library.orm.em.getConnection().getNativeClient()
  // Other tests look for, and end, whatever has `pg_sleep` in its text.
  const doze = 'create function doze(seconds float) returns text language sql as $$ select pg_sleep(seconds)::text $$'
  await library.orm.em.fork().execute(doze)
  reads = new BatchReads(pool, { namedStatements })
}
beforeEach(() => {
  statements = []
  echo = planOf(sql`(select (${given} * 10)::text || ' ' || ${viewer}::text)`)
})
afterEach(async () => {
  await until(() => pool.idleCount === pool.totalCount, 5_000)
  expect(reads.size).toBe(0)
  await library.close()
})

const key: Bind = ({ values }) => values[0]?.[0] ?? null
const given = sql`${parameter(key)}::bigint`
const viewer = fromContext((context: ReadContext & { viewer: string }) => context.viewer)

/** A plan that reads one column by a key. */
function planOf(column: Sql) {
  const { text, binds } = print(sql`select ${column}`)
  const batch = compileBatch(column, binds, new Map([[key, typeName('bigint')]]))
  const [plans, compile] = [new PlanCache(), () => ({ text, binds, passThrough: true, canBatch: true, batch })]
  plans.get('key', compile)
  const plan = plans.get('key', compile)
  if (!plan.batch) throw new Error('A plan without a batch.')
  // Known as cheap, however busy this machine is.
  plan.batch.duration = 0.1
  return { plan, batch: plan.batch }
}

type Asking = { viewer?: string; cancellation?: Cancellation }

function ask({ plan, batch }: ReturnType<typeof planOf>, value: number, asking: Asking = {}): Promise<Texts> {
  const context = { locale: 'en' as const, viewer: 'anna', cancellation: new Cancellation(), ...asking }
  return reads.read(plan, batch, { context, values: [[value]] })
}

/** Asks while no connection is free, so that who can go together does. */
async function askTogether<Answer>(asking: () => Promise<Answer>[]): Promise<Promise<Answer>[]> {
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  for (const client of held) recordStatements(client)
  const answers = asking()
  // Whoever fails before it is looked at must not end the process.
  for (const answer of answers) answer.catch(() => undefined)
  for (const client of held) client.release()
  return answers
}

const recorded = new WeakSet<PoolClient>()

function recordStatements(client: PoolClient): void {
  if (recorded.has(client)) return
  recorded.add(client)
  const query = client.query.bind(client) as (first: string | { text: string }, ...rest: unknown[]) => unknown
  client.query = ((first: string | { text: string }, ...rest: unknown[]) => {
    // The ORM's statements are strings.
    if (typeof first === 'object') statements.push(first.text)
    return query(first, ...rest)
  }) as typeof client.query
}

const numbers = Array.from({ length: 10 }, (_, i) => i)

describe.each([true, false])('with named statements: %s', (named) => {
  test('who waits for a connection is answered by one statement, each with its own row', async () => {
    await open({ poolSize: 2 }, named)
    for (let round = 0; round < 4; round++) {
      const answers = await askTogether(() => numbers.map((n) => ask(echo, n)))
      expect(await Promise.all(answers)).toEqual(numbers.map((n) => [`${n * 10} anna`]))
    }
    expect(statements).toEqual(Array(4).fill(echo.batch.text))
  })

  test('one alone takes the plain statement', async () => {
    await open({ poolSize: 2 }, named)
    for (let round = 0; round < 3; round++) {
      const [answer] = await askTogether(() => [ask(echo, round)])
      expect(await answer).toEqual([`${round * 10} anna`])
    }
    expect(statements).toEqual(Array(3).fill(echo.plan.text))
  })
})

test('a batch has forty requests at most', async () => {
  await open({ poolSize: 4 })
  const many = Array.from({ length: 100 }, (_, i) => i)
  const answers = await askTogether(() => many.map((n) => ask(echo, n)))
  expect(await Promise.all(answers)).toEqual(many.map((n) => [`${n * 10} anna`]))
  expect(statements).toEqual(Array(3).fill(echo.batch.text))
})

test('other values from the context are another batch', async () => {
  await open({ poolSize: 4 })
  const answers = await askTogether(() => numbers.map((n) => ask(echo, n, { viewer: n % 2 ? 'anna' : 'ben' })))
  expect(await Promise.all(answers)).toEqual(numbers.map((n) => [`${n * 10} ${n % 2 ? 'anna' : 'ben'}`]))
  expect(statements).toEqual([echo.batch.text, echo.batch.text])
})

test('two statements of one kind run at a time, and who comes meanwhile waits', async () => {
  await open({ poolSize: 8 })
  // Makes all connections.
  await askTogether(() => [])
  const nap = planOf(sql`(select case when ${given} < 2 then doze(0.3) else '' end || (${given})::text)`)
  const answers: Promise<Texts>[] = []
  for (const n of numbers) {
    answers.push(ask(nap, n))
    await until(() => pool.idleCount === (n === 0 ? 7 : 6), 2_000)
  }
  expect(statements).toEqual(Array(2).fill(nap.plan.text))
  expect(await Promise.all(answers)).toEqual(numbers.map((n) => [String(n)]))
})

test('what takes long is not batched, and runs on all connections', async () => {
  await open({ poolSize: 4 })
  const nap = planOf(sql`(select doze(0.1) || (${given})::text)`)
  nap.batch.duration = undefined
  expect(await ask(nap, 0)).toEqual(['0'])
  const answers = await askTogether(() => numbers.map((n) => ask(nap, n)))
  await until(() => pool.idleCount === 0, 2_000)
  expect(await Promise.all(answers)).toEqual(numbers.map((n) => [String(n)]))
  expect(statements).toEqual(Array(10).fill(nap.plan.text))
})

describe('a request that fails', () => {
  test('fails alone', async () => {
    await open({ poolSize: 2 })
    const trap = planOf(sql`(select (10 / (${given} - 3))::text)`)
    const answers = await askTogether(() => numbers.map((n) => ask(trap, n)))
    const outcomes = await Promise.allSettled(answers)
    expect(outcomes[3]).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
    for (const n of numbers.filter((n) => n !== 3)) {
      expect(outcomes[n]).toEqual({ status: 'fulfilled', value: [String(Math.trunc(10 / (n - 3)))] })
    }
    expect(statements[0]).toBe(trap.batch.text)
  })

  test('by the time limit fails alone', async () => {
    await open({ poolSize: 2, statementTimeoutMs: 200 })
    const slow = planOf(sql`(select case when ${given} = 3 then doze(10) else (${given})::text end)`)
    const outcomes = await Promise.allSettled(await askTogether(() => numbers.map((n) => ask(slow, n))))
    expect(outcomes[3]).toMatchObject({ reason: { extensions: { code: 'STATEMENT_TIMEOUT' } } })
    for (const n of numbers.filter((n) => n !== 3)) expect(outcomes[n]).toMatchObject({ value: [String(n)] })
  })

  test('by its connection’s end is asked again on another', async () => {
    await open({ poolSize: 2 })
    const nap = planOf(sql`(select doze(0.02) || (${given})::text)`)
    const answers = await askTogether(() => numbers.map((n) => ask(nap, n)))
    expect(await until(async () => (await endNapping()) > 0, 2_000)).toBeLessThan(2_000)
    expect(await Promise.all(answers)).toEqual(numbers.map((n) => [String(n)]))
  })

  test('where there is no connection to be had tells so', async () => {
    await open({ poolSize: 2 })
    const connect = pool.connect
    pool.connect = ((callback: (error: Error) => void) => callback(new Error('no connection'))) as typeof pool.connect
    const outcomes = await Promise.allSettled(numbers.map((n) => ask(echo, n)))
    expect(outcomes).toEqual(numbers.map(() => ({ status: 'rejected', reason: new Error('no connection') })))
    pool.connect = connect
    expect(await ask(echo, 1)).toEqual(['10 anna'])
  })
})

describe('a client that goes away', () => {
  const napPlan = () => planOf(sql`(select doze(0.05) || (${given})::text)`)

  test('gives its place up while it waits', async () => {
    await open({ poolSize: 1 })
    const leaving = new Cancellation()
    const answers = await askTogether(() => {
      const asked = numbers.map((n) => ask(echo, n, n < 5 ? { cancellation: leaving } : {}))
      leaving.cancel()
      return asked
    })
    const outcomes = await Promise.allSettled(answers)
    for (const n of numbers) {
      const aborted = { status: 'rejected', reason: { extensions: { code: 'REQUEST_ABORTED' } } }
      expect(outcomes[n]).toMatchObject(n < 5 ? aborted : { value: [`${n * 10} anna`] })
    }
    await expect(ask(echo, 1, { cancellation: leaving })).rejects.toThrow('cancelled')
    expect(statements).toHaveLength(1)
  })

  test('with all others leaves nothing to do', async () => {
    await open({ poolSize: 1 })
    const leaving = new Cancellation()
    const nap = napPlan()
    const answers = await askTogether(() => {
      const asked = numbers.map((n) => ask(nap, n, { cancellation: leaving }))
      leaving.cancel()
      return asked
    })
    await Promise.allSettled(answers)
    expect(statements).toEqual([])
  })

  const askForNaps = (leaving: readonly Cancellation[]) => {
    const nap = napPlan()
    return askTogether(() => leaving.map((cancellation, n) => ask(nap, n, { cancellation })))
  }

  test('leaves its batch to the others', async () => {
    await open({ poolSize: 2 })
    const [staying, ...leaving] = numbers.map(() => new Cancellation())
    const [stayed, ...left] = await askForNaps([staying as Cancellation, ...leaving])
    await until(async () => (await napping()) === 1, 2_000)
    for (const cancellation of leaving) cancellation.cancel()
    expect(await stayed).toEqual(['0'])
    expect((await Promise.allSettled(left)).map(({ status }) => status)).toEqual(Array(9).fill('rejected'))
    expect(statements).toHaveLength(1)
  })

  test('ends its batch as the last', async () => {
    await open({ poolSize: 2 })
    const leaving = numbers.map(() => new Cancellation())
    const left = await askForNaps(leaving)
    await until(async () => (await napping()) === 1, 2_000)
    const before = performance.now()
    for (const cancellation of leaving) cancellation.cancel()
    await Promise.allSettled(left)
    await until(async () => (await napping()) === 0, 2_000)
    // All ten naps together take half a second.
    expect(performance.now() - before).toBeLessThan(300)
    expect(statements).toHaveLength(1)
    expect(await ask(echo, 1)).toEqual(['10 anna'])
  })
})

const nappers = `from pg_stat_activity where state = 'active' and query like '%doze%' and datname = current_database() and pid <> pg_backend_pid()`
const napping = async () => (await library.orm.em.fork().execute(`select pid ${nappers}`)).length
const endNapping = async () =>
  (await library.orm.em.fork().execute(`select pg_terminate_backend(pid) ${nappers}`)).length
