import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startFolding } from '../../server/database/fold-counts.js'
import { foldSql, type KeptCounts, keptCountsSql } from '../../server/database/kept-counts.js'
import { until } from '../support/data-folder.js'
import { createDatabase, type TestDatabase } from '../support/test-database.js'

const counts: KeptCounts = { table: 'letter', by: ['kind', 'box'] }

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await createDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 6 })
  // One connection is ended on purpose, and others may still be closing when their database is dropped.
  pool.on('connect', (client) => client.on('error', () => undefined))
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

beforeEach(async () => {
  await pool.query(`
    drop table if exists letter;
    create table letter (id int primary key, kind text, box int, note text);
    insert into letter select id, (array['a', 'b', null])[1 + id % 3], nullif(id % 4, 0) from generate_series(1, 50) id;
    ${keptCountsSql(counts)}`)
})

type Client = Pick<pg.Client, 'query'>

/** Every group, counted by PostgreSQL and summed up from what is kept, in one snapshot. */
async function expectExact(client: Client): Promise<void> {
  const { rows } = await client.query(`
    select 'counted' as how, kind, box, count(*)::int as rows from letter group by kind, box union all
    select 'kept', kind, box, sum(row_count)::int from letter_count group by kind, box having sum(row_count) <> 0`)
  const of = (how: string) =>
    rows
      .filter((row) => row.how === how)
      .map(({ kind, box, rows }) => `${kind} ${box}: ${rows}`)
      .toSorted()
  expect(of('kept')).toEqual(of('counted'))
}

const kind = fc.constantFrom("'a'", "'b'", 'null')
const box = fc.constantFrom('0', '1', 'null')
const id = fc.integer({ min: 1, max: 80 })

/** Statements that change no row, one or many, with the ways of writing that PostgreSQL knows; of rows with `own` ids. */
function changes(own = 'true'): fc.Arbitrary<string> {
  const given = (id: number) => `(select id from generate_series(${id}, ${id + 9}) id where ${own})`
  return fc
    .record({ id, kind, box, form: fc.constantFrom('insert', 'upsert', 'kind', 'box', 'note', 'delete', 'merge') })
    .map(({ id, kind, box, form }) => {
      switch (form) {
        case 'insert':
          return `insert into letter select id, ${kind}, ${box} from ${given(id)} on conflict do nothing`
        case 'upsert':
          return `insert into letter select id, ${kind}, ${box} from ${given(id)}
                  on conflict (id) do update set kind = excluded.kind, box = 7`
        case 'kind':
        case 'box':
          return `update letter set ${form} = ${form === 'kind' ? kind : box}, note = 'x' where id > ${id} and ${own}`
        case 'note':
          return `update letter set note = 'y' where id < ${id} and ${own}`
        case 'delete':
          return `delete from letter where (id < ${id} or kind is not distinct from ${kind}) and ${own}`
        default:
          return `merge into letter using ${given(id)} given on letter.id = given.id
                  when matched and letter.id % 2 = 0 then delete when matched then update set box = ${box}
                  when not matched then insert (id, kind) values (given.id, ${kind})`
      }
    })
}

test('counts are those of the rows after every statement, in and after transactions, folded or not', async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: changes() },
    fc.constantFrom(foldSql(counts), 'rollback to s', 'truncate letter'),
  )
  const transaction = fc.record({ steps: fc.array(step, { maxLength: 6 }), end: fc.constantFrom('commit', 'rollback') })
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 4 }), async (transactions) => {
      const client = await pool.connect()
      try {
        for (const { steps, end } of transactions) {
          await client.query('begin; savepoint s')
          for (const step of steps) {
            await client.query(step)
            await expectExact(client)
          }
          await client.query(end)
          await expectExact(client)
        }
      } finally {
        client.release()
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('writers and folds at the same time: every snapshot is exact, before and after', async () => {
  const writers = fc.tuple(
    ...[0, 1, 2].map((writer) => fc.array(changes(`id % 3 = ${writer}`), { minLength: 3, maxLength: 8 })),
  )
  await fc.assert(
    fc.asyncProperty(writers, async (histories) => {
      let writing = true
      const write = async (history: readonly string[]) => {
        const client = await pool.connect()
        await client.query("set lock_timeout = '2s'")
        for (const [n, sql] of history.entries()) {
          // Some changes stay open for a while, and some are taken back.
          await client.query(`begin; ${sql}`)
          if (n % 2 === 0) await sleep(2)
          await client.query(n % 4 === 3 ? 'rollback' : 'commit')
        }
        client.release()
      }
      const meanwhile = async (work: () => Promise<unknown>) => {
        while (writing) await work()
      }
      const others = [
        meanwhile(() => pool.query(foldSql(counts))),
        meanwhile(() => pool.query(foldSql(counts))),
        meanwhile(() => expectExact(pool)),
      ]
      await Promise.all(histories.map(write)).finally(() => {
        writing = false
      })
      await Promise.all(others)
      await expectExact(pool)
    }),
    { numRuns: 20 },
  )
}, 60_000)

test('a snapshot counts as of its own moment, whatever is written and folded meanwhile', async () => {
  const client = await pool.connect()
  await client.query('begin isolation level repeatable read')
  await expectExact(client)
  await pool.query(`delete from letter where id % 2 = 0; ${foldSql(counts)}`)
  await pool.query(`insert into letter select id, 'a', 1 from generate_series(100, 120) id; ${foldSql(counts)}`)
  await expectExact(client)
  expect((await client.query('select count(*)::int from letter')).rows).toEqual([{ count: 50 }])
  await client.query('commit')
  client.release()
  await expectExact(pool)
})

test('folding leaves one row of each group, and none of an empty one', async () => {
  await pool.query(`insert into letter select id, 'c', 1 from generate_series(100, 109) id`)
  for (let id = 100; id < 110; id++) await pool.query(`update letter set box = 2 where id = ${id}`)
  await pool.query(foldSql(counts))
  const { rows } = await pool.query(`select box, row_count::int as rows, folded from letter_count where kind = 'c'`)
  expect(rows).toEqual([{ box: 2, rows: 10, folded: true }])
  const groups = await pool.query('select distinct kind, box from letter')
  expect((await pool.query('select from letter_count')).rowCount).toBe(groups.rowCount)
})

test('a fold that is cut off has done nothing, and one beside it does not wait', async () => {
  await pool.query(`update letter set kind = 'd'`)
  const client = await pool.connect()
  await client.query(`begin; ${foldSql(counts)}`)
  await pool.query(`set statement_timeout = '2s'; ${foldSql(counts)}; reset statement_timeout`)
  await expectExact(pool)
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const lost = new Promise((resolve) => client.once('error', resolve))
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await lost
  client.release(true)
  await expectExact(pool)
  await pool.query(foldSql(counts))
  await expectExact(pool)
})

test('rows that were written while the counts are made are counted', async () => {
  await pool.query('drop function keep_letter_count cascade')
  const writer = await pool.connect()
  await writer.query(`begin; insert into letter values (200, 'late', 1)`)
  const made = pool.query(keptCountsSql(counts))
  await sleep(50)
  await writer.query('commit')
  writer.release()
  await made
  await expectExact(pool)
})

test('a server folds what is there, until it stops', async () => {
  const folding = await startFolding(pool, [counts], pino({ level: 'silent' }))
  const unfolded = async () => (await pool.query('select from letter_count where not folded')).rowCount
  await pool.query(`update letter set kind = 'e'`)
  expect(await unfolded()).toBeGreaterThan(0)
  await until(async () => (await unfolded()) === 0, 5_000)
  await folding.stop()
  await pool.query(`update letter set kind = 'f'`)
  await sleep(1_200)
  expect(await unfolded()).toBeGreaterThan(0)
}, 15_000)

test('a table of counts that lacks something is told at start', async () => {
  const wider = { ...counts, by: ['kind', 'note'] } as const
  await expect(startFolding(pool, [wider], pino({ level: 'silent' }))).rejects.toThrow(
    "The counts of letter can't be read: the table letter_count lacks note; make it (anew) in a migration with keptCountsSql.",
  )
})
