import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { clientSecret, startProvider, type TestProvider } from './identity-provider.js'
import { bring, codeIn, isCallback, isPage, type OidcApp, otherSite, startOidcApp } from './oidc-app.js'
import { Browser, newVerifier } from './oidc-browser.js'
import { type SignInApp, startSignInApp } from './sign-in-app.js'

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

describe('an answer of the provider', () => {
  test('is taken from the browser that began, once, and in time', async () => {
    oidc.newPerson('bound')
    const own = new Browser()
    const answer = await oidc.answerFor('bound', own)
    const home = `${app.url}/#error=SIGN_IN_EXPIRED`
    expect(await bring(new Browser(), answer)).toBe(home)
    const other = new Browser()
    const foreign = await oidc.answerFor('bound', other)
    expect(await bring(own, foreign)).toBe(oidc.refusedWith('SIGN_IN_EXPIRED'))

    const cookie = own.cookiesFor(answer.href)
    expect(await bring(own, answer)).toContain('#code=')
    expect(own.cookiesFor(answer.href)).not.toContain('shenbao-oidc')
    expect(await bring(own, answer)).toBe(home)
    const [name = '', value = ''] = (cookie.split('; ').find((part) => part.startsWith('shenbao-oidc')) ?? '').split(
      '=',
    )
    own.setCookie(app.url, name, value)
    expect(await bring(own, answer)).toBe(oidc.refusedWith('SIGN_IN_EXPIRED'))

    const slow = await oidc.answerFor('bound', other)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 })
    expect(await bring(other, slow)).toBe(oidc.refusedWith('SIGN_IN_EXPIRED'))
  })

  test('is not taken with a cookie that was changed', async () => {
    const browser = new Browser()
    const answer = await oidc.answerFor(oidc.newPerson('changed'), browser)
    const [name = '', value = ''] =
      browser
        .cookiesFor(answer.href)
        .split('; ')
        .find((part) => part.startsWith('shenbao-oidc'))
        ?.split('=') ?? []
    const [text = '', signature = ''] = value.split('.')
    const attempt = JSON.parse(Buffer.from(text, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...attempt, page: 'https://evil.example/' })).toString('base64url')
    browser.setCookie(app.url, name, `${changed}.${signature}`)
    expect(await bring(browser, answer)).toBe(`${app.url}/#error=SIGN_IN_EXPIRED`)
  })

  test('that was denied says so', async () => {
    expect((await oidc.visit(null)).end).toBe(oidc.refusedWith('SIGN_IN_DENIED'))
  })

  test.each<[string, (answer: URL) => void]>([
    ['of another issuer', (answer) => answer.searchParams.set('iss', 'https://evil.example')],
    ['of no issuer', (answer) => answer.searchParams.delete('iss')],
    ['with another code', (answer) => answer.searchParams.set('code', 'of-nobody')],
    ['without a code', (answer) => answer.searchParams.delete('code')],
    ['with two codes', (answer) => answer.searchParams.append('code', 'of-nobody')],
    ['with an error', (answer) => answer.searchParams.set('error', 'server_error <b>and more</b>')],
  ])('%s comes to nothing', async (_what, change) => {
    const browser = new Browser()
    const answer = await oidc.answerFor(oidc.newPerson('answered'), browser)
    change(answer)
    expect(await bring(browser, answer)).toBe(oidc.refusedWith('PROVIDER_FAILED'))
  })

  test.each<[string, Parameters<TestProvider['tamper']>[0]]>([
    [
      'with a changed signature',
      (token) => `${token.slice(0, -8)}${token.slice(-8) === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'}`,
    ],
    [
      'without a signature',
      (token) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`,
    ],
    ['of another sign-in', (token, sign) => sign({ ...decodeJwt(token), nonce: newVerifier().verifier })],
    ['without a nonce', (token, sign) => sign({ ...decodeJwt(token), nonce: undefined })],
    ['for another client', (token, sign) => sign({ ...decodeJwt(token), aud: 'another' })],
    ['given to another client', (token, sign) => sign({ ...decodeJwt(token), azp: 'another' })],
    ['of another issuer', (token, sign) => sign({ ...decodeJwt(token), iss: 'https://evil.example' })],
    ['that has expired', (token, sign) => sign({ ...decodeJwt(token), exp: Math.floor(Date.now() / 1_000) - 60 })],
    ['of another subject than the rest', (token, sign) => sign({ ...decodeJwt(token), sub: 'first' })],
    ['without a subject', (token, sign) => sign({ ...decodeJwt(token), sub: undefined })],
  ])('an ID token %s comes to nothing', async (_what, change) => {
    oidc.newPerson('tampered')
    oidc.provider.tamper(change)
    expect((await oidc.visit('tampered')).end).toBe(oidc.refusedWith('PROVIDER_FAILED'))
    expect(await app.execute(`select from account where email = 'tampered@example.org'`)).toEqual([])
  })

  test('whose ID token was signed anew and says the same is taken: the tests above change what they say', async () => {
    oidc.provider.tamper((token, sign) => sign(decodeJwt(token)))
    expect((await oidc.visit(oidc.newPerson('signed'))).end).toContain('#code=')
  })
})

describe('the way begins', () => {
  const { challenge } = newVerifier()
  const asked = async (query: Record<string, string>) => {
    const response = await fetch(`${app.url}/auth/oidc/start?${new URLSearchParams(query)}`, { redirect: 'manual' })
    return [response.status, new URL(response.headers.get('location') ?? 'none:').origin]
  }

  test('for a page of this site or of CORS_ORIGINS, and for no other', async () => {
    for (const back of ['/', '/a?b=c#d', `${app.url}/a`, `${otherSite}/b`]) {
      expect(await asked({ return: back, challenge }), back).toEqual([302, oidc.provider.issuer])
    }
    const evil = 'evil.example'
    const refused = [
      `https://${evil}`,
      `//${evil}`,
      `/\\${evil}`,
      `\\\\${evil}`,
      `${otherSite}.${evil}`,
      `${otherSite}@${evil}`,
    ]
    const others = [
      '',
      'javascript:alert(1)',
      'data:text/html,x',
      'http://apply.example.cn/',
      'https://a:b@apply.example.cn/',
    ]
    for (const back of [...refused, ...others]) {
      expect(await asked({ return: back, challenge }), back).toEqual([400, 'null'])
    }
    expect(await asked({ challenge })).toEqual([400, 'null'])
  })

  test('with a challenge', async () => {
    expect(await asked({ return: '/' })).toEqual([400, 'null'])
    expect(await asked({ return: '/', challenge: `${challenge}=` })).toEqual([400, 'null'])
  })

  test('over https with a cookie that other hosts can’t set, and comes back to PUBLIC_URL', async () => {
    const PUBLIC_URL = 'https://apply.xining.example'
    const secure = await startSignInApp({ beside: app, environment: { ...oidc.provider.environment, PUBLIC_URL } })
    const response = await fetch(`${secure.url}/auth/oidc/start?return=%2F&challenge=${challenge}`, {
      redirect: 'manual',
    })
    const to = new URL(response.headers.get('location') ?? '')
    expect(to.searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}/auth/oidc/callback`)
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-shenbao-oidc=[\w-]+\.[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ])
    await secure.close()
  })
})

test('nothing secret is logged, or in the database in clear', async () => {
  let idToken = ''
  oidc.provider.tamper((token) => {
    idToken = token
    return token
  })
  const browser = new Browser()
  const { verifier, challenge } = newVerifier()
  const answer = await browser.go(oidc.startOf(challenge), oidc.newPerson('canary.5521'), isCallback)
  const cookie = browser.cookiesFor(answer)
  const code = codeIn(await browser.go(answer, null, isPage))
  const [row] = await app.execute<object>('select * from auth.sign_in_code order by expires_at desc limit 1')
  expect(JSON.stringify(row)).not.toContain(code)
  const { session } = await oidc.exchange({ code, verifier })
  const log = app.log()
  expect(log).toContain('/auth/oidc/callback')
  expect(log).toContain('ERR_JWS_SIGNATURE_VERIFICATION_FAILED')
  const theirs = new URL(answer).searchParams
  const secrets = [
    code,
    verifier,
    cookie,
    idToken,
    clientSecret,
    session?.token,
    theirs.get('code'),
    theirs.get('state'),
  ]
  for (const secret of secrets) expect(log).not.toContain(secret || 'an empty secret')
  expect(log).not.toMatch(/canary|example\.org|示例人员|evil/)
})

test.each([
  ['another issuer', { issuer: 'http://127.0.0.1:1' }],
  ['an address that anybody on the way reads', { token_endpoint: 'http://id.example.cn/token' }],
  ['no address of its keys', { jwks_uri: '' }],
])('a provider that describes itself with %s isn’t trusted', async (_what, description) => {
  const odd = await startProvider()
  Object.assign(odd.description, description)
  const service = await startSignInApp({ beside: app, environment: odd.environment })
  odd.admit(service.url)
  const start = `${service.url}/auth/oidc/start?return=%2Fsigned-in&challenge=${newVerifier().challenge}`
  expect(await new Browser().go(start, null, isPage)).toBe(`${service.url}/signed-in#error=PROVIDER_FAILED`)
  await service.close()
  await odd.close()
})

test('answers are counted by the address that they come from', async () => {
  const { end } = await oidc.visit(oidc.newPerson('counted'))
  expect(end).toContain('#code=')
  await app.execute(`update auth.attempt set points = 100 where key like 'signIn.address%'`)
  expect((await oidc.visit('counted')).end).toBe(oidc.refusedWith('TOO_MANY_ATTEMPTS'))
  await app.execute('delete from auth.attempt')
  expect((await oidc.visit('counted')).end).toContain('#code=')
})

test('a provider that is away is said to be', async () => {
  const away = await startProvider()
  const lost = await startSignInApp({ beside: app, environment: away.environment })
  const start = `${lost.url}/auth/oidc/start?return=%2Fsigned-in&challenge=${newVerifier().challenge}`
  expect(await new Browser().go(start, null, isPage)).toBe(`${lost.url}/signed-in#error=PROVIDER_FAILED`)
  away.admit(lost.url)
  expect(new URL(await new Browser().go(start, null, (address) => address.startsWith(away.issuer))).pathname).toBe(
    '/auth',
  )
  await away.close()
  await lost.close()
})
