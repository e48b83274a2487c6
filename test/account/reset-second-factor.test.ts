import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAccountCommand } from '../../server/account/cli.js'
import { Terminal } from '../../server/guideline/terminal.js'
import { createKeyFile } from '../../server/secrets/key-file.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import {
  accountOf,
  type Enrolled,
  type Errors,
  enrol,
  passSecondFactor,
  password,
  type SignInApp,
  signIn,
  startSignInApp,
  tokenOf,
} from './sign-in-app.js'

/* An official has lost his device and his recovery codes. All people are invented. */

const reason = '本人持身份证到场，手机遗失'
const keys = newKeySet()
let app: SignInApp
let administrator: { id: string; token: string }
beforeAll(async () => {
  app = await startSignInApp({ keyring: new Keyring(keys) })
  const { id, enrolled } = await official('admin@example.org', 'ADMINISTRATOR', null)
  administrator = { id, token: enrolled.token }
})
afterAll(() => app.close())

async function official(email: string, role = 'PROGRAMME_OFFICE', city: string | null = 'xining') {
  const id = await app.makeAccount(email)
  await app.execute('insert into role_grant (account_id, role, city) values (?, ?, ?)', [id, role, city])
  return { id, email, enrolled: await enrol(app, await tokenOf(app, email)) }
}

async function reset(account: string, why = reason, token: string | null = administrator.token): Promise<Errors> {
  const document =
    'mutation ($input: ResetSecondFactorInput!) { resetSecondFactor(input: $input) { account { id } errors { code message path } } }'
  const { body } = await app.ask(document, { input: { account: `UserAccount:${account}`, reason: why } }, token)
  if (body.errors) throw new Error(body.errors.map(({ extensions }) => extensions.code).join())
  return (body.data?.resetSecondFactor as { errors: Errors }).errors
}

/** Codes of the mails about a reset, oldest first. */
async function mailedCodes(email: string): Promise<string[]> {
  const mails = await app.mails(email)
  return mails.flatMap((mail) => (mail.template === 'second-factor-reset' ? mail.values.code : []))
}

async function begin(token: string, code?: string) {
  const document =
    'mutation ($password: String, $code: String) { enrolSecondFactor(password: $password, code: $code) { enrolment { uri } errors { code path } } }'
  const { body } = await app.ask(document, { password, code }, token)
  return body.data?.enrolSecondFactor as { enrolment: { uri: string } | null; errors: object[] }
}

async function secondFactorOf(token: string): Promise<unknown> {
  const { body } = await app.ask('{ viewer { roles secondFactor { enabled passed codeNeeded } } }', {}, token)
  return body.data?.viewer
}

test('an administrator takes it away: the sessions end, and a new one is enrolled by the code of the mail alone', async () => {
  const { id, email, enrolled } = await official('lost@example.org')
  const other = await passed(email, enrolled)
  expect(await reset(id)).toEqual([])
  expect(await Promise.all([enrolled.token, other].map((token) => accountOf(app, token)))).toEqual([null, null])

  const { session, secondFactor } = await signIn(app, email)
  expect(secondFactor).toBeNull()
  const token = session?.token ?? ''
  const without = { enabled: false, passed: false, codeNeeded: true }
  expect(await secondFactorOf(token)).toEqual({ roles: ['PUBLIC'], secondFactor: without })
  const refused = { enrolment: null, errors: [{ code: 'CODE_INVALID', path: ['code'] }] }
  expect(await begin(token)).toEqual(refused)
  expect(await begin(token, 'x'.repeat(32))).toEqual(refused)
  const [code = ''] = await mailedCodes(email)
  expect((await begin(token, code)).errors).toEqual([])
  const anew = await enrol(app, token, code)
  const roles = ['PUBLIC', 'PROGRAMME_OFFICE']
  expect(await secondFactorOf(anew.token)).toEqual({
    roles,
    secondFactor: { enabled: true, passed: true, codeNeeded: false },
  })
  // The lost ones are worth nothing.
  const challenge = async () => (await signIn(app, email)).secondFactor?.challenge
  const codesOf = ({ errors }: { errors: Errors }) => errors.map((error) => error.code)
  const [recoveryCode] = enrolled.recoveryCodes
  expect(codesOf(await passSecondFactor(app, { challenge: await challenge(), recoveryCode }))).toEqual([
    'SECOND_FACTOR_WRONG',
  ])
  expect(codesOf(await passSecondFactor(app, { challenge: await challenge(), code: enrolled.code() }))).toEqual([
    'SECOND_FACTOR_WRONG',
  ])
})

test('who did it and why is in the audit trail of the account, and the code isn’t', async () => {
  const { id, email } = await official('audited@example.org')
  await reset(id)
  const events = await app.execute<{ text: string }>(
    `select event::text as text from audit_event event where subject_type = 'Account' and subject_id = ? and actor = ?
       and action = 'resetSecondFactor' order by sequence`,
    [id, administrator.id],
  )
  const text = events.map((event) => event.text).join('\n')
  for (const part of [reason, 'twoFactor', 'session', 'second_factor_reset']) expect(text).toContain(part)
  const [code = 'none'] = await mailedCodes(email)
  expect(text).not.toContain(code)
  expect(app.log()).not.toContain(code)
})

test('the code of a second reset is the one that counts, for a day', async () => {
  const { id, email } = await official('again@example.org')
  await reset(id)
  expect(await reset(id)).toEqual([])
  const token = await tokenOf(app, email)
  const [first, second] = await mailedCodes(email)
  expect((await begin(token, first)).errors).toMatchObject([{ code: 'CODE_INVALID' }])
  await app.execute(`update auth.second_factor_reset set expires_at = now() where account_id = ?`, [id])
  expect((await begin(token, second)).errors).toMatchObject([{ code: 'CODE_INVALID' }])
  await app.execute(`update auth.second_factor_reset set expires_at = now() + interval '24 hours'`)
  expect((await begin(token, second)).errors).toEqual([])
})

test('another’s code is of no use', async () => {
  const [one, other] = [await official('one@example.org'), await official('other@example.org')]
  await reset(one.id)
  await reset(other.id)
  const [code] = await mailedCodes(other.email)
  expect((await begin(await tokenOf(app, one.email), code)).errors).toMatchObject([{ code: 'CODE_INVALID' }])
})

test('a second factor that is passed at the same moment is passed before and its session ends, or isn’t', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, email, enrolled } = await official(`race${round}@example.org`)
    const { secondFactor } = await signIn(app, email)
    const [answer] = await Promise.all([
      passSecondFactor(app, { challenge: secondFactor?.challenge, code: enrolled.code() }),
      reset(id),
    ])
    expect(answer.session ? await accountOf(app, answer.session.token ?? '') : null).toBeNull()
  }
})

test('it is refused for oneself, without a reason, and where there is none', async () => {
  const plain = await app.makeAccount('plain@example.org')
  const { id } = await official('kept@example.org')
  const codes = async (...asked: Parameters<typeof reset>) =>
    (await reset(...asked)).map(({ code, path }) => [code, path.at(-1)])
  expect(await codes(administrator.id)).toEqual([['RESET_FOR_ONESELF', 'account']])
  expect(await codes(id, '遗失')).toEqual([['REASON_MALFORMED', 'reason']])
  expect(await codes('nobody')).toEqual([['ACCOUNT_UNKNOWN', 'account']])
  expect(await codes(plain)).toEqual([['SECOND_FACTOR_NOT_ENROLLED', 'account']])
  await app.execute('update account set deactivated_at = now() where id = ?', [id])
  expect(await codes(id)).toEqual([['ACCOUNT_UNKNOWN', 'account']])
  expect(await app.execute('select from auth."twoFactor" where "userId" = ?', [id])).toHaveLength(1)
})

test('only administrators do it', async () => {
  const { id, enrolled } = await official('office@example.org')
  await expect(reset(id, reason, enrolled.token)).rejects.toThrow('FORBIDDEN')
  await expect(reset(id, reason, null)).rejects.toThrow('UNAUTHENTICATED')
})

test('the last administrator is helped by the operator, and his code is mailed, too', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shenbao-reset-'))
  createKeyFile(join(dataDir, 'keys.json'), keys)
  const run = async (...args: string[]) => {
    const lines: string[] = []
    const tell = (line: string) => void lines.push(line)
    const terminal = new Terminal('en', tell, tell)
    const environment = { DATABASE_URL: app.database.url, DATA_DIR: dataDir }
    return {
      code: await runAccountCommand(['reset-second-factor', ...args], environment, terminal),
      told: lines.join(),
    }
  }
  const { id, email } = await official('last@example.org', 'ADMINISTRATOR', null)
  expect(await run('nobody@example.org')).toMatchObject({ code: 1, told: expect.stringContaining('nothing was') })
  const { code, told } = await run('Last@Example.org')
  expect(code).toBe(0)
  const [mailed = 'none'] = await mailedCodes(email)
  expect(told).not.toContain(mailed)
  expect((await begin(await tokenOf(app, email), mailed)).errors).toEqual([])
  const events = await app.execute(
    `select distinct actor from audit_event where subject_id = ? and action = 'resetSecondFactor'`,
    [id],
  )
  expect(events).toEqual([{ actor: null }])
  rmSync(dataDir, { recursive: true })
})

/** The token of another session that passed it. */
async function passed(email: string, { code }: Enrolled): Promise<string> {
  const { secondFactor } = await signIn(app, email)
  const { session } = await passSecondFactor(app, { challenge: secondFactor?.challenge, code: code() })
  return session?.token ?? ''
}
