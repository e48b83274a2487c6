import { TOTP, URI } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoAccount, demoAccountLines, makeDemoAccounts } from '../../server/account/make-demo-accounts.js'
import { temporaryFolder } from '../support/data-folder.js'
import { killServers, startServer } from '../support/server-process.js'
import { createTestDatabase, query } from '../support/test-database.js'
import { passSecondFactor, type SignInApp, signIn, startSignInApp } from './sign-in-app.js'

let app: SignInApp
let accounts: readonly DemoAccount[]
beforeAll(async () => {
  app = await startSignInApp()
  const made = await Promise.all([1, 2, 3].map(() => makeDemoAccounts(app.orm.em.fork(), app.keyring)))
  accounts = made.flat()
})
afterAll(async () => {
  await app.close()
  await killServers()
})

test('one account for each role is made on an empty database, once, though three servers start', async () => {
  expect(accounts.map(({ role }) => role).toSorted()).toEqual(
    [
      ...['ACCEPTANCE_DESK', 'ADMINISTRATOR', 'APPLICANT_MEMBER', 'EXPERT', 'PROGRAMME_OFFICE'],
      ...['RECOMMENDING_AUTHORITY', 'RECOMMENDING_AUTHORITY', 'SUPERVISOR'],
    ].toSorted(),
  )
  expect(await app.execute('select id from account where demo')).toHaveLength(accounts.length)
  expect(await makeDemoAccounts(app.orm.em.fork(), app.keyring)).toEqual([])
})

test('each of them signs in with what was printed, and has its role', async () => {
  for (const { email, password, role, secondFactor: address } of accounts) {
    const { session, secondFactor, errors } = await signIn(app, email, password)
    expect(errors).toEqual([])
    let token = session?.token
    if (address !== null) {
      const code = (URI.parse(address) as TOTP).generate()
      const passed = await passSecondFactor(app, { challenge: secondFactor?.challenge, code })
      expect(passed.errors).toEqual([])
      token = passed.session?.token
    }
    const { body } = await app.ask('{ viewer { roles memberships { applicantName rights } } }', {}, token)
    expect(body.data?.viewer).toMatchObject({ roles: ['PUBLIC', role] })
  }
})

test('nothing that was printed is in the database or the log', async () => {
  const [dump] = await app.execute<{ text: string }>(
    `select (select json_agg(a)::text from auth.account a) || (select json_agg(t)::text from auth."twoFactor" t) ||
            (select json_agg(a)::text from account a) || (select json_agg(e)::text from audit_event e) as text`,
  )
  for (const { password, secondFactor } of accounts) {
    const secret = secondFactor && (URI.parse(secondFactor) as TOTP).secret.utf8
    for (const text of [password, ...(secret ? [secret] : [])]) {
      expect(dump?.text).not.toContain(text)
      expect(app.log()).not.toContain(text)
    }
  }
})

test('the lines say who they are, with passwords and addresses for authenticator apps', () => {
  const lines = demoAccountLines(accounts).join('\n')
  for (const { email, password, secondFactor } of accounts) {
    expect(lines).toContain(`${email}  ${password}`)
    if (secondFactor) expect(lines).toContain(secondFactor)
  }
  expect(demoAccountLines([])).toEqual([])
})

test('a first start prints them after its ready line, the second one does not', { timeout: 60_000 }, async () => {
  const { url } = await createTestDatabase()
  const environment = { DATABASE_URL: url, DATA_DIR: temporaryFolder() }
  const first = await startServer(environment)
  first.kill('SIGTERM')
  const { output } = await first.ended
  expect(output.split('\n')[0]).toContain('is ready')
  expect(output.match(/otpauth:\/\/totp/g)).toHaveLength(7)
  const second = await startServer(environment)
  second.kill('SIGTERM')
  expect((await second.ended).output).not.toContain('otpauth')
  expect(await query(url, 'select id from account where demo')).toHaveLength(8)
})
