import type { EntityManager } from '@mikro-orm/postgresql'
import { destination, pino } from 'pino'
import { parseEmail } from '../../schema/rules/email.js'
import { loadConfig } from '../config.js'
import { openDatabaseBeside } from '../database/open-database.js'
import { Terminal, terminalLocale } from '../guideline/terminal.js'
import { storeInvitation } from '../invitation/store-invitation.js'
import { StartupError } from '../startup-error.js'

const usage: [string, string] = [
  `用法：
  npm run account -- create-administrator 邮箱   邀请该邮箱的主人担任管理员；验证码只显示一次，14 天内有效`,
  `Usage:
  npm run account -- create-administrator EMAIL  invite the owner of an address to be an administrator; the code is shown
                                                 this once and holds for 14 days`,
]

/**
 * Runs a command on accounts. Exit codes: 0 done, 1 refused or failed, 2 called the wrong way.
 * @param args what follows `npm run account --`
 */
export async function runAccountCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const [name, address, ...more] = args
  if (name !== 'create-administrator' || address === undefined || more.length > 0) {
    terminal.complain(...usage)
    return 2
  }
  const email = parseEmail(address)
  if (!email.ok) {
    for (const { message } of email.issues) terminal.err(terminal.text(message))
    return 1
  }
  try {
    const config = loadConfig(environment)
    const logger = pino({ level: environment.LOG_LEVEL ? config.logLevel : 'error' }, destination(2))
    const database = await openDatabaseBeside(config, logger)
    try {
      const token = await inviteAdministrator(database.orm.em.fork(), email.value)
      tellToken(token, config.publicUrl, terminal)
    } finally {
      await database.close(2_000)
    }
    return 0
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    terminal.err(
      terminal.text({
        'zh-CN': `${error.problem['zh-CN']}${error.remedy['zh-CN']}`,
        en: `${error.problem.en} ${error.remedy.en}`,
      }),
    )
    return 1
  }
}

/** Nobody's invitation but the operator's: who can run this has the database anyway. */
async function inviteAdministrator(em: EntityManager, email: string): Promise<string> {
  return em.transactional(async (em) => {
    await em.execute(`select set_config('shenbao.action', 'createAdministrator', true)`)
    const { token } = await storeInvitation(em, { email, invitedBy: null, role: 'ADMINISTRATOR' }, new Date())
    return token
  })
}

function tellToken(token: string, publicUrl: string | undefined, terminal: Terminal): void {
  terminal.say(
    '请用该邮箱注册并确认账号，登录后接受邀请（接口 acceptInvitation），再启用第二重验证。验证码：',
    'Register and confirm an account of this address, sign in, accept the invitation (mutation acceptInvitation), and enrol a second factor. The code:',
  )
  terminal.out(token)
  if (publicUrl !== undefined) terminal.out(`${publicUrl}/accept-invitation#${token}`)
}

if (import.meta.main) {
  const terminal = new Terminal(
    terminalLocale(process.env),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  )
  process.exitCode = await runAccountCommand(process.argv.slice(2), process.env, terminal)
}
