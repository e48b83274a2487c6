import { parseArgs } from 'node:util'
import type { EntityManager } from '@mikro-orm/postgresql'
import { destination, pino } from 'pino'
import { loadConfig } from '../config.js'
import { openDatabaseBeside } from '../database/open-database.js'
import { StartupError } from '../startup-error.js'
import { checkCommand, readEdition } from './check-command.js'
import { importCommand } from './import-command.js'
import { listCommand } from './list-command.js'
import { Terminal, terminalLocale } from './terminal.js'

const usage: [string, string] = [
  `用法：
  npm run guideline -- check 文件               检查指南文件，列出全部问题
  npm run guideline -- import 文件 [--dry-run]  导入新的一版，并列出与现行版的差别；--dry-run 只看不写
  npm run guideline -- list                     列出已导入的各版
数据库取自环境变量 DATABASE_URL，未设置时使用自带的 PostgreSQL（DATA_DIR）。`,
  `Usage:
  npm run guideline -- check FILE               check a guideline file and list all problems
  npm run guideline -- import FILE [--dry-run]  take a new edition in and list how it differs from the one in force;
                                                --dry-run shows it and stores nothing
  npm run guideline -- list                     list the editions stored
The database is that of DATABASE_URL, or without it the bundled PostgreSQL (DATA_DIR).`,
]

type Command =
  | { readonly name: 'check'; readonly file: string }
  | { readonly name: 'import'; readonly file: string; readonly dryRun: boolean }
  | { readonly name: 'list' }
  | { readonly name: 'help' }

/**
 * Runs a guideline command. Exit codes: 0 done, 1 refused or failed, 2 called the wrong way.
 * @param args what follows `npm run guideline --`
 */
export async function runGuidelineCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const command = parseCommand(args)
  if (!command) {
    terminal.complain(...usage)
    return 2
  }
  // npm runs scripts in the project's folder and says in INIT_CWD where the user is.
  const folder = environment.INIT_CWD ?? '.'
  switch (command.name) {
    case 'help':
      terminal.say(...usage)
      return 0
    case 'check':
      return checkCommand(command.file, folder, terminal)
    case 'list':
      return withDatabase(environment, terminal, (em) => listCommand(em, terminal))
    case 'import': {
      const edition = readEdition(command.file, folder, terminal)
      if (!edition) return 1
      return withDatabase(environment, terminal, (em) => importCommand(em, edition, command.dryRun, terminal))
    }
  }
}

function parseCommand(args: readonly string[]): Command | null {
  try {
    const options = { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [name, file, ...more] = positionals
    const dryRun = values['dry-run'] ?? false
    if (values.help) return { name: 'help' }
    if (more.length > 0 || (dryRun && name !== 'import')) return null
    if ((name === 'check' || name === 'import') && file) return { name, file, dryRun }
    return name === 'list' && file === undefined ? { name } : null
  } catch {
    // parseArgs throws for an option it doesn't know; the usage says more than its message.
    return null
  }
}

async function withDatabase(
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
  run: (em: EntityManager) => Promise<0 | 1>,
): Promise<0 | 1> {
  try {
    const config = loadConfig(environment)
    // What the server logs about its start is noise on a terminal.
    const logger = pino({ level: environment.LOG_LEVEL ? config.logLevel : 'error' }, destination(2))
    const database = await openDatabaseBeside(config, logger)
    try {
      return await run(database.orm.em.fork() as EntityManager)
    } finally {
      await database.close(2_000)
    }
  } catch (error) {
    if (error instanceof StartupError) {
      terminal.complain(`${error.problem['zh-CN']}${error.remedy['zh-CN']}`, `${error.problem.en} ${error.remedy.en}`)
      return 1
    }
    const reason = error instanceof Error ? error.message : String(error)
    terminal.complain(
      `数据库操作失败：${reason}\n没有写入任何内容；请检查数据库后重试。`,
      `The database failed: ${reason}\nNothing was stored; check the database and try again.`,
    )
    return 1
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
  process.exitCode = await runGuidelineCommand(process.argv.slice(2), process.env, terminal)
}
