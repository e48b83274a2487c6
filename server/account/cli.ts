import type { EntityManager } from '@mikro-orm/postgresql'
import { destination, type Logger, pino } from 'pino'
import { parseEmail } from '../../schema/rules/email.js'
import { recordAudit } from '../audit/record-audit.js'
import { type Config, loadConfig } from '../config.js'
import { openDatabaseBeside } from '../database/open-database.js'
import { Terminal, terminalLocale } from '../guideline/terminal.js'
import { storeInvitation } from '../invitation/store-invitation.js'
import { keysFileOf, loadKeyring } from '../secrets/open-keyring.js'
import { StartupError } from '../startup-error.js'
import { Account } from './account.entity.js'
import { clearSecondFactor } from './clear-second-factor.js'

const usage: [string, string] = [
  `用法：
  npm run account -- create-administrator 邮箱   邀请该邮箱的主人担任管理员；验证码只显示一次，14 天内有效
  npm run account -- reset-second-factor 邮箱    重置该账号的双因素验证（如最后一位管理员丢失了验证器和恢复码）；
                                                 重新设置所需的验证码只发到该邮箱`,
  `Usage:
  npm run account -- create-administrator EMAIL  invite the owner of an address to be an administrator; the code is shown
                                                 this once and holds for 14 days
  npm run account -- reset-second-factor EMAIL   reset the second factor of an account, such as the last administrator's who
                                                 lost device and recovery codes; the code to enrol anew goes to that
                                                 address alone`,
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
  const [name = '', address, ...more] = args
  const command = commands.get(name)
  if (!command || address === undefined || more.length > 0) {
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
      return await command({ em: database.orm.em.fork(), email: email.value, config, logger, terminal })
    } finally {
      await database.close(2_000)
    }
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

type Run = {
  readonly em: EntityManager
  readonly email: string
  readonly config: Config
  readonly logger: Logger
  readonly terminal: Terminal
}

const commands = new Map([
  ['create-administrator', inviteAdministrator],
  ['reset-second-factor', resetSecondFactor],
])

/** Nobody's invitation but the operator's: who can run this has the database anyway. */
async function inviteAdministrator({ em, email, config: { publicUrl }, terminal }: Run): Promise<0> {
  const { token } = await em.transactional(async (em) => {
    await em.execute(`select set_config('shenbao.action', 'createAdministrator', true)`)
    return storeInvitation(em, { email, invitedBy: null, role: 'ADMINISTRATOR' }, new Date())
  })
  terminal.say(
    '请用该邮箱注册并确认账号，登录后接受邀请（接口 acceptInvitation），再启用第二重验证。验证码：',
    'Register and confirm an account of this address, sign in, accept the invitation (mutation acceptInvitation), and enrol a second factor. The code:',
  )
  terminal.out(token)
  if (publicUrl !== undefined) terminal.out(`${publicUrl}/accept-invitation#${token}`)
  return 0
}

/** The same as an administrator does, for whom there is no other. The code is mailed by the running service. */
async function resetSecondFactor({ em, email, config, logger, terminal }: Run): Promise<0 | 1> {
  const { keyring, close } = loadKeyring(keysFileOf(config), logger)
  try {
    const reset = await em.transactional(async (em) => {
      const action = 'resetSecondFactor'
      await em.execute(`select set_config('shenbao.action', ?, true)`, [action])
      const account = await em.findOne(Account, { email: email.toLowerCase(), deactivatedAt: null })
      if (!account || !(await clearSecondFactor(em, keyring, account))) return false
      await recordAudit(em, { subject: { type: 'Account', key: account.id }, action, reason: 'npm run account' })
      return true
    })
    if (reset) {
      terminal.say(
        '双因素验证已重置，该账号的所有会话已结束。重新设置所需的验证码由运行中的服务发到该邮箱，24 小时内有效。',
        'The second factor is reset, and the account’s sessions have ended. The running service mails the code to enrol anew to that address; it holds for 24 hours.',
      )
      return 0
    }
    terminal.complain(
      '没有使用该邮箱且启用了双因素验证的账号。',
      'No account of this address has a second factor; nothing was changed.',
    )
    return 1
  } finally {
    await close()
  }
}

if (import.meta.main) {
  const terminal = new Terminal(
    terminalLocale(process.env),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  )
  process.exitCode = await runAccountCommand(process.argv.slice(2), process.env, terminal)
}
