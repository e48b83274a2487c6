import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../support/data-folder.js'
import { accountOf, done, type SignInApp, signIn, startSignInApp, tokenOf } from './sign-in-app.js'

let app: SignInApp
beforeAll(async () => {
  app = await startSignInApp()
})
afterAll(() => app.close())

const register = 'mutation ($input: SignUpInput!) { signUp(input: $input) { done errors { code message path } } }'
const verify =
  'mutation ($code: String!, $password: String!) { verifyEmail(code: $code, password: $password) { done errors { code path } } }'
const newcomer = (email: string) => ({ input: { name: '王小明', email, password: 'long enough 密码' } })

describe('an account', () => {
  test('is registered, confirmed by mail, signed in to, seen, and signed out of', async () => {
    expect(await done(app, register, newcomer('ming@example.org'))).toEqual({ done: true, errors: [] })
    const early = await signIn(app, 'ming@example.org', 'long enough 密码')
    expect(early.errors.map(({ code }) => code)).toEqual(['EMAIL_NOT_VERIFIED'])

    const [mail] = await app.mails('ming@example.org')
    expect(mail).toMatchObject({ template: 'verify-email', locale: 'en' })
    const code = (mail?.values as { code: string }).code
    const password = 'long enough 密码'
    expect(await done(app, verify, { code, password: 'of somebody else' })).toEqual({
      done: false,
      errors: [{ code: 'PASSWORD_WRONG', path: ['password'] }],
    })
    const still = await signIn(app, 'ming@example.org', password)
    expect(still.errors.map(({ code }) => code)).toEqual(['EMAIL_NOT_VERIFIED'])
    expect(await done(app, verify, { code, password })).toEqual({ done: true, errors: [] })

    const { session } = await signIn(app, 'Ming@Example.org', 'long enough 密码', { 'user-agent': 'test browser' })
    const token = session?.token ?? ''
    const days = (Date.parse(session?.expiresAt ?? '') - Date.now()) / 86_400_000
    expect(days).toBeCloseTo(7, 2)
    const viewer = await app.ask(
      `{ viewer { account { id name email phone locale } roles secondFactor { enabled required passed } memberships { applicantId }
          sessions { current userAgent secondFactorPassed createdAt lastUsedAt expiresAt } } }`,
      {},
      token,
    )
    expect(viewer.body.data?.viewer).toEqual({
      account: {
        id: expect.stringMatching(/^Account:.+/),
        name: '王小明',
        email: 'ming@example.org',
        phone: null,
        locale: 'EN',
      },
      roles: ['PUBLIC'],
      secondFactor: { enabled: false, required: false, passed: false },
      memberships: [],
      sessions: [
        {
          current: true,
          userAgent: 'test browser',
          secondFactorPassed: false,
          createdAt: expect.any(String),
          lastUsedAt: expect.any(String),
          expiresAt: session?.expiresAt,
        },
      ],
    })

    expect(await done(app, 'mutation { signOut { done errors { code } } }', {}, token)).toEqual({
      done: true,
      errors: [],
    })
    expect(await accountOf(app, token)).toBeNull()
  })

  test('needs a name, an address and a password that can be', async () => {
    const refused = async (input: object) =>
      (await done(app, register, { input: { ...newcomer('a@example.org').input, ...input } })).errors.map(
        ({ code, path }) => `${path.join('.')} ${code}`,
      )
    expect(await refused({ email: 'nobody' })).toEqual(['input.email EMAIL_MALFORMED'])
    expect(await refused({ name: ' ' })).toEqual(['input.name TEXT_EMPTY'])
    expect(await refused({ password: 'short' })).toEqual(['input.password PASSWORD_TOO_SHORT'])
    expect(await refused({ password: 'x'.repeat(129) })).toEqual(['input.password PASSWORD_TOO_LONG'])
    expect(await refused({ phone: '8230515' })).toEqual(['input.phone PHONE_NEEDS_AREA_CODE'])
    expect(await app.execute(`select from account where email = 'a@example.org'`)).toEqual([])
  })

  test('is signed in to by its phone number, however it is written', async () => {
    const input = { ...newcomer('phone@example.org').input, phone: '138 0013 8000' }
    await done(app, register, { input })
    const [mail] = await app.mails('phone@example.org')
    expect((await signIn(app, '13800138000', input.password)).errors[0]?.code).toBe('SIGN_IN_FAILED')
    await done(app, verify, {
      code: (mail?.values as { code: string }).code,
      password: 'long enough 密码',
    })
    const token = await tokenOf(app, '+86 138-0013-8000', input.password)
    const { body } = await app.ask('{ viewer { account { email phone } } }', {}, token)
    expect(body.data?.viewer).toEqual({ account: { email: 'phone@example.org', phone: '+86138******00' } })
    const rows = await app.execute<object>('select * from account')
    expect(JSON.stringify(rows)).not.toContain('13800138000')

    // Somebody who registers the address once more takes nothing away.
    await done(app, register, { input })
    expect(await accountOf(app, await tokenOf(app, '13800138000', input.password))).toBe('phone@example.org')
    // A second account that names it gets none, and isn't told.
    expect(await done(app, register, { input: { ...input, email: 'second@example.org' } })).toEqual({
      done: true,
      errors: [],
    })
    const phones = `select phone_masked as phone from account where email = 'second@example.org'`
    expect(await app.execute(phones)).toEqual([{ phone: null }])
  })

  test('that was deactivated: its sessions are over, and a new one isn’t begun', async () => {
    const id = await app.makeAccount('left@example.org')
    const token = await tokenOf(app, 'left@example.org')
    expect(await accountOf(app, token)).toBe('left@example.org')
    await app.execute('update account set deactivated_at = now() where id = ?', [id])
    await until(async () => (await accountOf(app, token)) === null, 1_000)
    expect((await signIn(app, 'left@example.org')).errors.map(({ code }) => code)).toEqual(['ACCOUNT_DEACTIVATED'])
    expect((await signIn(app, 'left@example.org', 'a wrong password')).errors[0]?.code).toBe('SIGN_IN_FAILED')
    expect(await app.execute('select from auth.session where "userId" = ?', [id])).toHaveLength(1)
  })
})

describe('answers don’t tell who has an account', () => {
  test('signing in: a wrong password and an unknown name are one', async () => {
    await app.makeAccount('known@example.org')
    const wrong = await signIn(app, 'known@example.org', 'a wrong password')
    expect(wrong.errors.map(({ code }) => code)).toEqual(['SIGN_IN_FAILED'])
    expect(await signIn(app, 'unknown@example.org', 'a wrong password')).toEqual(wrong)
    expect(await signIn(app, '13900139000', 'a wrong password')).toEqual(wrong)
    expect(await signIn(app, 'nothing at all', 'a wrong password')).toEqual(wrong)
  })

  test('an unknown name takes as long as a wrong password, as a password is hashed for it, too', async () => {
    await app.makeAccount('timed@example.org')
    const took = async (name: string) => {
      const began = performance.now()
      expect((await signIn(app, name, 'a wrong password')).errors[0]?.code).toBe('SIGN_IN_FAILED')
      return performance.now() - began
    }
    const times: [number, number][] = []
    for (let i = 0; i < 5; i++) times.push([await took('timed@example.org'), await took(`stranger${i}@example.org`)])
    const median = (which: 0 | 1) => times.map((pair) => pair[which]).sort((a, b) => a - b)[2] ?? 0
    // Without the hash it is a tenth.
    expect(median(1)).toBeGreaterThan(median(0) * 0.4)
    expect(median(0)).toBeGreaterThan(median(1) * 0.4)
  })

  test('registering: a taken address is answered as a free one, changes nothing, and its owner gets a mail', async () => {
    await app.makeAccount('taken@example.org')
    const free = await done(app, register, newcomer('free@example.org'))
    expect(await done(app, register, newcomer('Taken@example.org'))).toEqual(free)
    expect((await app.mails('taken@example.org')).map(({ template }) => template)).toEqual(['address-registered'])
    expect((await signIn(app, 'taken@example.org', 'long enough 密码')).errors[0]?.code).toBe('SIGN_IN_FAILED')
    await tokenOf(app, 'taken@example.org')
  })

  test('one address registered five times at once: one account, five equal answers', async () => {
    await app.execute(`delete from auth.attempt`)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => done(app, register, newcomer('crowd@example.org'))),
    )
    expect(answers).toEqual(Array(5).fill({ done: true, errors: [] }))
    expect(await app.execute(`select from account where email = 'crowd@example.org'`)).toHaveLength(1)
  })

  test('asking for a new password: mail only where there is an account', async () => {
    const ask = 'mutation ($email: String!) { requestPasswordReset(email: $email) { done errors { code } } }'
    await app.makeAccount('forgot@example.org')
    const known = await done(app, ask, { email: 'forgot@example.org' })
    expect(await done(app, ask, { email: 'nobody@example.org' })).toEqual(known)
    expect(known).toEqual({ done: true, errors: [] })
    expect(await app.mails('forgot@example.org')).toHaveLength(1)
    expect(await app.mails('nobody@example.org')).toHaveLength(0)
  })
})
