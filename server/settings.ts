import { z } from 'zod'
import { clamdAddress } from './document/clamd-setting.js'
import { storageAddress } from './document/storage-setting.js'
import { address, addresses, integer, integerText, pagesAddress, safeAddress, setting } from './setting.js'

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
      'zh-CN': '数据文件夹：自带的 PostgreSQL，以及未另行设置时的密钥和邮件',
      en: 'folder of data: the bundled PostgreSQL, and keys and mails unless other settings say where',
    },
    expected: { 'zh-CN': '文件夹路径', en: 'the path of a folder' },
    parse: z.string().min(1),
  }),
  narrativeMaxCharacters: setting({
    name: 'NARRATIVE_MAX_CHARACTERS',
    fallback: '50000',
    description: {
      'zh-CN': '申报书每个文本栏目的最多字符数；五万字约为打印稿五十页',
      en: 'most characters in one text of the application form; 50,000 are about fifty printed pages',
    },
    expected: integerText(1_000, 500_000),
    parse: integer(1_000, 500_000),
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
  trustedProxies: setting({
    name: 'TRUSTED_PROXIES',
    fallback: '',
    description: {
      'zh-CN': '可信的反向代理，以逗号分隔：仅采信它们发来的 X-Forwarded-For 等请求头；默认一概不采信',
      en: 'reverse proxies whose X-Forwarded-For and the like are believed, comma-separated; by default nobody’s are',
    },
    expected: {
      'zh-CN': '以逗号分隔的 IP 地址或网段，例如 10.0.0.5,192.168.0.0/16',
      en: 'IP addresses or networks separated by commas, such as 10.0.0.5,192.168.0.0/16',
    },
    parse: addresses,
  }),
  deployment: setting({
    name: 'DEPLOYMENT',
    fallback: 'demo',
    description: {
      'zh-CN': 'demo：演示，自动生成密钥和演示账号；production：正式部署，缺少密钥、邮件服务器或 https 网址时拒绝启动',
      en: 'demo makes keys and demo accounts by itself; production refuses to start without keys, a mail server and an https address',
    },
    expected: { 'zh-CN': 'demo 或 production', en: 'demo or production' },
    parse: z.enum(['demo', 'production']),
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    fallback: undefined,
    description: {
      'zh-CN': '用户访问本服务及其网页的网址，用于邮件中的链接；默认为监听地址，邮件则只含验证码',
      en: 'address at which people reach the service and its pages, for links in mails; by default the one it listens on, and mails have codes only',
    },
    expected: { 'zh-CN': '网址，例如 https://apply.example.cn', en: 'an address such as https://apply.example.cn' },
    parse: pagesAddress,
  }),
  keysFile: setting({
    name: 'KEYS_FILE',
    fallback: undefined,
    description: {
      'zh-CN': '密钥文件（权限 0600），请与数据库分开保管；默认为 DATA_DIR 下的 keys.json，首次启动时生成',
      en: 'file of keys (mode 0600), kept apart from the database; by default keys.json in DATA_DIR, made at the first start',
    },
    expected: { 'zh-CN': '文件路径', en: 'the path of a file' },
    parse: z.string().min(1),
  }),
  smtpUrl: setting({
    name: 'SMTP_URL',
    fallback: undefined,
    description: {
      'zh-CN': '邮件服务器；不设置则把邮件写成文件，放在 DATA_DIR 下的 outbox',
      en: 'mail server; without it mails are written as files to outbox in DATA_DIR',
    },
    expected: {
      'zh-CN': 'smtp://用户:密码@主机:587 或 smtps://用户:密码@主机:465（特殊字符用 % 编码）',
      en: 'smtp://user:password@host:587 or smtps://user:password@host:465 (special characters percent-encoded)',
    },
    parse: address('smtp:', 'smtps:'),
  }),
  mailFrom: setting({
    name: 'MAIL_FROM',
    fallback: undefined,
    description: {
      'zh-CN': '邮件的发件人；默认为 noreply@ 加 PUBLIC_URL 的主机名',
      en: 'sender of mails; by default noreply@ the host of PUBLIC_URL',
    },
    expected: {
      'zh-CN': '电子邮箱，例如 申报 <noreply@example.cn>',
      en: 'an address such as Shenbao <noreply@example.cn>',
    },
    parse: z.string().regex(/^[^\s<>@]+@[^\s<>@]+$|^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$/),
  }),
  oidcIssuer: setting({
    name: 'OIDC_ISSUER',
    fallback: undefined,
    description: {
      'zh-CN': '身份认证平台（OpenID Connect）的 issuer，与平台公布的完全一致；以 OIDC_ 开头的设置须全部填写或全部不填',
      en: 'issuer of an identity provider (OpenID Connect) to sign in at, exactly as the provider writes it; all settings that begin with OIDC_ are given or none',
    },
    expected: {
      'zh-CN': 'https 网址，例如 https://id.example.cn；仅本机地址可用 http',
      en: 'an https address such as https://id.example.cn; http for this machine only',
    },
    parse: safeAddress,
  }),
  oidcClientId: setting({
    name: 'OIDC_CLIENT_ID',
    fallback: undefined,
    description: {
      'zh-CN': '本服务在该平台登记的客户端标识；回调地址为 PUBLIC_URL 加 /auth/oidc/callback',
      en: 'what the service is registered as there; its redirect address is PUBLIC_URL and /auth/oidc/callback',
    },
    expected: { 'zh-CN': '客户端标识', en: 'a client’s id' },
    parse: z.string().min(1),
  }),
  oidcClientSecret: setting({
    name: 'OIDC_CLIENT_SECRET',
    fallback: undefined,
    description: { 'zh-CN': '该客户端的密钥', en: 'secret of that client' },
    expected: { 'zh-CN': '客户端密钥', en: 'a client’s secret' },
    parse: z.string().min(1),
  }),
  oidcName: setting({
    name: 'OIDC_NAME',
    fallback: undefined,
    description: {
      'zh-CN': '该平台在登录页面上显示的名称',
      en: 'name of the provider, for the pages that offer to sign in there',
    },
    expected: { 'zh-CN': '名称', en: 'a name' },
    parse: z.string().min(1),
  }),
  auditHeadsEverySeconds: setting({
    name: 'AUDIT_HEADS_EVERY',
    fallback: '60',
    description: {
      'zh-CN': '每隔多少秒将审计链的最新状态签名并写到数据库之外',
      en: 'seconds between two times that the state of the audit trail is signed and brought out of the database',
    },
    expected: integerText(1, 86_400),
    parse: integer(1, 86_400),
  }),
  auditHeadsFile: setting({
    name: 'AUDIT_HEADS_FILE',
    fallback: undefined,
    description: {
      'zh-CN': '审计签名文件，请放在数据库管理员无法改动之处；默认为 DATA_DIR 下的 audit-heads.jsonl',
      en: 'file of these signatures, best where who runs the database can’t change it; by default audit-heads.jsonl in DATA_DIR',
    },
    expected: { 'zh-CN': '文件路径', en: 'the path of a file' },
    parse: z.string().min(1),
  }),
  auditHeadsUrl: setting({
    name: 'AUDIT_HEADS_URL',
    fallback: undefined,
    description: {
      'zh-CN': '接收审计签名的网址（POST，每次一行 JSON），代替文件',
      en: 'address that the signatures are sent to instead of a file (POST, one line of JSON each)',
    },
    expected: {
      'zh-CN': '网址，例如 https://audit.example.cn/heads',
      en: 'an address such as https://audit.example.cn/heads',
    },
    parse: address('http:', 'https:'),
  }),
  storageUrl: setting({
    name: 'STORAGE_URL',
    fallback: undefined,
    description: {
      'zh-CN': '上传的文件存放之处；默认为 DATA_DIR 下的 documents；S3 兼容存储须可读、写、删除对象',
      en: 'where uploaded files are kept; by default documents in DATA_DIR. A bucket of S3 has to allow reading, writing and deleting objects',
    },
    expected: {
      'zh-CN':
        'file:///文件夹 或 s3://存储桶/前缀?region=区域&endpoint=https://主机:端口&path-style=true（除存储桶外均可省略；密钥另见 AWS_ACCESS_KEY_ID）',
      en: 'file:///folder or s3://bucket/prefix?region=…&endpoint=https://host:port&path-style=true (all but the bucket may be left out; the key is AWS_ACCESS_KEY_ID)',
    },
    parse: storageAddress,
  }),
  awsAccessKeyId: setting({
    name: 'AWS_ACCESS_KEY_ID',
    fallback: undefined,
    description: {
      'zh-CN': 'STORAGE_URL 为 S3 存储时的访问密钥；不设置则用服务器的角色或 AWS 配置文件',
      en: 'key to the bucket of STORAGE_URL; without it the role of the machine or a profile of AWS',
    },
    expected: { 'zh-CN': '访问密钥的标识', en: 'the id of an access key' },
    parse: z.string().min(1),
  }),
  awsSecretAccessKey: setting({
    name: 'AWS_SECRET_ACCESS_KEY',
    fallback: undefined,
    description: { 'zh-CN': '该访问密钥的密码', en: 'secret of that key' },
    expected: { 'zh-CN': '访问密钥的密码', en: 'the secret of an access key' },
    parse: z.string().min(1),
  }),
  unusedFilesDays: setting({
    name: 'UNUSED_FILES_DAYS',
    fallback: '30',
    description: {
      'zh-CN': '已上传但从未被任何申报书引用的附件保留的天数',
      en: 'days for which attachments are kept that were uploaded and never became part of an application',
    },
    expected: integerText(1, 3_650),
    parse: integer(1, 3_650),
  }),
  clamdUrl: setting({
    name: 'CLAMD_URL',
    fallback: undefined,
    description: {
      'zh-CN': 'ClamAV 守护进程（clamd）的地址：文件查毒之前隔离；不设置则文件标记为“未查毒”',
      en: 'ClamAV’s daemon clamd: files stay in quarantine until it has scanned them; without it they are marked as not scanned',
    },
    expected: {
      'zh-CN': 'tcp://主机:3310 或 unix:/run/clamav/clamd.ctl',
      en: 'tcp://host:3310 or unix:/run/clamav/clamd.ctl',
    },
    parse: clamdAddress,
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    fallback: 'info',
    description: { 'zh-CN': `日志级别：${logLevels.join('、')}`, en: `log level: ${logLevels.join(', ')}` },
    expected: { 'zh-CN': `${logLevels.join('、')} 之一`, en: `one of ${logLevels.join(', ')}` },
    parse: z.enum(logLevels),
  }),
}

function isDatabaseUrl(value: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(value)) return false
  // Sockets are written without a host (postgres://user@/db?host=/run/postgresql), which URL refuses beside a user.
  const url = URL.parse(value.replace('@/', '@localhost/'))
  return url !== null && url.pathname.length > 1
}
