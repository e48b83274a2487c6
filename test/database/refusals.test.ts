import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { loadConfig } from '../../server/config.js'
import { openDatabase } from '../../server/database/open-database.js'
import { StartupError } from '../../server/startup-error.js'
import { temporaryFolder } from '../support/data-folder.js'
import { killServers, startServer } from '../support/server-process.js'
import { createDatabase, createTestDatabase, query } from '../support/test-database.js'

afterAll(killServers)

/** What the database of this environment is refused with; the connections of an unexpected success are closed. */
async function refusal(environment: Record<string, string>): Promise<StartupError> {
  const config = loadConfig({ LOG_LEVEL: 'silent', ...environment })
  const opened = await openDatabase(config, pino({ level: 'silent' }), () => {}).catch((error: unknown) => error)
  if (opened instanceof StartupError) return opened
  if (opened instanceof Error) throw opened
  throw new Error('the database was accepted')
}

const at = (change: (url: URL) => void) => {
  const url = new URL(inject('postgresUrl'))
  change(url)
  return { DATABASE_URL: url.href }
}

describe('a database that can not be used is refused with what to do', () => {
  test.each([
    ['unknown host', () => at((url) => (url.hostname = 'nowhere.invalid')), 'no such host', '主机名'],
    ['nothing listens', () => at((url) => (url.port = '1')), 'no PostgreSQL takes connections', '启动数据库'],
    ['wrong password', () => at((url) => (url.password = 's3cret')), 'refuses the user or the password', '密码'],
    ['no such database', () => at((url) => (url.pathname = 'absent')), 'no such database', 'createdb'],
    ['no TLS', () => at((url) => (url.search = 'sslmode=verify-full')), 'no TLS connection', 'sslmode'],
  ])('%s', async (_name, environment, english, chinese) => {
    const { message } = await refusal(environment())
    expect(message).toContain(english)
    expect(message).toContain(chinese)
    expect(message).toContain(':***@')
    expect(message).not.toContain('s3cret')
    expect(message).not.toContain(new URL(inject('postgresUrl')).password)
  })

  test('an encoding without Chinese', async () => {
    const { url } = await createDatabase(`template template0 encoding 'SQL_ASCII' locale 'C'`)
    expect((await refusal({ DATABASE_URL: url })).message).toContain('encoding SQL_ASCII')
  })

  test('a locale that folds ASCII only', async () => {
    const { url } = await createDatabase(
      `template template0 encoding 'UTF8' locale_provider libc locale 'C' lc_collate 'C' lc_ctype 'C'`,
    )
    const { message } = await refusal({ DATABASE_URL: url })
    expect(message).toContain('a locale for ASCII only')
    expect(message).toContain("locale 'C.UTF-8'")
  })

  test('newer than the code: named, and left as it is', async () => {
    const { url } = await createTestDatabase()
    await query(url, `insert into mikro_orm_migrations (name) values ('Migration29990101000000')`)
    const before = await query(url, 'select name from mikro_orm_migrations order by id')
    const { message } = await refusal({ DATABASE_URL: url })
    expect(message).toContain('Migration29990101000000')
    expect(message).toContain('newer version')
    expect(await query(url, 'select name from mikro_orm_migrations order by id')).toEqual(before)
  })

  test('a user who may not make tables', async () => {
    const { url } = await createDatabase()
    await query(url, `create role reader login password 'pw'`)
    const asReader = new URL(url)
    asReader.username = 'reader'
    asReader.password = 'pw'
    expect((await refusal({ DATABASE_URL: asReader.href })).message).toContain(
      'grant it create on the database and on its schema public',
    )
  })
})

describe('a data folder that can not be used is refused with what to do', () => {
  test('a file in its path', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const { message } = await refusal({ DATA_DIR: join(file, 'data') })
    expect(message).toContain(`${join(file, 'data')} can't be written (ENOTDIR)`)
    expect(message).toContain('DATA_DIR')
  })

  test('a place that nobody may write, root included', async () => {
    const folder = process.platform === 'darwin' ? '/System/shenbao' : '/sys/shenbao'
    expect((await refusal({ DATA_DIR: folder })).message).toContain(`${folder} can't be written`)
  })

  test('made by another PostgreSQL', async () => {
    const dataDir = temporaryFolder()
    mkdirSync(join(dataDir, 'postgres', 'data'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '17\n')
    const { message } = await refusal({ DATA_DIR: dataDir })
    expect(message).toContain('was made by PostgreSQL 17, but PostgreSQL 18 is bundled')
    expect(message).toContain('pg_dump')
  })

  test('incomplete', async () => {
    const dataDir = temporaryFolder()
    mkdirSync(join(dataDir, 'postgres'))
    expect((await refusal({ DATA_DIR: dataDir })).message).toContain('is not a complete database folder')
  })

  test('in use by another server: the process that ends is the second', { timeout: 30_000 }, async () => {
    const dataDir = temporaryFolder()
    const first = await startServer({ DATA_DIR: dataDir })
    const { code, output, errors } = await (await startServer({ DATA_DIR: dataDir })).ended
    expect(code).toBe(1)
    expect(output).toBe('')
    expect(errors).toContain(`in use by another Shenbao server (process ${first.pid})`)
    expect(errors).toContain(`kill ${first.pid}`)
    expect(errors).not.toMatch(/^\s+at /m)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    first.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)
  })
})

test('a port in use is named, with the way to another', { timeout: 30_000 }, async () => {
  const { url } = await createTestDatabase()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const { code, output, errors } = await (await startServer({ DATABASE_URL: url, PORT: String(port) })).ended
  other.close()
  expect(code).toBe(1)
  expect(output).toBe('')
  expect(errors).toContain(`127.0.0.1:${port} is in use`)
  expect(errors).toContain(`PORT=${port + 1} npm start`)
  expect(errors).toContain('占用')
  expect(errors).not.toMatch(/^\s+at /m)
})
