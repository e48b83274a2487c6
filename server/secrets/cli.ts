import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { EntityManager } from '@mikro-orm/postgresql'
import { destination, pino } from 'pino'
import { type Config, loadConfig } from '../config.js'
import { openDatabaseBeside } from '../database/open-database.js'
import { Terminal, terminalLocale } from '../guideline/terminal.js'
import { StartupError } from '../startup-error.js'
import { createCommand } from './create-command.js'
import { listKeysCommand } from './list-keys-command.js'
import { keysFileOf } from './open-keyring.js'
import { isPurpose, type Purpose, purposeNames } from './purposes.js'
import { retireCommand } from './retire-command.js'
import { rewriteAllRows, rotateKeys } from './rotate-keys.js'

const usage: [string, string] = [
  `用法：
  npm run keys -- create                          生成密钥文件，或补上缺少的密钥
  npm run keys -- list                            列出密钥（不显示内容）
  npm run keys -- rotate [用途] [--wait 秒数]      不停机更换密钥：加入、等待、启用、等待、重写数据；
                                                  多台服务器分别存放密钥文件时，请设足够的秒数
  npm run keys -- rewrite                         把仍用旧密钥的数据改用现行密钥
  npm run keys -- retire [用途]                    删除已无数据使用的旧密钥
用途：${purposeNames.join('、')}；不写则为全部。文件取自 KEYS_FILE，默认为 DATA_DIR 下的 keys.json。`,
  `Usage:
  npm run keys -- create                           make the key file, or add the keys that it lacks
  npm run keys -- list                             list the keys, without their content
  npm run keys -- rotate [PURPOSE] [--wait SECONDS]
                                                   change keys while servers run: add, wait, make current, wait, rewrite;
                                                   where several machines have the file, give the time to bring it there
  npm run keys -- rewrite                          put data that is under former keys under the current ones
  npm run keys -- retire [PURPOSE]                 take out former keys that no data is under
Purposes: ${purposeNames.join(', ')}; all, if left out. The file is that of KEYS_FILE, by default keys.json in DATA_DIR.`,
]

/** Commands that work on the database too. */
type Change =
  | { readonly name: 'rotate'; readonly purposes: readonly Purpose[]; readonly waitMs: number }
  | { readonly name: 'rewrite' }
  | { readonly name: 'retire'; readonly purposes: readonly Purpose[] }
type Command = { readonly name: 'create' | 'list' | 'help' } | Change

/**
 * Runs a command on the key file. Exit codes: 0 done, 1 refused or failed, 2 called the wrong way.
 * @param args what follows `npm run keys --`
 */
export async function runKeysCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const command = parseCommand(args)
  if (!command) {
    terminal.complain(...usage)
    return 2
  }
  try {
    const config = loadConfig(environment)
    const file = resolve(keysFileOf(config))
    switch (command.name) {
      case 'help':
        terminal.say(...usage)
        return 0
      case 'create':
        return createCommand(file, terminal)
      case 'list':
        return listKeysCommand(file, terminal)
      default:
        return await withDatabase(config, environment, terminal, (em) => changeKeys(em, command, file, terminal))
    }
  } catch (error) {
    return tellFailure(error, terminal)
  }
}

async function changeKeys(em: EntityManager, command: Change, file: string, terminal: Terminal): Promise<0 | 1> {
  const tell = (text: { 'zh-CN': string; en: string }) => terminal.out(terminal.text(text))
  if (command.name === 'retire') return retireCommand(em, file, command.purposes, terminal)
  if (command.name === 'rewrite') await rewriteAllRows(em, { file, tell })
  else await rotateKeys(em, { file, ...command, now: new Date(), tell })
  terminal.say(
    '完成。旧密钥仍可读取；确认无误并备份密钥文件后，可运行 npm run keys -- retire 删除。',
    'Done. Former keys still read; when all is well and the key file is backed up, npm run keys -- retire takes them out.',
  )
  return 0
}

function parseCommand(args: readonly string[]): Command | null {
  try {
    const options = { wait: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [name, purpose, ...more] = positionals
    if (values.help) return { name: 'help' }
    if (more.length > 0 || (purpose !== undefined && !isPurpose(purpose))) return null
    const purposes = purpose === undefined ? purposeNames : [purpose]
    const { wait = '5' } = values
    if (name === 'rotate') return /^\d{1,5}$/.test(wait) ? { name, purposes, waitMs: Number(wait) * 1_000 } : null
    if (values.wait !== undefined) return null
    if (name === 'retire') return { name, purposes }
    if (purpose !== undefined) return null
    return name === 'create' || name === 'list' || name === 'rewrite' ? { name } : null
  } catch {
    // parseArgs throws for an option it doesn't know; the usage says more than its message.
    return null
  }
}

/** Runs a change of keys on the database, one at a time. */
async function withDatabase(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
  run: (em: EntityManager) => Promise<0 | 1>,
): Promise<0 | 1> {
  // What the server logs about its start is noise on a terminal.
  const logger = pino({ level: environment.LOG_LEVEL ? config.logLevel : 'error' }, destination(2))
  const database = await openDatabaseBeside(config, logger)
  const { em } = database.orm
  try {
    // Beside the lock this transaction does nothing: it sees no rows, and so holds no cleaning up.
    return await em.fork().transactional(async (lock) => {
      const key = `hashtextextended('shenbao keys', 0)`
      const [free] = await lock.execute<{ free: boolean }[]>(`select pg_try_advisory_xact_lock(${key}) as free`)
      if (free?.free) return await run(em.fork() as EntityManager)
      terminal.complain(
        '另一条更换密钥的命令正在运行，请等它结束后重试。',
        'Another command is changing keys; wait until it has ended, then try again.',
      )
      return 1
    })
  } finally {
    await database.close(2_000)
  }
}

function tellFailure(error: unknown, terminal: Terminal): 1 {
  if (error instanceof StartupError) {
    terminal.complain(`${error.problem['zh-CN']}${error.remedy['zh-CN']}`, `${error.problem.en} ${error.remedy.en}`)
    return 1
  }
  const reason = error instanceof Error ? error.message : String(error)
  terminal.complain(
    `操作失败：${reason}\n已完成的步骤有效；排除问题后再次运行同一命令即可继续。`,
    `It failed: ${reason}\nThe steps that were done hold; mend the problem and run the same command to go on.`,
  )
  return 1
}

if (import.meta.main) {
  const terminal = new Terminal(
    terminalLocale(process.env),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  )
  process.exitCode = await runKeysCommand(process.argv.slice(2), process.env, terminal)
}
