import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { checkNoDemoAccounts, checkProductionSettings } from '../../server/check-production.js'
import { loadConfig } from '../../server/config.js'
import { connectOrm } from '../../server/database/connect.js'
import { StartupError } from '../../server/startup-error.js'
import { temporaryFolder } from '../support/data-folder.js'
import { killServers, startServer } from '../support/server-process.js'
import { createTestDatabase, query } from '../support/test-database.js'

afterAll(killServers)

const complete = {
  DEPLOYMENT: 'production',
  KEYS_FILE: '/etc/shenbao/keys.json',
  SMTP_URL: 'smtps://desk:Vb7-long-one@mail.example.cn:465',
  PUBLIC_URL: 'https://apply.example.cn',
  DATABASE_URL: 'postgres://app:Vb7-long-one@db.example.cn/shenbao',
}

function refusal(environment: Record<string, string | undefined>): string {
  try {
    checkProductionSettings(loadConfig({ ...complete, ...environment }))
    return ''
  } catch (error) {
    if (error instanceof StartupError) return error.message
    throw error
  }
}

describe('a production start', () => {
  test('is accepted with keys, mail, https and passwords of one’s own', () => expect(refusal({})).toBe(''))

  test('tells all that is missing at once, in both languages', () => {
    const message = refusal({ KEYS_FILE: undefined, SMTP_URL: undefined, PUBLIC_URL: 'http://apply.example.cn' })
    for (const words of [
      'KEYS_FILE is missing',
      'SMTP_URL is missing',
      'an https address',
      '缺少 KEYS_FILE',
      '缺少 SMTP_URL',
    ]) {
      expect(message).toContain(words)
    }
  })

  test.each([
    'postgres://app@db.example.cn/shenbao',
    'postgres://app:postgres@db.example.cn/shenbao',
    'postgres://app:app@db.example.cn/shenbao',
    'postgres://app:ChangeMe@db.example.cn/shenbao',
  ])('and the database %s', (DATABASE_URL) => {
    expect(refusal({ DATABASE_URL })).toContain('the password in DATABASE_URL is empty or a default one')
  })

  test.each([
    ['smtp://desk:password@mail.example.cn', true],
    ['smtp://desk@mail.example.cn', true],
    ['smtp://relay.example.cn:25', false],
  ])('and the mail server %s', (SMTP_URL, refused) => {
    expect(refusal({ SMTP_URL }).includes('the password in SMTP_URL')).toBe(refused)
  })

  test.each([
    ['s3://files?endpoint=http://s3.example.cn', true],
    ['s3://files?endpoint=https://s3.example.cn', false],
    ['s3://files?endpoint=http://127.0.0.1:9000', false],
    ['s3://files', false],
    ['file:///srv/files', false],
  ])('and the storage %s', (STORAGE_URL, refused) => {
    const message = refusal({ STORAGE_URL })
    expect(message.includes('the endpoint of STORAGE_URL has to be an https address')).toBe(refused)
    expect(message.includes('STORAGE_URL 的 endpoint 须为 https 网址')).toBe(refused)
  })

  test('may have its database on a socket, or ask for a certificate', () => {
    expect(refusal({ DATABASE_URL: 'postgres://app@/shenbao?host=/run/postgresql' })).toBe('')
    expect(refusal({ DATABASE_URL: 'postgres://app@db.example.cn/shenbao?sslcert=/etc/app.crt' })).toBe('')
  })

  test('is refused before anything is opened', { timeout: 60_000 }, async () => {
    const { code, output, errors } = await (
      await startServer({ DEPLOYMENT: 'production', DATA_DIR: temporaryFolder() })
    ).ended
    expect(code).toBe(1)
    expect(output).toBe('')
    expect(errors).toContain('KEYS_FILE is missing')
    expect(errors).not.toMatch(/^\s+at /m)
  })

  test('is refused on a database of a demo', { timeout: 60_000 }, async () => {
    const { url } = await createTestDatabase()
    await query(url, `insert into account (id, name, email, demo) values ('demo-1', '演示', 'demo@example.org', true)`)
    const logger = pino({ level: 'silent' })
    const orm = await connectOrm(
      { connectionString: url },
      { entities: [], poolSize: 2, statementTimeoutMs: 0, logger },
    )
    await expect(checkNoDemoAccounts(orm.em.fork(), 'production')).rejects.toThrow('has 1 demo accounts')
    await checkNoDemoAccounts(orm.em.fork(), 'demo')
    await orm.close(true)
  })
})
