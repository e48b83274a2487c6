import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKey, newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { until } from '../support/data-folder.js'
import { accountOf, done, password, type SignInApp, signIn, startSignInApp, tokenOf } from './sign-in-app.js'

const keys = newKeySet()
let app: SignInApp
let beside: SignInApp
beforeAll(async () => {
  app = await startSignInApp({ keyring: new Keyring(keys) })
  beside = await startSignInApp({ beside: app })
})
afterAll(async () => {
  await beside.close()
  await app.close()
})

async function codeOf(email: string, template: string): Promise<string> {
  const mail = (await app.mails(email)).findLast((mail) => mail.template === template)
  return (mail?.values as { code: string }).code
}

const requestReset = 'mutation ($email: String!) { requestPasswordReset(email: $email) { done errors { code } } }'
const reset = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { done errors { code path } } }'

describe('sessions end', () => {
  test('all of them when the password is reset, in this process at once and in another within moments', async () => {
    await app.makeAccount('reset@example.org')
    const tokens = await Promise.all(Array.from({ length: 4 }, () => tokenOf(app, 'reset@example.org')))
    // Both processes remember them, and listen.
    const accepted = async (where: SignInApp) =>
      (await Promise.all(tokens.map((token) => accountOf(where, token)))).filter((email) => email !== null).length
    for (const where of [app, beside, app, beside]) expect(await accepted(where)).toBe(4)

    await done(app, requestReset, { email: 'reset@example.org' })
    const input = { code: await codeOf('reset@example.org', 'password-reset'), newPassword: 'another 密码 altogether' }
    expect(await done(app, reset, { input })).toEqual({ done: true, errors: [] })
    expect(await accepted(app)).toBe(0)
    expect(await until(async () => (await accepted(beside)) === 0, 1_000)).toBeLessThan(1_000)

    expect((await signIn(app, 'reset@example.org')).errors[0]?.code).toBe('SIGN_IN_FAILED')
    await tokenOf(app, 'reset@example.org', 'another 密码 altogether')
    // The code was good for one use, and the owner was told.
    expect((await done(app, reset, { input })).errors).toEqual([{ code: 'CODE_INVALID', path: ['input', 'code'] }])
    expect((await app.mails('reset@example.org')).at(-1)?.template).toBe('sign-in-changed')
  })

  test('the others when the password is changed, which takes the current one', async () => {
    await app.makeAccount('change@example.org')
    const [mine = '', other = ''] = [await tokenOf(app, 'change@example.org'), await tokenOf(app, 'change@example.org')]
    const change =
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { done errors { code path } } }'
    const wrong = { currentPassword: 'a wrong password', newPassword: 'another 密码 altogether' }
    expect((await done(app, change, { input: wrong }, mine)).errors).toEqual([
      { code: 'PASSWORD_WRONG', path: ['input', 'currentPassword'] },
    ])
    const short = { currentPassword: password, newPassword: 'short' }
    expect((await done(app, change, { input: short }, mine)).errors).toEqual([
      { code: 'PASSWORD_TOO_SHORT', path: ['input', 'newPassword'] },
    ])
    expect(await accountOf(app, other)).not.toBeNull()
    expect(await done(app, change, { input: { ...wrong, currentPassword: password } }, mine)).toEqual({
      done: true,
      errors: [],
    })
    expect([await accountOf(app, mine), await accountOf(app, other)]).toEqual(['change@example.org', null])
  })

  test('one by one, or all others; nobody ends another’s', async () => {
    await app.makeAccount('list@example.org')
    await app.makeAccount('stranger@example.org')
    const stranger = await tokenOf(app, 'stranger@example.org')
    const tokens = [await tokenOf(app, 'list@example.org'), await tokenOf(app, 'list@example.org')]
    const mine = await tokenOf(app, 'list@example.org')
    const { body } = await app.ask('{ viewer { sessions { id current } } }', {}, mine)
    const { sessions } = body.data?.viewer as { sessions: { id: string; current: boolean }[] }
    expect(sessions.map(({ current }) => current)).toEqual([true, false, false])
    const revoke = 'mutation ($id: ID!) { revokeSession(id: $id) { done errors { code } } }'
    const id = sessions[1]?.id
    expect((await done(app, revoke, { id }, stranger)).errors).toEqual([{ code: 'SESSION_UNKNOWN' }])
    expect(await accountOf(app, tokens[1] ?? '')).not.toBeNull()
    expect(await done(app, revoke, { id }, mine)).toEqual({ done: true, errors: [] })
    expect(await accountOf(app, tokens[1] ?? '')).toBeNull()
    await done(app, 'mutation { revokeOtherSessions { done errors { code } } }', {}, mine)
    expect([await accountOf(app, tokens[0] ?? ''), await accountOf(app, mine)]).toEqual([null, 'list@example.org'])
  })

  test('by themselves after their time', async () => {
    await app.makeAccount('old@example.org')
    const token = await tokenOf(app, 'old@example.org')
    await app.execute(`update auth.session set "expiresAt" = now() - interval '1 second'`)
    expect(await accountOf(app, token)).toBeNull()
    await tokenOf(app, 'old@example.org')
    const rows = `select from auth.session join account on account.id = "userId" where email = 'old@example.org'`
    expect(await app.execute(rows)).toHaveLength(1)
  })
})

describe('a token that isn’t good', () => {
  test('is refused with 401, in words, by whatever operation', async () => {
    await app.makeAccount('token@example.org')
    const token = await tokenOf(app, 'token@example.org')
    const [own = '', signature = ''] = token.split('.')
    const wrong = [own, `${own}.`, `.${signature}`, `${own}x.${signature}`, `${own}.${signature.slice(1)}`]
    for (const bad of [...wrong, `${token}.x`, `${own}.${own}`, 'x', '', `${own}.${signature}=`]) {
      const { status, headers, body } = await app.ask('{ guidelines { totalCount } }', {}, bad)
      expect([status, headers.get('www-authenticate')], bad).toEqual([401, 'Bearer'])
      expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED'])
      expect(body.errors?.[0]?.message).toMatch(/^You are not signed in: .* Sign in again/)
    }
    expect(await accountOf(app, token)).toBe('token@example.org')
    const { status } = await app.ask('{ __typename }', {}, null, { authorization: 'Basic dXNlcjpwYXNz' })
    expect(status).toBe(200)
  })

  test('nor is one of another server, though it had the same session', async () => {
    await app.makeAccount('foreign@example.org')
    const other = await startSignInApp({ beside: app, keyring: new Keyring(newKeySet()) })
    try {
      const token = await tokenOf(other, 'foreign@example.org')
      expect(await accountOf(other, token)).toBe('foreign@example.org')
      expect(await accountOf(app, token)).toBeNull()
    } finally {
      await other.close()
    }
  })

  test('the token in the database is no token: its signature is missing', async () => {
    await app.makeAccount('leak@example.org')
    const token = await tokenOf(app, 'leak@example.org')
    const rows = await app.execute<{ token: string }>('select token from auth.session')
    expect(rows.map((row) => row.token)).toContain(token.split('.')[0])
    for (const row of rows) expect(await accountOf(app, row.token)).toBeNull()
  })

  test('a former key’s counts as long as the key file has it', async () => {
    await app.makeAccount('rotated@example.org')
    const token = await tokenOf(app, 'rotated@example.org')
    const former = keys.purposes.session.map((key) => ({ ...key, state: 'readable' as const }))
    const session = [...former, newKey('session', 'current', new Date())]
    app.keyring.replace({ ...keys, purposes: { ...keys.purposes, session } })
    expect(await accountOf(app, token)).toBe('rotated@example.org')
    // What better-auth is asked for goes on, too.
    const input = { currentPassword: password, newPassword: 'another 密码 altogether' }
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { done errors { code } } }'
    expect(await done(app, change, { input }, token)).toEqual({ done: true, errors: [] })
    app.keyring.replace({ ...keys, purposes: { ...keys.purposes, session: session.slice(-1) } })
    expect(await accountOf(app, token)).toBeNull()
    app.keyring.replace(keys)
  })
})
