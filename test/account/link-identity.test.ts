import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type OidcApp, startOidcApp } from './oidc-app.js'
import { newVerifier } from './oidc-browser.js'
import { accountOf, done, type Errors, enrol, password, type SignInApp, signIn, tokenOf } from './sign-in-app.js'

/* Identities at the real oidc-provider, and accounts with a password. All people are invented. */

let oidc: OidcApp
let app: SignInApp
beforeAll(async () => {
  oidc = await startOidcApp()
  app = oidc.app
})
afterAll(() => oidc.close())

type Identity = { id: string; provider: string | null; issuer: string; linkedAt: string }

async function identitiesOf(token: string): Promise<Identity[]> {
  const { body } = await app.ask('{ viewer { identities { id provider issuer linkedAt } } }', {}, token)
  return (body.data?.viewer as { identities: Identity[] }).identities
}

/** Somebody goes to the provider to link, and comes back with a code. */
async function fetched(person: string) {
  const { code, verifier } = await oidc.visit(person, undefined, { purpose: 'link' })
  return { code, verifier }
}

const errorsOf = ({ errors }: { errors: Errors }) => errors.map(({ code, path }) => [code, path.at(-1) ?? null])
const send = (mutation: 'linkIdentity' | 'unlinkIdentity') => (input: object, token: string | null) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { done errors { code message path } } }`
  return done(app, document, { input }, token)
}
const link = send('linkIdentity')
const unlink = send('unlinkIdentity')

async function account(name: string) {
  const email = `${name}@example.org`
  const id = await app.makeAccount(email)
  return { id, email, token: await tokenOf(app, email) }
}

test('an identity is linked to the account that asks, signs in to it, and is unlinked again', async () => {
  const { id, email, token } = await account('staff')
  // The address that the provider knows is of no account, and isn't taken.
  const person = oidc.newPerson('linked', { email: 'private@example.org' })
  expect(await identitiesOf(token)).toEqual([])
  expect(await link({ ...(await fetched(person)), password }, token)).toEqual({ done: true, errors: [] })
  const [identity, ...more] = await identitiesOf(token)
  expect(more).toEqual([])
  expect(identity).toEqual({
    id: expect.stringMatching(/^LinkedIdentity:/),
    provider: '示例身份认证平台',
    issuer: oidc.provider.issuer,
    linkedAt: expect.any(String),
  })
  const elsewhere = await oidc.signInAt(person)
  expect(await accountOf(app, elsewhere)).toBe(email)
  // Its own address still doesn't sign in without it.
  expect(await app.execute(`select from account where email = 'private@example.org'`)).toEqual([])

  expect(await unlink({ identity: identity?.id, password }, token)).toEqual({ done: true, errors: [] })
  expect(await identitiesOf(token)).toEqual([])
  expect(await accountOf(app, elsewhere)).toBeNull()
  expect(await accountOf(app, await oidc.signInAt(person))).toBe('private@example.org')
  const mails = (await app.mails(email)).filter((mail) => mail.template === 'sign-in-changed')
  expect(mails.map(({ values }) => values)).toEqual([{ change: 'IDENTITY' }, { change: 'IDENTITY' }])
  const events = await app.execute<{ action: string; text: string }>(
    `select action, event::text as text from audit_event event where subject_id = ? and actor = ? order by sequence`,
    [id, id],
  )
  expect([...new Set(events.map(({ action }) => action))]).toEqual(
    expect.arrayContaining(['linkIdentity', 'unlinkIdentity']),
  )
  expect(events.filter(({ text }) => text.includes(`#${person}`))).toEqual([])
})

describe('it is never linked', () => {
  const expired = [['SIGN_IN_EXPIRED', 'code']]

  test('by signing in: a code to sign in with doesn’t link, and one to link with doesn’t sign in', async () => {
    const { token } = await account('mixed')
    const { code, verifier } = await oidc.visit(oidc.newPerson('mixed-there'))
    expect(errorsOf(await link({ code, verifier, password }, token))).toEqual(expired)
    const other = await fetched(oidc.newPerson('nobody-yet'))
    expect(errorsOf(await oidc.exchange(other))).toEqual(expired)
    expect(await app.execute(`select from account where email = 'nobody-yet@example.org'`)).toEqual([])
    expect(await identitiesOf(token)).toEqual([])
  })

  test('without being signed in', async () => {
    const input = await fetched(oidc.newPerson('unsigned'))
    await expect(link(input, null)).rejects.toThrow('UNAUTHENTICATED')
  })

  test('by another page, or twice by one code', async () => {
    const { token } = await account('pages')
    const { code } = await fetched(oidc.newPerson('pages-there'))
    expect(errorsOf(await link({ code, verifier: newVerifier().verifier, password }, token))).toEqual(expired)
    const good = await fetched('pages-there')
    expect(await link({ ...good, password }, token)).toEqual({ done: true, errors: [] })
    const other = await account('pages-other')
    expect(errorsOf(await link({ ...good, password }, other.token))).toEqual(expired)
  })

  test('without the password, which is counted', async () => {
    const { token } = await account('wordless')
    const input = await fetched(oidc.newPerson('wordless-there'))
    expect(errorsOf(await link(input, token))).toEqual([['PASSWORD_WRONG', 'password']])
    for (let i = 0; i < 4; i++) await link({ ...input, password: 'a wrong password' }, token)
    expect(errorsOf(await link({ ...input, password }, token))).toEqual([['TOO_MANY_ATTEMPTS', 'input']])
    expect(await identitiesOf(token)).toEqual([])
  })

  test('in a session that has not passed the second factor', async () => {
    const { id, token } = await account('factor')
    const enrolled = await enrol(app, token)
    await app.execute('update auth.session set "secondFactorAt" = null where "userId" = ?', [id])
    const input = { ...(await fetched(oidc.newPerson('factor-there'))), password }
    expect(errorsOf(await link(input, enrolled.token))).toEqual([['SECOND_FACTOR_NOT_PASSED', null]])
    await app.execute('update auth.session set "secondFactorAt" = now() where "userId" = ?', [id])
    expect(errorsOf(await link(input, enrolled.token))).toEqual([])
    // Nor does the identity stand in for it.
    const { body } = await app.ask('{ viewer { secondFactor { passed } } }', {}, await oidc.signInAt('factor-there'))
    expect(body.data?.viewer).toEqual({ secondFactor: { passed: false } })
  })

  test('while the second factor is reset, and none is enrolled anew', async () => {
    const { id, token } = await account('reset')
    const input = { ...(await fetched(oidc.newPerson('reset-there'))), password }
    await app.execute('insert into auth.second_factor_reset values (?, ?, now())', [id, 'a hash'])
    expect(errorsOf(await link(input, token))).toEqual([['SECOND_FACTOR_NOT_PASSED', null]])
    await app.execute('delete from auth.second_factor_reset where account_id = ?', [id])
    expect(errorsOf(await link(input, token))).toEqual([])
  })

  test('to a second account, though both ask at once', async () => {
    oidc.newPerson('wanted')
    const accounts = [await account('first-of-two'), await account('second-of-two')]
    const inputs = [await fetched('wanted'), await fetched('wanted')]
    const answers = await Promise.all(accounts.map(({ token }, at) => link({ ...inputs[at], password }, token)))
    expect(answers.filter((answer) => answer.done)).toHaveLength(1)
    expect(answers.flatMap(errorsOf)).toEqual([['IDENTITY_TAKEN', 'code']])
    const [owner, other] = answers[0]?.done ? accounts : accounts.toReversed()
    expect(await accountOf(app, await oidc.signInAt('wanted'))).toBe(owner?.email)
    // Once more to the same is no fault.
    expect((await link({ ...(await fetched('wanted')), password }, owner?.token ?? '')).done).toBe(true)
    expect(await identitiesOf(owner?.token ?? '')).toHaveLength(1)
    expect(await identitiesOf(other?.token ?? '')).toEqual([])
  })
})

describe('unlinking', () => {
  test('leaves a way to sign in', async () => {
    const person = oidc.newPerson('only')
    const token = await oidc.signInAt(person)
    const [identity] = await identitiesOf(token)
    expect(errorsOf(await unlink({ identity: identity?.id }, token))).toEqual([['LAST_WAY_TO_SIGN_IN', 'identity']])
    // As the message says: a password first.
    const request =
      'mutation ($email: String!) { requestPasswordReset(email: $email) { done errors { code message path } } }'
    await done(app, request, { email: 'only@example.org' })
    const [mail] = (await app.mails('only@example.org')).flatMap((mail) =>
      mail.template === 'password-reset' ? [mail] : [],
    )
    const reset =
      'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { done errors { code message path } } }'
    const input = { code: mail?.values.code, newPassword: password }
    expect(await done(app, reset, { input })).toEqual({ done: true, errors: [] })
    const { session } = await signIn(app, 'only@example.org')
    const again = session?.token ?? ''
    expect(errorsOf(await unlink({ identity: identity?.id }, again))).toEqual([['PASSWORD_WRONG', 'password']])
    expect(await unlink({ identity: identity?.id, password }, again)).toEqual({ done: true, errors: [] })
  })

  test('two at once leave one of two identities, where there is no password', async () => {
    const token = await oidc.signInAt(oidc.newPerson('pair-one'))
    expect(await link(await fetched(oidc.newPerson('pair-two')), token)).toEqual({ done: true, errors: [] })
    const identities = await identitiesOf(token)
    const answers = await Promise.all(identities.map(({ id }) => unlink({ identity: id }, token)))
    expect(answers.filter((answer) => answer.done)).toHaveLength(1)
    expect(await identitiesOf(token)).toHaveLength(1)
  })

  test('is of one’s own identities, and ends a sign-in that is under way', async () => {
    const mine = await account('mine')
    const stranger = await account('stranger')
    oidc.newPerson('mine-there')
    await link({ ...(await fetched('mine-there')), password }, mine.token)
    const [identity] = await identitiesOf(mine.token)
    expect(errorsOf(await unlink({ identity: identity?.id, password }, stranger.token))).toEqual([
      ['IDENTITY_UNKNOWN', 'identity'],
    ])
    const [credential] = await app.execute<{ id: string }>(
      'select id from auth.account where "userId" = ? and password is not null',
      [mine.id],
    )
    expect(errorsOf(await unlink({ identity: `LinkedIdentity:${credential?.id}`, password }, mine.token))).toEqual([
      ['IDENTITY_UNKNOWN', 'identity'],
    ])
    const { code, verifier } = await oidc.visit('mine-there')
    await unlink({ identity: identity?.id, password }, mine.token)
    expect(errorsOf(await oidc.exchange({ code, verifier }))).toEqual([['SIGN_IN_EXPIRED', 'code']])
    await vi.waitFor(async () => expect(await identitiesOf(mine.token)).toEqual([]))
  })
})

test('another purpose than linking is refused', async () => {
  const answer = await fetch(oidc.startOf(newVerifier().challenge, { purpose: 'takeover' }), { redirect: 'manual' })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('purpose')
})
