import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAuditCommand } from '../../server/audit/cli.js'
import { auditHeadsFile, deliveryTo } from '../../server/audit/deliver-line.js'
import { signHeads } from '../../server/audit/sign-heads.js'
import { connectOrm } from '../../server/database/connect.js'
import { Terminal } from '../../server/guideline/terminal.js'
import { createKeyFile } from '../../server/secrets/key-file.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'

let database: TestDatabase
let dataDir: string
beforeAll(async () => {
  database = await createTestDatabase()
  dataDir = mkdtempSync(join(tmpdir(), 'shenbao-audit-'))
  const keys = newKeySet()
  createKeyFile(join(dataDir, 'keys.json'), keys)
  const logger = pino({ level: 'silent' })
  const orm = await connectOrm(
    { connectionString: database.url },
    { entities: [], poolSize: 2, statementTimeoutMs: 0, logger },
  )
  const deliver = deliveryTo({ auditHeadsFile: undefined, auditHeadsUrl: undefined, dataDir })
  await signHeads({ em: orm.em, keyring: new Keyring(keys), deliver, now: () => new Date() })
  await orm.close(true)
})
afterAll(async () => {
  await database.drop()
  rmSync(dataDir, { recursive: true })
})

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const terminal = new Terminal(
    'en',
    (line) => out.push(line),
    (line) => err.push(line),
  )
  const code = await runAuditCommand(args, { DATABASE_URL: database.url, DATA_DIR: dataDir }, terminal)
  return { code, out, err }
}

test('a whole trail is said to be so, with 0', async () => {
  expect(await run('verify')).toEqual({
    code: 0,
    out: ['Checked 1 chains with 1 events, and 1 signed lines with 1 heads: all is whole.'],
    err: [],
  })
})

test('an unknown command, option or file is told, with 2 or 1', async () => {
  expect((await run()).code).toBe(2)
  expect((await run('repair')).code).toBe(2)
  expect((await run('verify', '--quiet')).code).toBe(2)
  expect((await run('--help')).code).toBe(0)
  const { code, err } = await run('verify', '--heads', join(dataDir, 'nothing.jsonl'))
  expect(code).toBe(1)
  expect(err.join()).toContain('nothing.jsonl')
})

test('without signed heads it says what it can’t know', async () => {
  const file = auditHeadsFile({ auditHeadsFile: undefined, dataDir })
  const away = { DATABASE_URL: database.url, DATA_DIR: dataDir, AUDIT_HEADS_FILE: `${file}.elsewhere` }
  const err: string[] = []
  const terminal = new Terminal(
    'en',
    () => undefined,
    (line) => err.push(line),
  )
  expect(await runAuditCommand(['verify'], away, terminal)).toBe(0)
  expect(err.join()).toContain('There is no file of signed heads')
})

test('what is wrong is named, for people and for programs, with 1', async () => {
  await query(
    database.url,
    `begin; alter table audit_event disable trigger all; update audit_event set actor = 'somebody';
     alter table audit_event enable trigger all; commit`,
  )
  const { code, out } = await run('verify')
  expect(code).toBe(1)
  expect(out).toEqual([
    'Guideline xining-2024-1, event 1: what it says was changed: its hash is another',
    'Checked 1 chains with 1 events, and 1 signed lines with 1 heads: 1 problems.',
  ])
  const json = await run('verify', '--json')
  expect(json.code).toBe(1)
  expect(json.out.map((line) => JSON.parse(line))).toMatchObject([
    { problem: 'CHANGED', subjectType: 'Guideline', subjectId: 'xining-2024-1', sequence: 1 },
    { ok: false, problems: 1, subjects: 1, events: 1, signed: { lines: 1, heads: 1, before: 0 } },
  ])
})
