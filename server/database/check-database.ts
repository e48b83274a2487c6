import pg from 'pg'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { maskPassword } from '../mask-password.js'
import { StartupError } from '../startup-error.js'
import type { DatabaseAddress } from './connect.js'

/** Supported by the PostgreSQL project until November 2028; the bundled one is 18. */
const oldestMajor = 16

/**
 * Looks whether the service can work on this database before anything is changed in it.
 * @throws {StartupError} when it can't be reached or entered, is too old, is a standby, or doesn't hold Chinese text
 */
export async function checkDatabase(address: DatabaseAddress): Promise<void> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<Properties>(`
      select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
             lower('Ä') = 'ä' as "foldsCase", pg_is_in_recovery() as standby`)
    for (const properties of rows) refuseUnsuitable(properties, shown(address))
  } catch (error) {
    throw error instanceof StartupError ? error : cantConnect(error as NodeJS.ErrnoException, shown(address))
  } finally {
    await client.end().catch(() => {})
  }
}

interface Properties {
  major: number
  encoding: string
  foldsCase: boolean
  standby: boolean
}

function refuseUnsuitable({ major, encoding, foldsCase, standby }: Properties, where: string): void {
  if (major < oldestMajor) {
    throw new StartupError(
      {
        'zh-CN': `数据库 ${where} 的 PostgreSQL ${major} 版本过旧。`,
        en: `The database ${where} runs PostgreSQL ${major}, which is too old.`,
      },
      {
        'zh-CN': `请升级到 PostgreSQL ${oldestMajor} 或更高版本。`,
        en: `Upgrade it to PostgreSQL ${oldestMajor} or newer.`,
      },
    )
  }
  if (encoding !== 'UTF8' || !foldsCase) {
    throw new StartupError(
      {
        'zh-CN': `数据库 ${where} 的字符集（${encoding}）或区域设置不支持 UTF-8 文本。`,
        en: `The database ${where} does not handle UTF-8 text: encoding ${encoding}${foldsCase ? '' : ', a locale for ASCII only'}.`,
      },
      {
        'zh-CN':
          "请新建数据库：create database shenbao template template0 encoding 'UTF8' locale 'C.UTF-8'，并把 DATABASE_URL 指向它。",
        en: "Make one with create database shenbao template template0 encoding 'UTF8' locale 'C.UTF-8', and let DATABASE_URL name it.",
      },
    )
  }
  if (standby) {
    throw new StartupError(
      { 'zh-CN': `数据库 ${where} 是只读备库。`, en: `The database ${where} is a read-only standby.` },
      { 'zh-CN': '请让 DATABASE_URL 指向主库。', en: 'Let DATABASE_URL name the primary server.' },
    )
  }
}

function cantConnect(error: NodeJS.ErrnoException, where: string): StartupError {
  // An attempt on several addresses (::1 and 127.0.0.1) fails with all reasons bundled, and no message.
  const first = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error
  const { problem, remedy } = explanations.find(({ codes }) => codes.test(first.code ?? first.message)) ?? {
    problem: { 'zh-CN': '连接失败', en: 'it can not be connected to' },
    remedy: {
      'zh-CN': '请检查 DATABASE_URL、网络和数据库日志。',
      en: "Check DATABASE_URL, the network and the database's log.",
    },
  }
  const reason = maskPassword(first.message)
  return new StartupError(
    {
      'zh-CN': `无法使用数据库 ${where}：${problem['zh-CN']}（${reason}）。`,
      en: `The database ${where} can't be used: ${problem.en} (${reason}).`,
    },
    remedy,
    { cause: error },
  )
}

/** By the codes of the operating system, of PostgreSQL (its manual, appendix A) and of TLS. */
const explanations: { codes: RegExp; problem: LocalizedText; remedy: LocalizedText }[] = [
  {
    codes: /^(ENOTFOUND|EAI_AGAIN)$/,
    problem: { 'zh-CN': '找不到该主机', en: 'there is no such host' },
    remedy: { 'zh-CN': '请检查 DATABASE_URL 中的主机名和 DNS。', en: 'Check the host name in DATABASE_URL, and DNS.' },
  },
  {
    codes: /^(ECONNREFUSED|ENOENT|57P03)$/,
    problem: { 'zh-CN': '那里没有可连接的 PostgreSQL', en: 'no PostgreSQL takes connections there' },
    remedy: {
      'zh-CN': '请启动数据库（或等它启动完毕），并检查 DATABASE_URL 中的主机和端口。',
      en: 'Start it (or wait until it has started), and check the host and the port in DATABASE_URL.',
    },
  },
  {
    codes: /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$|timeout/,
    problem: { 'zh-CN': '没有应答', en: 'it does not answer' },
    remedy: {
      'zh-CN': '请检查网络、防火墙以及 DATABASE_URL 中的主机和端口。',
      en: 'Check the network, firewalls, and the host and port in DATABASE_URL.',
    },
  },
  {
    codes: /^28|SASL|password must be/,
    problem: { 'zh-CN': '用户名或密码不被接受', en: 'it refuses the user or the password' },
    remedy: {
      'zh-CN': '请检查 DATABASE_URL 中的用户和密码（特殊字符用 % 编码），以及数据库的 pg_hba.conf。',
      en: "Check user and password in DATABASE_URL (special characters percent-encoded), and the database's pg_hba.conf.",
    },
  },
  {
    codes: /^3D000$/,
    problem: { 'zh-CN': '该数据库不存在', en: 'there is no such database' },
    remedy: {
      'zh-CN': '请先创建：createdb --encoding=UTF8 --template=template0 数据库名；或改正 DATABASE_URL。',
      en: 'Create it with createdb --encoding=UTF8 --template=template0 NAME, or correct DATABASE_URL.',
    },
  },
  {
    codes: /^53300$/,
    problem: { 'zh-CN': '连接数已满', en: 'it has no free connection' },
    remedy: {
      'zh-CN': '请减小 DATABASE_POOL_SIZE，或增大数据库的 max_connections。',
      en: 'Lower DATABASE_POOL_SIZE, or raise max_connections of the database.',
    },
  },
  {
    codes: /SSL|CERT|SIGNED|ISSUER/,
    problem: { 'zh-CN': '无法建立 TLS 连接', en: 'no TLS connection could be made' },
    remedy: {
      'zh-CN': '请检查 DATABASE_URL 中的 sslmode 和 sslrootcert。',
      en: 'Check sslmode and sslrootcert in DATABASE_URL.',
    },
  },
]

/** The address for messages: never with the password. */
function shown({ connectionString, host, port, user, database }: DatabaseAddress): string {
  return connectionString === undefined ? `${user}@${host}:${port}/${database}` : maskPassword(connectionString)
}
