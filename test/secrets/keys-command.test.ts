import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Terminal } from '../../server/guideline/terminal.js'
import { runKeysCommand } from '../../server/secrets/cli.js'
import { replaceKeyFile } from '../../server/secrets/key-file.js'
import { type KeySet, newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { temporaryFolder } from '../support/data-folder.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A key file of its own, and what the command does to it. */
function startWith(keys?: KeySet) {
  const file = join(temporaryFolder(), 'keys.json')
  if (keys) replaceKeyFile(file, keys)
  const read = () => JSON.parse(readFileSync(file, 'utf8')) as KeySet
  const run = async (args: string, environment: Record<string, string> = {}) => {
    const lines = { out: [] as string[], err: [] as string[] }
    const terminal = new Terminal(
      'en',
      (line) => lines.out.push(line),
      (line) => lines.err.push(line),
    )
    const variables = { KEYS_FILE: file, DATABASE_URL: database.url, ...environment }
    const code = await runKeysCommand(args.split(' '), variables, terminal)
    return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
  }
  return { file, read, run, keyring: () => new Keyring(read()) }
}

describe('create and list', () => {
  it('makes a file once, and lists it without anything secret', async () => {
    const { file, read, run } = startWith()
    expect(await run('list')).toMatchObject({ code: 1, err: expect.stringContaining('npm run keys -- create') })
    expect(await run('create')).toMatchObject({ code: 0, out: expect.stringContaining(`Made the key file ${file}`) })
    const made = read()
    expect(await run('create')).toMatchObject({ code: 0, out: expect.stringContaining('nothing was changed') })
    expect(read()).toEqual(made)
    const { out } = await run('list')
    for (const [purpose, keys] of Object.entries(made.purposes)) {
      for (const { id, secret } of keys) {
        expect(out).toMatch(new RegExp(`^${purpose} +${id} .*current$`, 'm'))
        expect(out).not.toContain(secret.slice(0, 8))
      }
    }
  })

  it('adds the keys of purposes that a file of an older version lacks', async () => {
    const { read, run, file } = startWith(newKeySet())
    const { purposes, ...rest } = read()
    const { upload, ...older } = purposes
    writeFileSync(file, JSON.stringify({ ...rest, purposes: older }))
    expect(await run('list')).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm run keys -- create adds them'),
    })
    expect(await run('create')).toMatchObject({ code: 0, out: `Added keys to ${file}: upload.` })
    expect(read().purposes).toMatchObject(older)
    expect(read().purposes.upload[0]?.id).not.toBe(upload[0]?.id)
  })

  it('shows its usage when it is called wrong', async () => {
    const { run, read } = startWith(newKeySet())
    const before = read()
    for (const args of [
      '',
      'burn',
      'rotate people',
      'rotate --wait soon',
      'retire --wait 3',
      'list personal',
      'rotate personal mail',
      '--all',
    ]) {
      expect(await run(args)).toMatchObject({ code: 2, err: expect.stringMatching(/^Usage:/) })
    }
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringMatching(/^Usage:/) })
    expect(read()).toEqual(before)
  })
})

/** Accounts whose phone numbers are sealed by a keyring; gives the numbers, which are invented, by the accounts' ids. */
async function insertAccounts(keyring: Keyring, count: number): Promise<Map<string, string>> {
  const phones = new Map(Array.from({ length: count }, (_, i) => [randomUUID(), `+86138${String(10_000_000 + i)}`]))
  const rows = [...phones].map(([id, phone]) => {
    const sealed = keyring.seal('personal', phone, { table: 'account', column: 'phone_sealed', row: id })
    return `('${id}', '测试', '${id}@example.org', '${sealed}', '${keyring.blindIndex(phone)}', '+86*')`
  })
  const columns = 'id, name, email, phone_sealed, phone_index, phone_masked'
  await query(database.url, `insert into account (${columns}) values ${rows.join(',')}`)
  return phones
}

type Stored = { id: string; phone_sealed: string; phone_index: string }

describe('rotate, rewrite and retire', { timeout: 60_000 }, () => {
  it('puts every row under the new keys, and nothing is lost when the old ones are gone', async () => {
    await query(database.url, 'delete from account')
    const { read, run, keyring } = startWith(newKeySet())
    const before = read()
    // More than two batches.
    const phones = await insertAccounts(keyring(), 1_203)

    const { code, out } = await run('rotate --wait 0')
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('account.phone_sealed: 1203 rows rewritten.'),
    })
    const former = Object.values(before.purposes).flatMap((keys) => keys.map(({ id }) => id))
    const current = Object.values(read().purposes).map((keys) => keys.find(({ state }) => state === 'current')?.id)
    for (const id of former) expect(current).not.toContain(id)

    expect(await run('retire')).toMatchObject({ code: 0 })
    const left = Object.entries(read().purposes).map(([purpose, keys]) => [purpose, keys.length])
    // The audit trail's past is verified with its former keys.
    expect(left).toEqual(Object.keys(before.purposes).map((purpose) => [purpose, purpose === 'audit' ? 2 : 1]))
    const after = keyring()
    const rows = await query<Stored>(database.url, 'select * from account where phone_sealed is not null')
    expect(rows).toHaveLength(1_203)
    for (const { id, phone_sealed, phone_index } of rows) {
      const place = { table: 'account', column: 'phone_sealed', row: id }
      expect(after.open('personal', phone_sealed, place)).toBe(phones.get(id))
      expect(phone_index).toBe(after.blindIndex(phones.get(id) ?? ''))
    }
    expect(await run('retire')).toMatchObject({ code: 0, out: 'There is no former key to take out.' })
  })

  it('rotates one purpose only', async () => {
    const { read, run } = startWith(newKeySet())
    await query(database.url, 'delete from account')
    const before = read()
    await run('rotate session --wait 0')
    const after = read()
    expect(after.purposes.session.map(({ state }) => state)).toEqual(['readable', 'current'])
    expect({ ...after.purposes, session: [] }).toEqual({ ...before.purposes, session: [] })
  })

  it('goes on where it was interrupted, with the key that it had added', async () => {
    await query(database.url, 'delete from account')
    const keys = newKeySet()
    const added = newKeySet().purposes.personal.map((key) => ({ ...key, state: 'readable' as const }))
    const { read, run } = startWith({
      ...keys,
      purposes: { ...keys.purposes, personal: [...keys.purposes.personal, ...added] },
    })
    expect(await run('retire personal')).toMatchObject({ code: 0, out: 'There is no former key to take out.' })
    await run('rotate personal --wait 0')
    expect(read().purposes.personal.map(({ id, state }) => [id, state])).toEqual([
      [keys.purposes.personal[0]?.id, 'readable'],
      [added[0]?.id, 'current'],
    ])
  })

  it('does not retire a key while a row is under it, and says what to do', async () => {
    await query(database.url, 'delete from account')
    const { read, run, keyring } = startWith(newKeySet())
    const late = keyring()
    await run('rotate --wait 0')
    // As by a server that had not seen the new keys yet.
    await insertAccounts(late, 1)
    const before = read()
    const refused = await run('retire')
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.err).toBe(
      'account.phone_sealed: 1 rows are under former keys.\nNo key was taken out. Run npm run keys -- rewrite first.',
    )
    expect(await run('retire blind-index')).toMatchObject({ code: 1 })
    expect(read()).toEqual(before)
    expect(await run('rewrite')).toMatchObject({ code: 0, out: expect.stringContaining('1 rows rewritten') })
    expect(await run('retire')).toMatchObject({ code: 0 })
  })

  it('says which key is missing, and where, when a row can not be opened', async () => {
    await query(database.url, 'delete from account')
    const lost = new Keyring(newKeySet())
    const [[id, phone] = ['', '']] = await insertAccounts(lost, 1)
    const { run } = startWith(newKeySet())
    const { code, err } = await run('rewrite')
    expect(code).toBe(1)
    expect(err).toContain(`account.phone_sealed of row ${id} was sealed with the key ${lost.secrets('personal')[0].id}`)
    expect(err).toContain('bring it back from your backup')
    expect(err).not.toContain(phone)
    await query(database.url, 'delete from account')
  })

  it('is done by one command at a time', async () => {
    const { run } = startWith(newKeySet())
    const [one, other] = await Promise.all([run('rotate session --wait 2'), run('rotate session --wait 2')])
    expect([one.code, other.code].sort()).toEqual([0, 1])
    expect(one.err + other.err).toContain('Another command is changing keys')
  })
})
