import { TOTP, URI } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startProvider } from './identity-provider.js'
import { bring, isPage, type OidcApp, otherSite, page, startOidcApp } from './oidc-app.js'
import { Browser, newVerifier } from './oidc-browser.js'
import { accountOf, type SignInApp, startSignInApp, tokenOf } from './sign-in-app.js'

let oidc: OidcApp
let app: SignInApp
beforeAll(async () => {
  oidc = await startOidcApp()
  app = oidc.app
})
afterEach(() => {
  oidc.provider.tamper(null)
  vi.useRealTimers()
})
afterAll(() => oidc.close())

describe('signing in', () => {
  test('the first time makes an account, the next finds it', async () => {
    const browser = new Browser()
    const { code, verifier, end } = await oidc.visit(oidc.newPerson('first'), browser)
    expect(end).toBe(`${app.url}${page}#code=${code}`)
    const { session } = await oidc.exchange({ code, verifier })
    expect(await accountOf(app, session?.token ?? '')).toBe('first@example.org')
    expect(await accountOf(app, await oidc.signInAt('first', browser))).toBe('first@example.org')
    expect(await accountOf(app, await oidc.signInAt('first'))).toBe('first@example.org')
    const accounts = await app.execute<{ id: string }>(
      `select id, name, email_verified as verified from account where email = 'first@example.org'`,
    )
    expect(accounts).toEqual([{ id: expect.any(String), name: '示例人员', verified: true }])
    const events = await app.execute(
      `select distinct action, actor = ? as own from audit_event where subject_id = ? order by action`,
      [accounts[0]?.id, accounts[0]?.id],
    )
    expect(events).toEqual([
      { action: 'exchangeSignIn', own: true },
      { action: 'oidcCallback', own: true },
    ])
  })

  test('of two first sign-ins at once one makes the account', async () => {
    oidc.newPerson('twice')
    const browsers = Array.from({ length: 5 }, () => new Browser())
    const answers = await Promise.all(browsers.map((browser) => oidc.answerFor('twice', browser)))
    // The provider answers all of them at the same moment.
    let waiting = 0
    const { promise: all, resolve } = Promise.withResolvers<void>()
    oidc.provider.tamper(async (token) => {
      if (++waiting === browsers.length) resolve()
      await all
      return token
    })
    const ends = await Promise.all(answers.map((answer, at) => bring(browsers[at] as Browser, answer)))
    for (const end of ends) expect(end).toContain('#code=')
    expect(await app.execute(`select from account where email = 'twice@example.org'`)).toHaveLength(1)
  })

  test('a page gets the session as a cookie; another site’s page gets none', async () => {
    oidc.newPerson('cookie')
    const first = await oidc.visit('cookie')
    const foreign = await oidc.exchange({ ...first, end: undefined, cookie: true }, { origin: 'https://evil.example' })
    expect(foreign.answer.body.errors?.[0]?.extensions.code).toBe('CROSS_SITE_REQUEST')
    const { answer, session } = await oidc.exchange(
      { code: first.code, verifier: first.verifier, cookie: true },
      { origin: otherSite },
    )
    expect(session?.token).toBeNull()
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^shenbao=[\w-]+\.[\w-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
    const headers = { cookie: cookie.split(';')[0] ?? '', origin: otherSite }
    const seen = await app.ask('{ viewer { account { email } } }', {}, null, headers)
    expect(seen.body.data?.viewer).toEqual({ account: { email: 'cookie@example.org' } })
  })

  test('pages learn where', async () => {
    const { body } = await app.ask('{ identityProvider { name startUrl } }')
    expect(body.data?.identityProvider).toEqual({ name: '示例身份认证平台', startUrl: '/auth/oidc/start' })
  })

  test('an identity is of its issuer: the same subject of another one is somebody else', async () => {
    const other = await startProvider('client_secret_post')
    const beside = await startSignInApp({ beside: app, environment: other.environment })
    other.admit(beside.url)
    other.people.first = { email: 'namesake@example.org', email_verified: true }
    await oidc.signInAt(oidc.newPerson('first'))
    const { challenge } = newVerifier()
    const start = `${beside.url}/auth/oidc/start?return=%2Fsigned-in&challenge=${challenge}`
    expect(await new Browser().go(start, 'first', isPage)).toContain('#code=')
    const rows = await app.execute(
      `select account.email from auth.account as identity join account on account.id = identity."userId"
        where identity."accountId" like '%#first' order by 1`,
    )
    expect(rows).toEqual([{ email: 'first@example.org' }, { email: 'namesake@example.org' }])
    await beside.close()
    await other.close()
  })

  test('an official has his role only after the second factor', async () => {
    const token = await oidc.signInAt(oidc.newPerson('official'))
    await app.execute(
      `insert into role_grant (account_id, role, city) select id, 'SUPERVISOR', 'xining' from account where email = ?`,
      ['official@example.org'],
    )
    const rolesOf = async (of: string) => {
      const { body } = await app.ask('{ viewer { roles secondFactor { required passed } } }', {}, of)
      return body.data?.viewer
    }
    const without = { roles: ['PUBLIC'], secondFactor: { required: true, passed: false } }
    await vi.waitFor(async () => expect(await rolesOf(token)).toEqual(without))
    const begun = await app.ask('mutation { enrolSecondFactor { enrolment { uri } errors { code } } }', {}, token)
    const totp = URI.parse((begun.body.data?.enrolSecondFactor as { enrolment: { uri: string } }).enrolment.uri) as TOTP
    const code = (later: number) => totp.generate({ timestamp: Date.now() + later * 30_000 })
    const confirmed = await app.ask(
      'mutation ($code: String!) { confirmSecondFactor(code: $code) { session { token } errors { code } } }',
      { code: code(-1) },
      token,
    )
    expect(confirmed.body.data?.confirmSecondFactor).toMatchObject({ errors: [] })
    const next = await oidc.signInAt('official')
    expect(await rolesOf(next)).toEqual(without)
    const passed = await app.ask(
      'mutation ($input: PassSecondFactorInput!) { passSecondFactor(input: $input) { session { token } errors { code } } }',
      { input: { code: code(0) } },
      next,
    )
    expect(passed.body.data?.passSecondFactor).toMatchObject({ errors: [] })
    expect(await rolesOf(next)).toEqual({
      roles: ['PUBLIC', 'SUPERVISOR'],
      secondFactor: { required: true, passed: true },
    })
  })
})

describe('the page’s code', () => {
  const refused = [{ code: 'SIGN_IN_EXPIRED', path: ['input', 'code'], message: expect.any(String) }]

  test('is good once', async () => {
    const { code, verifier } = await oidc.visit(oidc.newPerson('once'))
    const tries = await Promise.all(Array.from({ length: 5 }, () => oidc.exchange({ code, verifier })))
    expect(tries.filter(({ session }) => session)).toHaveLength(1)
    expect(tries.filter(({ errors }) => errors.length > 0).map(({ errors }) => errors)).toEqual(Array(4).fill(refused))
  })

  test('is worth nothing to another page, and gone when one has tried', async () => {
    const { code, verifier } = await oidc.visit(oidc.newPerson('followed'))
    expect(await oidc.exchange({ code, verifier: newVerifier().verifier })).toMatchObject({
      session: null,
      errors: refused,
    })
    expect((await oidc.exchange({ code, verifier })).errors).toEqual(refused)
  })

  test('is over after a minute', async () => {
    const { code, verifier } = await oidc.visit(oidc.newPerson('late'))
    const [left] = await app.execute<{ seconds: number }>(
      'select extract(epoch from max(expires_at) - now())::float8 as seconds from auth.sign_in_code',
    )
    expect(left?.seconds).toBeGreaterThan(50)
    expect(left?.seconds).toBeLessThanOrEqual(60)
    await app.execute(`update auth.sign_in_code set expires_at = now() - interval '1 second'`)
    expect((await oidc.exchange({ code, verifier })).errors).toEqual(refused)
  })
})

describe('no account', () => {
  test.each([
    ['unverified', { email_verified: false }],
    ['unsaid', { email_verified: undefined }],
    ['addressless', { email: undefined }],
  ])('is made without an address that the provider has verified (%s)', async (name, told) => {
    expect((await oidc.visit(oidc.newPerson(name, told))).end).toBe(oidc.refusedWith('EMAIL_NOT_VERIFIED'))
    expect(await app.execute('select from account where email = ?', [`${name}@example.org`])).toEqual([])
  })

  test('is taken over by its address', async () => {
    const id = await app.makeAccount('owner@example.org')
    expect((await oidc.visit(oidc.newPerson('owner', { email: 'Owner@example.org' }))).end).toBe(
      oidc.refusedWith('ACCOUNT_EXISTS'),
    )
    const identities = await app.execute('select "providerId" as provider from auth.account where "userId" = ?', [id])
    expect(identities).toEqual([{ provider: 'credential' }])
    expect(await accountOf(app, await tokenOf(app, 'owner@example.org'))).toBe('owner@example.org')
    // Who has none there isn't told who has one here.
    const stranger = oidc.newPerson('stranger', { email: 'owner@example.org', email_verified: false })
    expect((await oidc.visit(stranger)).end).toBe(oidc.refusedWith('EMAIL_NOT_VERIFIED'))
  })

  test('that was deactivated is signed in to', async () => {
    oidc.newPerson('gone')
    const token = await oidc.signInAt('gone')
    const { code, verifier } = await oidc.visit('gone')
    await app.execute(`update account set deactivated_at = now() where email = 'gone@example.org'`)
    expect((await oidc.exchange({ code, verifier })).errors.map((error) => error.code)).toEqual(['ACCOUNT_DEACTIVATED'])
    expect((await oidc.visit('gone')).end).toBe(oidc.refusedWith('ACCOUNT_DEACTIVATED'))
    await vi.waitFor(async () => expect(await accountOf(app, token)).toBeNull())
  })
})

test('while the provider is asked, no transaction is open', async () => {
  let open: unknown
  oidc.provider.tamper(async (token) => {
    open = await app.execute(
      `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    )
    return token
  })
  expect((await oidc.visit(oidc.newPerson('waiting'))).end).toContain('#code=')
  expect(open).toEqual([])
})
