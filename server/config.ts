import { z } from 'zod'
import type { LocalizedText } from '../schema/rules/localized-text.js'
import { maskPassword } from './mask-password.js'
import { StartupError } from './startup-error.js'

interface Setting<T> {
  /** The environment variable. */
  name: string
  /** The value used when the variable is missing or empty, as it would be written in the environment. */
  fallback: string | undefined
  description: LocalizedText
  /** What a valid value looks like, for the error message. */
  expected: LocalizedText
  parse: z.ZodType<T, string>
}

const setting = <T>(definition: Setting<T>) => definition

const integer = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(min).max(max))

const integerText = (min: number, max: number): LocalizedText => ({
  'zh-CN': `${min} 到 ${max} 的整数`,
  en: `a whole number from ${min} to ${max}`,
})

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/**
 * Every environment variable of the server: the one place that knows its name, default, meaning and valid values.
 * The README's table is made from it. Variables that aren't listed are ignored.
 */
export const settings = {
  port: setting({
    name: 'PORT',
    fallback: '4000',
    description: { 'zh-CN': 'HTTP 端口；0 表示任一空闲端口', en: 'HTTP port; 0 takes any free one' },
    expected: integerText(0, 65_535),
    parse: integer(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    fallback: '127.0.0.1',
    description: {
      'zh-CN': '监听地址；0.0.0.0 或 :: 对所有网卡开放',
      en: 'address to listen on; 0.0.0.0 or :: opens it to every network',
    },
    expected: { 'zh-CN': '主机名或 IP 地址，不带端口', en: 'a host name or an IP address, without a port' },
    parse: z.string().regex(/^([\w.-]+|[0-9a-fA-F:.]+)$/),
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    fallback: '.data',
    description: {
      'zh-CN': '自带 PostgreSQL 的数据文件夹；设置 DATABASE_URL 后不使用',
      en: 'folder of the bundled PostgreSQL; unused with DATABASE_URL',
    },
    expected: { 'zh-CN': '文件夹路径', en: 'the path of a folder' },
    parse: z.string().min(1),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    fallback: undefined,
    description: {
      'zh-CN': '自有 PostgreSQL（16 及以上，UTF8）；不设置则使用自带的 PostgreSQL 18',
      en: 'your own PostgreSQL (16 or newer, UTF8); without it the bundled PostgreSQL 18 runs',
    },
    expected: {
      'zh-CN': 'postgres://用户:密码@主机:5432/数据库（密码中的特殊字符要用 % 编码）',
      en: 'postgres://user:password@host:5432/database (special characters of the password percent-encoded)',
    },
    parse: z.string().refine(isDatabaseUrl),
  }),
  databasePoolSize: setting({
    name: 'DATABASE_POOL_SIZE',
    fallback: '10',
    description: { 'zh-CN': '每个服务进程的数据库连接数上限', en: 'most database connections of one server process' },
    expected: integerText(2, 500),
    parse: integer(2, 500),
  }),
  databasePooler: setting({
    name: 'DATABASE_POOLER',
    fallback: 'none',
    description: {
      'zh-CN': '与数据库之间的连接池：none 或 session；transaction 表示按事务分配连接，此时不用命名的预备语句',
      en: 'pooler in front of the database: none or session; transaction if it lends connections for a transaction, which does without named prepared statements',
    },
    expected: { 'zh-CN': 'none、session 或 transaction', en: 'none, session or transaction' },
    parse: z.enum(['none', 'session', 'transaction']),
  }),
  statementTimeoutMs: setting({
    name: 'STATEMENT_TIMEOUT_MS',
    fallback: '30000',
    description: {
      'zh-CN':
        '单条 SQL 语句的最长时间（毫秒）；0 表示不限。数据库迁移不受限制；DATABASE_POOLER=transaction 时请在数据库中设置',
      en: 'longest run of one SQL statement in milliseconds; 0 for no limit. Migrations are not limited; with DATABASE_POOLER=transaction set it in the database',
    },
    expected: integerText(0, 3_600_000),
    parse: integer(0, 3_600_000),
  }),
  bodyLimit: setting({
    name: 'BODY_LIMIT',
    fallback: '1048576',
    description: { 'zh-CN': 'HTTP 请求体的最大字节数', en: 'largest HTTP request body in bytes' },
    expected: integerText(1_024, 104_857_600),
    parse: integer(1_024, 104_857_600),
  }),
  corsOrigins: setting({
    name: 'CORS_ORIGINS',
    fallback: '',
    description: {
      'zh-CN': '允许其网页调用接口的来源，以逗号分隔；默认不允许任何其他来源',
      en: 'origins whose pages may call the API, comma-separated; by default none but its own',
    },
    expected: {
      'zh-CN': '以逗号分隔的来源，例如 https://apply.example.cn',
      en: 'origins separated by commas, such as https://apply.example.cn',
    },
    parse: z
      .string()
      .transform((text) => text.split(',').flatMap((origin) => origin.trim() || []))
      .refine((origins) => origins.every((origin) => URL.parse(origin)?.origin === origin)),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    fallback: 'info',
    description: { 'zh-CN': `日志级别：${logLevels.join('、')}`, en: `log level: ${logLevels.join(', ')}` },
    expected: { 'zh-CN': `${logLevels.join('、')} 之一`, en: `one of ${logLevels.join(', ')}` },
    parse: z.enum(logLevels),
  }),
}

type Settings = typeof settings
type Value<S> = S extends Setting<infer T> ? T : never

/** The server's configuration, valid by construction. `databaseUrl` is missing when the bundled PostgreSQL is to run. */
export type Config = Omit<{ readonly [K in keyof Settings]: Value<Settings[K]> }, 'databaseUrl'> & {
  readonly databaseUrl?: string
}

/**
 * Reads the configuration from environment variables; an empty value counts as missing.
 * @throws {StartupError} naming every wrong variable at once, with passwords masked
 */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const wrong: LocalizedText[] = []
  const entries = Object.entries(settings).map(([key, { name, fallback, expected, parse }]) => {
    const value = environment[name] || fallback
    if (value === undefined) return [key, undefined]
    const result = (parse as z.ZodType<unknown, string>).safeParse(value)
    if (!result.success) {
      const shown = `${name}=${JSON.stringify(maskPassword(value))}`
      wrong.push({ 'zh-CN': `${shown} 无效，应为${expected['zh-CN']}`, en: `${shown} is not ${expected.en}` })
    }
    return [key, result.data]
  })
  if (wrong.length === 0) return Object.fromEntries(entries)
  throw new StartupError(
    {
      'zh-CN': `环境变量有误：${wrong.map((text) => text['zh-CN']).join('；')}。`,
      en: `Environment variables are wrong: ${wrong.map(({ en }) => en).join('; ')}.`,
    },
    { 'zh-CN': '请改正或删除它们，然后重新启动。', en: 'Correct or unset them, then start again.' },
  )
}

function isDatabaseUrl(value: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(value)) return false
  // Sockets are written without a host (postgres://user@/db?host=/run/postgresql), which URL refuses beside a user.
  const url = URL.parse(value.replace('@/', '@localhost/'))
  return url !== null && url.pathname.length > 1
}
