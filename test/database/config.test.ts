import { expect, test } from 'vitest'
import { loadConfig } from '../../server/config.js'
import { settings } from '../../server/settings.js'
import { StartupError } from '../../server/startup-error.js'

function refusal(environment: Record<string, string>): string {
  try {
    loadConfig(environment)
  } catch (error) {
    if (error instanceof StartupError) return error.message
    throw error
  }
  throw new Error('the configuration was accepted')
}

test('without variables everything has its default', () => {
  expect(loadConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    dataDir: '.data',
    databaseUrl: undefined,
    databasePoolSize: 10,
    databasePooler: 'none',
    statementTimeoutMs: 30_000,
    bodyLimit: 1_048_576,
    corsOrigins: [],
    trustedProxies: [],
    deployment: 'demo',
    auditHeadsEverySeconds: 60,
    narrativeMaxCharacters: 50_000,
    unusedFilesDays: 30,
    logLevel: 'info',
  })
})

test('an empty value counts as missing, an unknown variable as nothing', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: '', COLOR: 'red' })).toEqual(loadConfig({}))
})

test('all mistakes are told at once, in both languages, each with what to write', () => {
  const message = refusal({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_POOL_SIZE: '2.5' })
  expect(message).toContain('PORT="70000" is not a whole number from 0 to 65535')
  expect(message).toContain('LOG_LEVEL="loud" is not one of trace, debug')
  expect(message).toContain('DATABASE_POOL_SIZE="2.5" is not a whole number from 2 to 500')
  expect(message).toContain('PORT="70000" 无效，应为0 到 65535 的整数')
})

test.each([
  'mysql://root:s3cret@db/shenbao',
  'postgres://shenbao:s3cret@db',
  'postgres://shenbao:s3cret@/',
  'shenbao:s3cret@db/shenbao',
  'host=db password=s3cret dbname=shenbao',
  'postgres://shenbao:s3/cret@db:port/x',
])('the wrong DATABASE_URL %s is shown without its password', (DATABASE_URL) => {
  const message = refusal({ DATABASE_URL })
  expect(message).toContain('***')
  expect(message).not.toMatch(/s3\/?cret/)
  expect(message).toContain('postgres://user:password@host:5432/database')
})

test.each([
  'postgres://shenbao@localhost/shenbao',
  'postgresql://shenbao:p%40ss@db.example:6432/shenbao?sslmode=require',
  'postgres://shenbao:pw@/shenbao?host=/run/postgresql',
  'postgresql:///shenbao?host=/run/postgresql',
])('DATABASE_URL may be %s', (DATABASE_URL) => {
  expect(loadConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL)
})

test('every default is a value that its own variable accepts', () => {
  for (const { name, fallback } of Object.values(settings)) {
    if (fallback !== undefined) expect(loadConfig({ [name]: fallback })).toEqual(loadConfig({}))
  }
})

test('origins are read one by one, and must be origins', () => {
  const list = 'https://apply.example.cn, http://localhost:5173 ,'
  expect(loadConfig({ CORS_ORIGINS: list }).corsOrigins).toEqual(['https://apply.example.cn', 'http://localhost:5173'])
  expect(refusal({ CORS_ORIGINS: 'https://apply.example.cn/form' })).toContain('origins separated by commas')
  expect(refusal({ CORS_ORIGINS: '*' })).toContain('origins separated by commas')
})

test('proxies are addresses and networks', () => {
  const list = '10.0.0.5, 192.168.0.0/16,2001:db8::/32'
  expect(loadConfig({ TRUSTED_PROXIES: list }).trustedProxies).toEqual(['10.0.0.5', '192.168.0.0/16', '2001:db8::/32'])
  for (const wrong of ['proxy.example.cn', '10.0.0.0/33', '10.0.0.0/8/8', '*']) {
    expect(refusal({ TRUSTED_PROXIES: wrong })).toContain('IP addresses or networks separated by commas')
  }
})

test.each([
  ['PUBLIC_URL', 'apply.example.cn', 'an address such as https://apply.example.cn'],
  ['PUBLIC_URL', 'https://apply.example.cn/?a=1', 'an address such as'],
  ['SMTP_URL', 'https://mail.example.cn', 'smtp://user:password@host:587'],
  ['SMTP_URL', 'smtp://clerk:s3cret@', 'smtp://user:password@host:587'],
  ['MAIL_FROM', 'nobody', 'an address such as Shenbao <noreply@example.cn>'],
  ['DEPLOYMENT', 'live', 'demo or production'],
])('%s=%s is refused with what to write', (name, value, expected) => {
  const message = refusal({ [name]: value })
  expect(message).toContain(expected)
  expect(message).not.toContain('s3cret')
})

test('addresses of pages come without a slash at the end', () => {
  expect(loadConfig({ PUBLIC_URL: 'https://apply.example.cn/' }).publicUrl).toBe('https://apply.example.cn')
})
