import type { EntityManager } from '@mikro-orm/postgresql'
import type { LocalizedText } from '../schema/rules/localized-text.js'
import type { Config } from './config.js'
import type { Storage } from './document/storage.js'
import { isLoopback } from './setting.js'
import { StartupError } from './startup-error.js'

type Settings = Pick<Config, 'deployment' | 'keysFile' | 'smtpUrl' | 'publicUrl' | 'databaseUrl'> &
  Partial<Pick<Config, 'oidcIssuer' | 'storageUrl'>>

/** Passwords that stand in manuals and examples. */
const defaultPasswords = new Set([
  '',
  'admin',
  'changeme',
  'default',
  'example',
  'pass',
  'passwd',
  'password',
  'postgres',
  'root',
  'secret',
  'shenbao',
  'test',
  '123456',
])

/**
 * What a production start needs and a demo's doesn't.
 * @throws {StartupError} naming all that is missing at once, without a password
 */
export function checkProductionSettings(settings: Settings): void {
  const { deployment, keysFile, smtpUrl, publicUrl, databaseUrl, oidcIssuer = 'https:', storageUrl } = settings
  if (deployment !== 'production') return
  const problems = [
    ...(keysFile === undefined ? [keysMissing] : []),
    ...(smtpUrl === undefined ? [mailMissing] : []),
    ...(publicUrl?.startsWith('https://') ? [] : [addressMissing]),
    ...(oidcIssuer.startsWith('https:') ? [] : [issuerOpen]),
    ...(storageUrl !== undefined && isStorageOpen(storageUrl) ? [storageOpen] : []),
    ...(databaseUrl !== undefined && isDatabaseOpen(databaseUrl) ? [defaultPassword('DATABASE_URL')] : []),
    ...(smtpUrl !== undefined && isMailOpen(smtpUrl) ? [defaultPassword('SMTP_URL')] : []),
  ]
  if (problems.length === 0) return
  throw new StartupError(
    {
      'zh-CN': `正式部署（DEPLOYMENT=production）的设置不完整：${problems.map((text) => text['zh-CN']).join('；')}。`,
      en: `The settings don't do for production (DEPLOYMENT=production): ${problems.map(({ en }) => en).join('; ')}.`,
    },
    {
      'zh-CN': '请补全后重新启动；仅作演示时可设 DEPLOYMENT=demo。',
      en: 'Complete them and start again; to only try the service, set DEPLOYMENT=demo.',
    },
  )
}

/**
 * Refuses a production start on a database of a demo, whose passwords were printed.
 * @throws {StartupError} saying how many demo accounts there are
 */
export async function checkNoDemoAccounts(em: EntityManager, deployment: Config['deployment']): Promise<void> {
  if (deployment !== 'production') return
  const [found] = await em.execute<{ count: number }[]>('select count(*)::int as count from account where demo')
  if (!found || found.count === 0) return
  throw new StartupError(
    {
      'zh-CN': `该数据库有 ${found.count} 个演示账号，其密码曾被打印出来，不能用于正式部署。`,
      en: `This database has ${found.count} demo accounts, whose passwords were printed: it can't be used in production.`,
    },
    {
      'zh-CN': '请为正式部署使用新的数据库（DATABASE_URL 或 DATA_DIR）。',
      en: 'Use a new database for production (DATABASE_URL or DATA_DIR).',
    },
  )
}

/** A password that anybody could try, or none where the database isn't on a socket and asks for no certificate. */
function isDatabaseOpen(databaseUrl: string): boolean {
  const url = new URL(databaseUrl.replace('@/', '@localhost/'))
  if (url.searchParams.get('host')?.startsWith('/') || url.searchParams.has('sslcert')) return false
  const password = decodeURIComponent(url.password || (url.searchParams.get('password') ?? ''))
  return isDefault(password, decodeURIComponent(url.username))
}

/** Files and the key's signatures would be read on the way. */
function isStorageOpen(storage: Storage): boolean {
  if (storage.kind === 'DISK' || storage.endpoint === undefined) return false
  const endpoint = new URL(storage.endpoint)
  return endpoint.protocol !== 'https:' && !isLoopback(endpoint)
}

/** A relay that asks for no user is guarded by other means. */
function isMailOpen(smtpUrl: string): boolean {
  const { username, password } = new URL(smtpUrl)
  return username !== '' && isDefault(decodeURIComponent(password), decodeURIComponent(username))
}

function isDefault(password: string, user: string): boolean {
  return defaultPasswords.has(password.toLowerCase()) || password === user
}

const keysMissing: LocalizedText = {
  'zh-CN': '缺少 KEYS_FILE（可用 npm run keys -- create 生成）',
  en: 'KEYS_FILE is missing (npm run keys -- create makes one)',
}
const mailMissing: LocalizedText = { 'zh-CN': '缺少 SMTP_URL', en: 'SMTP_URL is missing' }
const addressMissing: LocalizedText = {
  'zh-CN': 'PUBLIC_URL 须为 https 网址',
  en: 'PUBLIC_URL has to be an https address',
}
const issuerOpen: LocalizedText = {
  'zh-CN': 'OIDC_ISSUER 须为 https 网址',
  en: 'OIDC_ISSUER has to be an https address',
}
const storageOpen: LocalizedText = {
  'zh-CN': 'STORAGE_URL 的 endpoint 须为 https 网址（仅本机可用 http）',
  en: 'the endpoint of STORAGE_URL has to be an https address (http for this machine only)',
}
const defaultPassword = (name: string): LocalizedText => ({
  'zh-CN': `${name} 的密码为空或为默认密码`,
  en: `the password in ${name} is empty or a default one`,
})
