import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deliveryTo } from '../../server/audit/deliver-line.js'
import type { Finding } from '../../server/audit/finding.js'
import { lineHash, readLine, signLine } from '../../server/audit/heads-line.js'
import { signHeads } from '../../server/audit/sign-heads.js'
import { verifyChains } from '../../server/audit/verify-chains.js'
import { verifySignedHeads } from '../../server/audit/verify-signed-heads.js'
import { connectOrm } from '../../server/database/connect.js'
import { newKey, newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { temporaryFolder } from '../support/data-folder.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'

const keys = newKeySet()
const keyring = new Keyring(keys)

let database: TestDatabase
let orm: MikroORM
let account: string
let other: string
beforeAll(async () => {
  database = await createTestDatabase()
  const logger = pino({ level: 'silent' })
  orm = await connectOrm(
    { connectionString: database.url },
    { entities: [], poolSize: 4, statementTimeoutMs: 0, logger },
  )
})
afterAll(async () => {
  await orm.close(true)
  await database.drop()
})

/** Two subjects with five events each, in a trail of nothing else. */
beforeEach(async () => {
  await tamper('truncate audit_event, audit_head, audit_signing')
  account = await fiveEvents()
  other = await fiveEvents()
})

async function fiveEvents(): Promise<string> {
  const id = randomUUID()
  await query(database.url, `insert into account (id, name, email) values ('${id}', '测试人员', '${id}@example.org')`)
  for (let i = 0; i < 4; i++) await query(database.url, `update account set demo = not demo where id = '${id}'`)
  return id
}

/** Does as a superuser what the triggers forbid everybody else. */
function tamper(sql: string): Promise<object[]> {
  const tables = ['audit_event', 'audit_head']
  const all = (what: string) => tables.map((table) => `alter table ${table} ${what} trigger all`).join('; ')
  return query(database.url, `begin; ${all('disable')}; ${sql}; ${all('enable')}; commit`)
}

async function findings(): Promise<Omit<Finding, 'message'>[]> {
  const found: Finding[] = []
  await verifyChains(orm.em.fork(), (finding) => found.push(finding))
  for (const { message } of found) expect(Object.values(message)).not.toContain('')
  return found.map(({ message, ...finding }) => finding)
}

const at = (sequence: number, problem: string, subjectId = account) => ({
  problem,
  subjectType: 'Account',
  subjectId,
  sequence,
})

const row = (sequence: number) => `subject_id = '${account}' and sequence = ${sequence}`

/** Writes an event's hash anew, as somebody would who knows how. */
const rehash = (sequence: number) => `update audit_event as event set hash = audit_hash(event) where ${row(sequence)}`

test('a trail that nobody touched is whole', async () => {
  const verified = await verifyChains(orm.em.fork(), (finding) => expect.unreachable(finding.message.en))
  expect(verified).toEqual({ subjects: 2, events: 10 })
})

test.each([
  ['actor', `'somebody'`],
  ['at', `at - interval '1 microsecond'`],
  ['action', `'else'`],
  ['before', `'{"demo": 1}'`],
  ['after', 'null'],
  ['operation', `'DELETE'`],
  ['table_name', `'public.member'`],
  ['row_id', `'x'`],
  ['request', `''`],
  ['reason', `'because'`],
  ['city', `'xining'`],
  ['id', '-id'],
])('a changed %s is found', async (column, value) => {
  await tamper(`update audit_event set ${column} = ${value} where ${row(3)}`)
  expect(await findings()).toEqual([at(3, 'CHANGED')])
})

test('an event that was changed and hashed anew no longer fits the next', async () => {
  await tamper(`update audit_event set actor = 'somebody' where ${row(3)}; ${rehash(3)}`)
  expect(await findings()).toEqual([at(4, 'REPLACED')])
})

test('the last event, changed and hashed anew, is not the recorded one', async () => {
  await tamper(`update audit_event set actor = 'somebody' where ${row(5)}; ${rehash(5)}`)
  expect(await findings()).toEqual([at(5, 'HEAD_CHANGED')])
})

test('a deleted event is found, the first as well', async () => {
  await tamper(`delete from audit_event where ${row(3)}`)
  expect(await findings()).toEqual([at(3, 'DELETED')])
  await tamper(`delete from audit_event where ${row(1)}`)
  expect(await findings()).toEqual([at(1, 'DELETED'), at(3, 'DELETED')])
})

test('a tail that was cut off is found, to the last event', async () => {
  await tamper(`delete from audit_event where subject_id = '${account}' and sequence > 3`)
  expect(await findings()).toEqual([at(4, 'CUT')])
  await tamper(`delete from audit_event where subject_id = '${account}'`)
  expect(await findings()).toEqual([at(1, 'CUT')])
})

test('two events that changed places are both found', async () => {
  await tamper(`
    update audit_event set sequence = -sequence where ${row(2)} or ${row(3)};
    update audit_event set sequence = 5 + sequence where subject_id = '${account}' and sequence < 0`)
  expect(await findings()).toEqual([
    at(2, 'REPLACED'),
    at(2, 'CHANGED'),
    at(3, 'REPLACED'),
    at(3, 'CHANGED'),
    at(4, 'REPLACED'),
  ])
})

test('an event of another subject is found', async () => {
  await tamper(`delete from audit_event where ${row(3)};
    update audit_event set subject_id = '${account}' where subject_id = '${other}' and sequence = 3`)
  expect(await findings()).toEqual(
    expect.arrayContaining([at(3, 'REPLACED'), at(3, 'CHANGED'), at(3, 'DELETED', other)]),
  )
})

test('an inserted event is found, also where everything in it is right', async () => {
  await tamper(`
    insert into audit_event select (event).* from (
      select row(id + 1000, subject_type, subject_id, 6, at, 'somebody', action, table_name, row_id, operation, before, after,
        request, reason, city, hash, hash)::audit_event as event from audit_event where ${row(5)}) as made;
    ${rehash(6)}`)
  expect(await findings()).toEqual([at(6, 'INSERTED')])
})

test('a changed and a deleted head are found', async () => {
  await tamper(`update audit_head set hash = sha256(hash) where subject_id = '${account}'`)
  expect(await findings()).toEqual([at(5, 'HEAD_CHANGED')])
  await tamper(`delete from audit_head where subject_id = '${account}'`)
  expect(await findings()).toEqual([at(5, 'HEAD_MISSING')])
})

function signInto(file: string, ring = keyring) {
  const deliver = deliveryTo({ auditHeadsFile: file, auditHeadsUrl: undefined, dataDir: '' })
  return signHeads({ em: orm.em.fork(), keyring: ring, deliver, now: () => new Date() })
}

async function signedFindings(file: string, ring = keyring) {
  const found: Finding[] = []
  await verifySignedHeads(orm.em.fork(), ring, file, (finding) => found.push(finding))
  return found.map(({ problem, subjectId, sequence }) => [problem, subjectId, sequence])
}

test('only signed heads tell of a tail that was cut off with its head, and of a subject that is gone', async () => {
  const file = join(temporaryFolder(), 'heads.jsonl')
  expect(await signInto(file)).toBe(1)
  expect(await signInto(file)).toBe(0)
  expect(await signedFindings(file)).toEqual([])
  await tamper(`
    delete from audit_event where subject_id = '${account}' and sequence > 3;
    update audit_head as head set sequence = 3, hash = event.hash from audit_event as event
     where event.subject_id = '${account}' and event.sequence = 3 and head.subject_id = '${account}';
    delete from audit_event where subject_id = '${other}'; delete from audit_head where subject_id = '${other}'`)
  expect(await findings()).toEqual([])
  expect((await signedFindings(file)).toSorted()).toEqual(
    [
      ['SIGNED_HEAD_MISSING', account, 5],
      ['SIGNED_HEAD_MISSING', other, 5],
    ].toSorted(),
  )
})

test('only signed heads tell of a chain that was written anew from an event on', async () => {
  const file = join(temporaryFolder(), 'heads.jsonl')
  await signInto(file)
  await tamper(
    `update audit_event set actor = 'somebody' where ${row(4)}; ${rehash(4)};
     update audit_event set previous = (select hash from audit_event where ${row(4)}) where ${row(5)}; ${rehash(5)};
     update audit_head set hash = (select hash from audit_event where ${row(5)}) where subject_id = '${account}'`,
  )
  expect(await findings()).toEqual([])
  expect(await signedFindings(file)).toEqual([['SIGNED_HEAD_CHANGED', account, 5]])
})

/** A file of three lines, and what becomes of it. */
async function threeLines(): Promise<{ file: string; lines: string[]; write(lines: string[]): void }> {
  const file = join(temporaryFolder(), 'heads.jsonl')
  for (let i = 0; i < 3; i++) {
    await query(database.url, `update account set demo = not demo where id = '${account}'`)
    await signInto(file)
  }
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  return { file, lines, write: (lines) => writeFileSync(file, `${lines.join('\n')}\n`) }
}

test('a line that was changed, taken out, moved or cut off is found', async () => {
  const { file, lines, write } = await threeLines()
  const [a = '', b = '', c = ''] = lines
  write([a, b.replace(/"at":"2/, '"at":"1'), c])
  expect(await signedFindings(file)).toEqual([
    ['LINE_CHANGED', null, 2],
    ['LINE_CHANGED', null, 3],
  ])
  write([a, c])
  expect(await signedFindings(file)).toEqual([['LINE_MISSING', null, 2]])
  write([a, c, b])
  expect(await signedFindings(file)).toEqual([
    ['LINE_MISSING', null, 2],
    ['LINE_CHANGED', null, 2],
    ['LINE_MISSING', null, 3],
  ])
  write([a, b])
  expect(await signedFindings(file)).toEqual([['LINE_MISSING', null, 3]])
  write([a, 'nonsense', b, c])
  expect(await signedFindings(file)).toEqual([['LINE_UNREADABLE', null, null]])
  // The same line twice is one that was sent again.
  write([a, b, b, c])
  expect(await signedFindings(file)).toEqual([])
})

test('a line that somebody else signed is found', async () => {
  const { file, lines, write } = await threeLines()
  const [a = '', b = '', c = ''] = lines
  const { privateKey } = generateKeyPairSync('ed25519')
  const line = readLine(c)
  if (!line) return expect.unreachable(c)
  const { signature, key, ...content } = line
  write([a, b, signLine(content, { id: key, privateKey })])
  expect(await signedFindings(file)).toEqual([['LINE_CHANGED', null, 3]])
  write([a, b, signLine({ ...content, previous: lineHash(b) }, { id: 'stranger', privateKey })])
  expect(await signedFindings(file)).toEqual([['KEY_UNKNOWN', null, 3]])
})

test('what an older key signed stays verifiable after a rotation', async () => {
  const { file } = await threeLines()
  const audit = [
    ...keys.purposes.audit.map((key) => ({ ...key, state: 'readable' as const })),
    newKey('audit', 'current', new Date()),
  ]
  const rotated = new Keyring({ ...keys, purposes: { ...keys.purposes, audit } })
  await query(database.url, `update account set demo = not demo where id = '${account}'`)
  expect(await signInto(file, rotated)).toBe(1)
  expect(await signedFindings(file, rotated)).toEqual([])
  expect(await signedFindings(file, keyring)).toEqual([['KEY_UNKNOWN', null, 4]])
})
