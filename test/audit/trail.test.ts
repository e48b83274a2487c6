import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maskMark } from '../../server/audit/audit-schema.js'
import { unauditedTables } from '../../server/audit/unaudited-tables.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'
import { expectWhole } from './chains.js'

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 32 })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const settings = (actor: string, action: string, request: string) =>
  `select set_config('shenbao.actor', '${actor}', true), set_config('shenbao.action', '${action}', true),
          set_config('shenbao.request', '${request}', true)`

async function newAccount(): Promise<string> {
  const id = randomUUID()
  await pool.query(`insert into account (id, name, email) values ($1, '测试人员', $1 || '@example.org')`, [id])
  return id
}

async function eventsOf(subject: string) {
  const { rows } = await pool.query('select * from audit_event where subject_id = $1 order by sequence', [subject])
  return rows
}

test('every table is audited, or stands in the list of those that are not', async () => {
  const { rows } = await pool.query<{ name: string; audited: boolean }>(`
    select schemaname || '.' || tablename as name,
           exists (select from pg_trigger where tgname = 'audited' and tgenabled = 'O' and not tgisinternal
                   and tgrelid = format('%I.%I', schemaname, tablename)::regclass) as audited
      from pg_tables where schemaname in ('public', 'auth') and tablename !~ '_count$'`)
  expect(
    rows
      .filter(({ audited }) => !audited)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(Object.keys(unauditedTables).toSorted())
})

test('an event has who, what, on which request, and only what changed', async () => {
  const account = await newAccount()
  await query(
    database.url,
    `begin; ${settings('somebody', 'grantRole', 'request-1')};
     insert into role_grant (account_id, role, city) values ('${account}', 'SUPERVISOR', 'xining');
     update account set demo = true where id = '${account}'; commit`,
  )
  const [made, granted, changed] = await eventsOf(account)
  expect(made).toMatchObject({ actor: null, action: 'INSERT', request: null, operation: 'INSERT', sequence: '1' })
  const by = { actor: 'somebody', action: 'grantRole', request: 'request-1', subject_type: 'Account' }
  expect(granted).toMatchObject({ ...by, table_name: 'public.role_grant', operation: 'INSERT', city: 'xining' })
  expect(granted.after).toMatchObject({ role: 'SUPERVISOR', account_id: account })
  expect(changed).toMatchObject({
    ...by,
    table_name: 'public.account',
    row_id: account,
    operation: 'UPDATE',
    city: null,
  })
  expect([changed.before, changed.after]).toEqual([{ demo: false }, { demo: true }])
  await expectWhole(pool)
})

test('a deleted row is told, one that stays as it was is not', async () => {
  const account = await newAccount()
  await pool.query(`insert into role_grant (account_id, role, city) values ($1, 'EXPERT', 'xining')`, [account])
  await pool.query('update role_grant set role = role where account_id = $1', [account])
  await pool.query('delete from role_grant where account_id = $1', [account])
  const events = await eventsOf(account)
  expect(events.map(({ operation }) => operation)).toEqual(['INSERT', 'INSERT', 'DELETE'])
  expect(events[2]).toMatchObject({ before: { role: 'EXPERT', city: 'xining' }, after: null })
})

test('what is undone leaves no event, to a savepoint as to the beginning', async () => {
  const account = await newAccount()
  const change = (field: string) => `update account set ${field} = true where id = '${account}'`
  await query(database.url, `begin; ${change('demo')}; rollback`)
  await query(database.url, `begin; ${change('demo')}; savepoint s; ${change('email_verified')}; rollback to s; commit`)
  const events = await eventsOf(account)
  expect(events.map(({ after }) => after).slice(1)).toEqual([{ demo: true }])
  expect((await pool.query('select from audit_pending')).rowCount).toBe(0)
  await expectWhole(pool)
})

test('of personal values and secrets is told that they changed, never what they are', async () => {
  const account = await newAccount()
  const canaries = [
    '张三丰',
    'canary@example.org',
    'sealed-canary',
    'index-canary',
    '138****0001',
    'password-canary',
    'token-canary',
  ]
  await query(
    database.url,
    `update account set name = '张三丰', email = 'canary@example.org', phone_sealed = 'sealed-canary',
       phone_index = 'index-canary', phone_masked = '138****0001' where id = '${account}';
     insert into auth."user" (id, name, email, "emailVerified") values ('${account}', '张三丰', 'canary@example.org', true);
     insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
       values ('${account}', '${account}', 'credential', '${account}', 'password-canary', now());
     insert into auth.session (id, "expiresAt", token, "updatedAt", "ipAddress", "userId")
       values ('${account}', now(), 'token-canary', now(), '192.0.2.7', '${account}');
     update auth.session set "updatedAt" = now(), "expiresAt" = now() where id = '${account}';
     update auth.account set password = 'password-canary-2' where id = '${account}';
     delete from auth.session where id = '${account}'`,
  )
  const events = await eventsOf(account)
  const told = JSON.stringify(events)
  for (const canary of [...canaries, '192.0.2.7', 'password-canary-2']) expect(told).not.toContain(canary)
  const of = (table: string) => events.filter(({ table_name }) => table_name === table)
  expect(of('public.account')[1]).toMatchObject({
    before: { name: maskMark, phone_sealed: null },
    after: { name: maskMark, phone_sealed: maskMark, phone_masked: maskMark },
  })
  expect(of('auth.account')[1]).toMatchObject({ before: { password: maskMark }, after: { password: maskMark } })
  expect(of('auth.session').map(({ operation }) => operation)).toEqual(['INSERT', 'DELETE'])
})

test('what changes no row can be told, with its reason', async () => {
  const account = await newAccount()
  await query(
    database.url,
    `begin; ${settings('officer', 'revealPersonalData', 'request-2')};
     select audit_record('Account', '${account}', 'revealPersonalData', '{"field": "phone", "reason": "核对"}'); commit`,
  )
  expect((await eventsOf(account))[1]).toMatchObject({
    operation: 'RECORD',
    action: 'revealPersonalData',
    actor: 'officer',
    reason: '核对',
    after: { field: 'phone' },
    table_name: null,
  })
})

test('nobody writes the trail by hand, or empties a table that is audited', async () => {
  for (const sql of [
    'update audit_event set actor = null',
    'delete from audit_event',
    'truncate audit_event',
    'insert into audit_event select * from audit_event limit 1',
    `update audit_head set hash = ''`,
    'delete from audit_head',
    'truncate audit_head, audit_event',
    'delete from audit_pending',
  ]) {
    await expect(pool.query(sql), sql).rejects.toThrow('the audit trail is written by the triggers of the tables alone')
  }
  await expect(pool.query('truncate invitation')).rejects.toThrow('rows of invitation are audited one by one')
})

test('the role of sign-in writes events, and neither reads nor writes them otherwise', async () => {
  const account = await newAccount()
  const user = `insert into auth."user" (id, name, email, "emailVerified") values ('${account}', 'n', '${account}@example.org', true)`
  await query(database.url, `begin; set local role shenbao_auth; ${user}; commit`)
  expect((await eventsOf(account)).map(({ table_name }) => table_name)).toContain('auth.user')
  for (const sql of ['select from audit_event', `select audit_record('Account', 'x', 'x', '{}')`]) {
    await expect(query(database.url, `begin; set local role shenbao_auth; ${sql}`)).rejects.toThrow('permission denied')
  }
})

test('32 writers of one subject: none is lost, none meets another, the chain is whole', async () => {
  const account = await newAccount()
  const write = () => pool.query('update account set demo = not demo where id = $1', [account])
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      for (let i = 0; i < 5; i++) await write()
    }),
  )
  expect(await eventsOf(account)).toHaveLength(1 + 32 * 5)
  await expectWhole(pool)
})

test('32 writers of many subjects, in whatever order each goes, wait for each other in no circle', async () => {
  const accounts = await Promise.all(Array.from({ length: 6 }, newAccount))
  const before = Number((await pool.query('select count(*) from audit_event')).rows[0].count)
  const write = async (writer: number) => {
    for (let i = 0; i < 6; i++) {
      // Rows of its own under subjects of all: only the chains can meet.
      const turned = accounts.map((_, n) => accounts[(n * (writer % 2 ? 1 : 5) + writer + i) % 6])
      const inserts = turned.map(
        (id) => `insert into role_grant (account_id, role, city) values ('${id}', 'EXPERT', 'c${writer}-${i}')`,
      )
      await pool.query(`begin; ${inserts.join('; ')}; commit`)
    }
  }
  await Promise.all(Array.from({ length: 32 }, (_, writer) => write(writer)))
  const after = Number((await pool.query('select count(*) from audit_event')).rows[0].count)
  expect(after - before).toBe(32 * 6 * 6)
  await expectWhole(pool)
})
