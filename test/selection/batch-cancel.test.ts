import { kill } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { Cancellation } from '../../server/selection/cancellation.js'
import { executeStatement } from '../../server/selection/execute/execute-statement.js'
import { type Library, openLibrary } from './library.js'

let library: Library
afterEach(() => library.close())

test('a statement that PostgreSQL takes up only after it was told to stop is stopped as well', async () => {
  library = await openLibrary({ poolSize: 1 })
  const pool = await library.orm.em.getConnection().getNativeClient()
  const client = (await pool.connect()) as PoolClient & { processID: number }
  client.release()
  const cancellation = new Cancellation()
  const plan = { text: 'select count(*) from generate_series(1, 1000000000)', name: 'endless', binds: [], uses: 0 }
  const started = performance.now()
  kill(client.processID, 'SIGSTOP')
  const request = { context: { locale: 'en' as const, cancellation }, values: [] }
  const answer = executeStatement(pool, plan, request, { namedStatements: true })
  // The message to stop comes first, as a backend that stood still sees to signals before it reads.
  setTimeout(() => cancellation.cancel(), 20)
  setTimeout(() => kill(client.processID, 'SIGCONT'), 200)
  await expect(answer).rejects.toThrow('cancelled')
  expect(performance.now() - started).toBeLessThan(5_000)
  await sleep(10)
  expect(pool.idleCount).toBe(1)
}, 15_000)
