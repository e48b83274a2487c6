import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../http/ask.js'
import { password, type SignInApp, startSignInApp } from './sign-in-app.js'

let app: SignInApp
beforeAll(async () => {
  app = await startSignInApp({ environment: { CORS_ORIGINS: 'https://apply.example.cn' } })
  await app.makeAccount('page@example.org')
})
afterAll(() => app.close())

const query =
  'mutation ($input: SignInInput!) { signIn(input: $input) { session { token expiresAt } errors { code } } }'
const input = { name: 'page@example.org', password, cookie: true }
const signInFrom = (headers: Record<string, string>, where = app) => where.ask(query, { input }, null, headers)
const viewer = '{ viewer { account { email } } }'
const ownPage = (where = app) => ({ origin: where.url })
const cookieOf = (answer: Answer) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const codesOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code]

test('a page gets its session as a cookie that scripts can’t read, and not as a token', async () => {
  const answer = await signInFrom(ownPage())
  expect(answer.body.data?.signIn).toEqual({ session: { token: null, expiresAt: expect.any(String) }, errors: [] })
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^shenbao=[\w-]+\.[\w-]+; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Lax$/),
  ])
  const cookie = cookieOf(answer)
  const seen = await app.ask(viewer, {}, null, { cookie: `other=1; ${cookie}`, ...ownPage() })
  expect(seen.body.data?.viewer).toEqual({ account: { email: 'page@example.org' } })
})

test('over https its name keeps other hosts of the domain from setting it', async () => {
  const secure = await startSignInApp({ beside: app, environment: { PUBLIC_URL: 'https://apply.xining.example' } })
  try {
    const page = { origin: 'https://apply.xining.example' }
    const answer = await signInFrom(page, secure)
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-shenbao=[\w-]+\.[\w-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax; Secure$/),
    ])
    const cookie = cookieOf(answer)
    const seen = await secure.ask(viewer, {}, null, { cookie, ...page })
    expect(seen.body.data?.viewer).toEqual({ account: { email: 'page@example.org' } })
    const renamed = cookie.replace('__Host-', '')
    expect((await secure.ask(viewer, {}, null, { cookie: renamed, ...page })).body.data?.viewer).toEqual({
      account: null,
    })
    expect(codesOf(await secure.ask(viewer, {}, null, { cookie, ...ownPage(secure) }))).toEqual([
      403,
      'CROSS_SITE_REQUEST',
    ])
  } finally {
    await secure.close()
  }
})

test('with it come only pages of this site and of CORS_ORIGINS', async () => {
  const cookie = cookieOf(await signInFrom(ownPage()))
  const asked = async (headers: Record<string, string>) =>
    codesOf(await app.ask(viewer, {}, null, { cookie, ...headers }))
  const allowed: Record<string, string>[] = [
    ownPage(),
    { origin: 'https://apply.example.cn', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-origin' },
  ]
  for (const headers of allowed) expect(await asked(headers)).toEqual([200, undefined])
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: app.url.replace('http:', 'https:') },
    { origin: `${app.url}.evil.example` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {},
  ]
  for (const headers of foreign) expect(await asked(headers)).toEqual([403, 'CROSS_SITE_REQUEST'])
  const { body } = await app.ask('mutation { signOut { done } }', {}, null, { cookie, origin: 'https://evil.example' })
  expect(body.data).toBeUndefined()
  expect(await asked(ownPage())).toEqual([200, undefined])
})

test('another site can’t sign a browser in', async () => {
  const answer = await signInFrom({ origin: 'https://evil.example' })
  expect(answer.body.errors?.map(({ extensions }) => extensions.code)).toEqual(['CROSS_SITE_REQUEST'])
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('signing out takes it away, and so does an answer to one that is over', async () => {
  const cookie = cookieOf(await signInFrom(ownPage()))
  const headers = { cookie, ...ownPage() }
  const out = await app.ask('mutation { signOut { done } }', {}, null, headers)
  const gone = 'shenbao=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'
  expect([out.body.data, out.headers.getSetCookie()]).toEqual([{ signOut: { done: true } }, [gone]])
  const after = await app.ask(viewer, {}, null, headers)
  expect([...codesOf(after), after.headers.getSetCookie()]).toEqual([401, 'UNAUTHENTICATED', [gone]])
})

test('a token in the header goes before it, from whatever page', async () => {
  const cookie = cookieOf(await signInFrom(ownPage()))
  const token = cookie.split('=')[1] ?? ''
  const { body } = await app.ask(viewer, {}, token, { cookie: 'shenbao=broken', origin: 'https://evil.example' })
  expect(body.data?.viewer).toEqual({ account: { email: 'page@example.org' } })
})
