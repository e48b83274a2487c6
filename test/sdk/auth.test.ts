import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, isShenbaoError } from '../../sdk/src/index.js'
import { enrol, password, type SignInApp, startSignInApp, tokenOf } from '../account/sign-in-app.js'

let app: SignInApp
beforeAll(async () => {
  app = await startSignInApp()
  await app.makeAccount('member@example.org')
})
afterAll(() => app.close())

const email = 'member@example.org'
const client = (options = {}) => createClient({ url: `${app.url}/graphql`, locale: 'en', ...options })

/** A browser's `fetch`, as far as cookies go. */
function browser() {
  let cookie = ''
  const asked: (string | undefined)[] = []
  return {
    asked,
    fetch: async (url: string, init: RequestInit & { credentials?: 'include' }) => {
      asked.push(init.credentials)
      const headers = { ...(init.headers as Record<string, string>), origin: app.url, 'sec-fetch-site': 'same-origin' }
      const sent = init.credentials === 'include' && cookie ? { ...headers, cookie } : headers
      const response = await fetch(url, { ...init, headers: sent })
      for (const text of response.headers.getSetCookie()) cookie = text.split(';')[0] ?? ''
      return response
    },
  }
}

test('a client signs in, is known from then on, and signs out', async () => {
  const { auth } = client()
  expect(await auth.session()).toBeNull()
  expect(await auth.signIn({ email, password })).toEqual({ status: 'signed-in', expiresAt: expect.any(String) })
  expect(await auth.session()).toMatchObject({
    account: { email, name: '测试人员' },
    roles: ['PUBLIC'],
    memberships: [],
  })
  await auth.signOut()
  expect(await auth.session()).toBeNull()
})

test('a wrong password is data, and keeps nobody signed in', async () => {
  const { auth } = client()
  await auth.signIn({ email, password })
  const refused = await auth.signIn({ email, password: 'another long one' })
  expect(refused).toMatchObject({ status: 'refused', errors: [{ code: 'SIGN_IN_FAILED', path: ['input'] }] })
  expect(await auth.session()).toBeNull()
})

test('an official passes the second factor, then has his role', async () => {
  const id = await app.makeAccount('clerk@example.org')
  await app.execute(`insert into role_grant (account_id, role, city) values (?, 'ACCEPTANCE_DESK', 'xining')`, [id])
  const { code } = await enrol(app, await tokenOf(app, 'clerk@example.org'))
  const { auth } = client()
  const asked = await auth.signIn({ email: 'clerk@example.org', password })
  if (asked.status !== 'second-factor') throw new Error(asked.status)
  expect(await auth.session()).toBeNull()
  expect(await auth.passSecondFactor({ challenge: asked.challenge, code: '000000' })).toMatchObject({
    status: 'refused',
  })
  expect(await auth.passSecondFactor({ challenge: asked.challenge, code: code() })).toMatchObject({
    status: 'signed-in',
  })
  expect(await auth.session()).toMatchObject({ roles: ['PUBLIC', 'ACCEPTANCE_DESK'], secondFactor: { passed: true } })
})

test('the token is kept where the application wants it, and a client that finds it there is signed in', async () => {
  let kept: string | null = null
  const tokenStore = {
    get: async () => kept,
    set: async (token: string | null) => {
      kept = token
    },
  }
  await client({ tokenStore }).auth.signIn({ email, password })
  expect(kept).toMatch(/^[\w-]+\.[\w-]+$/)
  expect(await client({ tokenStore }).auth.session()).toMatchObject({ account: { email } })
  await client({ tokenStore }).auth.signOut()
  expect(kept).toBeNull()
})

test('a session that is over elsewhere is no session, and its token is forgotten', async () => {
  let kept: string | null = null
  const tokenStore = { get: () => kept, set: (token: string | null) => void (kept = token) }
  const { auth } = client({ tokenStore })
  await auth.signIn({ email, password })
  await app.execute('delete from auth.session')
  expect(await auth.session()).toBeNull()
  expect(kept).toBeNull()
  await auth.signOut()
  expect(await auth.signIn({ email, password })).toMatchObject({ status: 'signed-in' })
})

test('a page’s session is a cookie, which no script gets', async () => {
  const { fetch, asked } = browser()
  const { auth } = client({ cookies: true, fetch })
  expect(await auth.signIn({ email, password })).toMatchObject({ status: 'signed-in' })
  expect(await auth.session()).toMatchObject({ account: { email } })
  await auth.signOut()
  expect(await auth.session()).toBeNull()
  expect(new Set(asked)).toEqual(new Set(['include']))
})

test('no error has the password or the token in it', async () => {
  const gone = createClient({ url: 'http://127.0.0.1:1/graphql', retries: 0 })
  const error = await gone.auth.signIn({ email, password }).catch((error: unknown) => error)
  if (!isShenbaoError(error)) throw error
  expect(error.kind).toBe('network')
  expect(`${error.message} ${JSON.stringify(error)}`).not.toMatch(/correct horse|member@example/)
})
