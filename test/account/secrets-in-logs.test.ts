import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  done,
  enrol,
  passSecondFactor,
  password,
  type SignInApp,
  signIn,
  startSignInApp,
  tokenOf,
} from './sign-in-app.js'

let app: SignInApp
beforeAll(async () => {
  app = await startSignInApp()
})
afterAll(() => app.close())

const verify =
  'mutation ($code: String!, $password: String!) { verifyEmail(code: $code, password: $password) { done errors { code } } }'

test('nothing that anybody signs in with is logged, at the most talkative level, also when it fails', async () => {
  const email = 'canary.8842@example.org'
  const register = 'mutation ($input: SignUpInput!) { signUp(input: $input) { done errors { code } } }'
  const input = { name: '金丝雀', email, password, phone: '13800138000' }
  await done(app, register, { input })
  await done(app, register, { input })
  const [mail] = await app.mails(email)
  const code = (mail?.values as { code: string }).code
  await done(app, verify, { code, password })
  await signIn(app, email, 'wrong-Xy7-canary')
  const first = await tokenOf(app, '13800138000')
  const enrolled = await enrol(app, first)
  const { secondFactor } = await signIn(app, email)
  const challenge = secondFactor?.challenge ?? ''
  const used = enrolled.code()
  await passSecondFactor(app, { challenge, code: used })
  await passSecondFactor(app, { challenge, recoveryCode: enrolled.recoveryCodes[0] })
  await app.ask('{ viewer { account { email phone } } }', {}, `${enrolled.token}x`)
  await done(app, 'mutation ($e: String!) { requestPasswordReset(email: $e) { done errors { code } } }', { e: email })

  // A fault in the middle of it: its words are masked for the caller and cut for the log.
  await app.execute('alter table auth.session rename to session_away')
  await expect(signIn(app, email)).rejects.toThrow('INTERNAL_SERVER_ERROR')
  await app.execute('alter table auth.session_away rename to session')

  const log = app.log()
  expect(log).toContain('masked error')
  expect(log.split('\n').length).toBeGreaterThan(10)
  const secrets = [email, '金丝雀', password, 'wrong-Xy7-canary', '13800138000', code, challenge, first, enrolled.token]
  for (const secret of [...secrets, ...enrolled.recoveryCodes]) {
    expect(log, secret).not.toContain(secret)
    expect(log, secret).not.toContain(secret.split('.')[0])
  }
  expect(log).not.toMatch(new RegExp(`\\b${used}\\b|127\\.0\\.0\\.1|canary`))
})

test('nor does the database hold any of it in clear', async () => {
  const tables = await app.execute<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname in ('auth', 'public')`,
  )
  const rows = await Promise.all(tables.map(({ table }) => app.execute<object>(`select * from ${table}`)))
  const text = JSON.stringify(rows)
  expect(text).toContain('canary.8842@example.org')
  for (const secret of [password, '13800138000', 'wrong-Xy7-canary']) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/reset-password:/)
})
