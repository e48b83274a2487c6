import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { destination, pino } from 'pino'
import { loadConfig } from '../config.js'
import { openDatabaseBeside } from '../database/open-database.js'
import { Terminal, terminalLocale } from '../guideline/terminal.js'
import { keysFileOf, loadKeyring } from '../secrets/open-keyring.js'
import { StartupError } from '../startup-error.js'
import { auditHeadsFile } from './deliver-line.js'
import { verifyCommand } from './verify-command.js'

const usage: [string, string] = [
  `用法：
  npm run audit -- verify [--heads 文件] [--json]  核对全部审计链；--heads 指明签名文件（默认为服务写入的文件）
数据库取自环境变量 DATABASE_URL，未设置时使用自带的 PostgreSQL（DATA_DIR）；密钥取自 KEYS_FILE。`,
  `Usage:
  npm run audit -- verify [--heads FILE] [--json]  check the whole audit trail; --heads names the file of signed heads,
                                                   by default the one that the service writes
The database is that of DATABASE_URL, or without it the bundled PostgreSQL (DATA_DIR); the keys are those of KEYS_FILE.`,
]

/**
 * Runs an audit command. Exit codes: 0 nothing is wrong, 1 something is or the check failed, 2 called the wrong way.
 * @param args what follows `npm run audit --`
 */
export async function runAuditCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const command = parseCommand(args)
  if (command === 'help') {
    terminal.say(...usage)
    return 0
  }
  if (!command) {
    terminal.complain(...usage)
    return 2
  }
  // npm runs scripts in the project's folder and says in INIT_CWD where the user is.
  const givenFile = command.heads && resolve(environment.INIT_CWD ?? '.', command.heads)
  try {
    return await verify(givenFile, command.json, environment, terminal)
  } catch (error) {
    if (error instanceof StartupError) {
      terminal.complain(`${error.problem['zh-CN']}${error.remedy['zh-CN']}`, `${error.problem.en} ${error.remedy.en}`)
    } else {
      const reason = error instanceof Error ? error.message : String(error)
      terminal.complain(`核对没有完成：${reason}`, `The check wasn’t completed: ${reason}`)
    }
    return 1
  }
}

async function verify(
  givenFile: string | undefined,
  json: boolean,
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<0 | 1> {
  // A check of millions of events takes longer than any statement of the service may.
  const config = { ...loadConfig(environment), statementTimeoutMs: 0 }
  const logger = pino({ level: environment.LOG_LEVEL ? config.logLevel : 'error' }, destination(2))
  const keys = loadKeyring(keysFileOf(config), logger)
  const database = await openDatabaseBeside(config, logger).finally(() => keys.close())
  try {
    const em = database.orm.em.fork()
    const usualFile = auditHeadsFile(config)
    return await verifyCommand({ em, keyring: keys.keyring, usualFile, givenFile, json }, terminal)
  } finally {
    await database.close(2_000)
  }
}

function parseCommand(args: readonly string[]): { heads?: string; json: boolean } | 'help' | null {
  try {
    const options = {
      heads: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.help) return 'help'
    return positionals.length === 1 && positionals[0] === 'verify' ? { heads: values.heads, json: values.json } : null
  } catch {
    // parseArgs throws for an option it doesn't know; the usage says more than its message.
    return null
  }
}

if (import.meta.main) {
  // A reader such as head may go away before the end: what it hasn't read is nobody's loss.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const terminal = new Terminal(
    terminalLocale(process.env),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  )
  process.exitCode = await runAuditCommand(process.argv.slice(2), process.env, terminal)
}
