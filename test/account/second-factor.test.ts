import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accountOf,
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

const official = async (email: string) => {
  const id = await app.makeAccount(email)
  await app.execute(`insert into role_grant (account_id, role, city) values (?, 'PROGRAMME_OFFICE', 'xining')`, [id])
  return id
}

async function rolesOf(token: string): Promise<unknown> {
  const { body } = await app.ask('{ viewer { roles secondFactor { enabled required passed } } }', {}, token)
  return body.data?.viewer
}

const disable =
  'mutation ($password: String) { disableSecondFactor(password: $password) { session { token } errors { code } } }'

test('an official’s roles take effect once his session has passed the second factor', async () => {
  await official('office@example.org')
  const token = await tokenOf(app, 'office@example.org')
  const before = { roles: ['PUBLIC'], secondFactor: { enabled: false, required: true, passed: false } }
  expect(await rolesOf(token)).toEqual(before)

  const enrolled = await enrol(app, token)
  const after = { roles: ['PUBLIC', 'PROGRAMME_OFFICE'], secondFactor: { enabled: true, required: true, passed: true } }
  expect(await rolesOf(enrolled.token)).toEqual(after)
  // The session goes on under a new token: whoever knew the former one can do no more with it.
  expect(await accountOf(app, token)).toBeNull()

  const { session, secondFactor, errors } = await signIn(app, 'office@example.org')
  expect({ session, errors }).toEqual({ session: null, errors: [] })
  const challenge = secondFactor?.challenge
  const passed = await passSecondFactor(app, { challenge, code: enrolled.code() })
  expect(await rolesOf(passed.session?.token ?? '')).toEqual(after)
  const mails = (await app.mails('office@example.org')).map(({ template }) => template)
  expect(mails).toEqual(['sign-in-changed'])
})

test('a code is good for one use, though three bring it at once', async () => {
  await app.makeAccount('once@example.org')
  const { code } = await enrol(app, await tokenOf(app, 'once@example.org'))
  const current = code()
  const challenges = await Promise.all([1, 2, 3].map(() => signIn(app, 'once@example.org')))
  const answers = await Promise.all(
    challenges.map(({ secondFactor }) => passSecondFactor(app, { challenge: secondFactor?.challenge, code: current })),
  )
  expect(answers.filter(({ session }) => session)).toHaveLength(1)
  expect(answers.flatMap(({ errors }) => errors.map((error) => error.code))).toEqual(
    Array(2).fill('SECOND_FACTOR_WRONG'),
  )
})

test('a recovery code stands in for the app, once', async () => {
  await app.makeAccount('lost@example.org')
  const { recoveryCodes } = await enrol(app, await tokenOf(app, 'lost@example.org'))
  expect(new Set(recoveryCodes).size).toBe(10)
  const [recoveryCode] = recoveryCodes
  const pass = async () => {
    const { secondFactor } = await signIn(app, 'lost@example.org')
    return passSecondFactor(app, { challenge: secondFactor?.challenge, recoveryCode })
  }
  expect((await pass()).session?.token).toEqual(expect.any(String))
  expect((await pass()).errors.map(({ code }) => code)).toEqual(['SECOND_FACTOR_WRONG'])
})

test('a challenge is good for its account and once; a changed one is nothing', async () => {
  await app.makeAccount('one@example.org')
  const one = await enrol(app, await tokenOf(app, 'one@example.org'))
  const challenge = (await signIn(app, 'one@example.org')).secondFactor?.challenge ?? ''
  const refused = async (input: object) => (await passSecondFactor(app, input)).errors.map(({ code }) => code)
  expect(await refused({ challenge: `x${challenge}`, code: one.code() })).toEqual(['CHALLENGE_EXPIRED'])
  expect(await refused({ challenge: challenge.slice(0, -1), code: one.code() })).toEqual(['CHALLENGE_EXPIRED'])
  expect(await refused({ challenge })).toEqual(['SECOND_FACTOR_WRONG'])
  expect(await refused({ challenge, code: one.code() })).toEqual([])
  expect(await refused({ challenge, code: one.code(1) })).toEqual(['CHALLENGE_EXPIRED'])
})

test('wrong codes: five are tried, then none, not even the right one, and a new challenge doesn’t help', async () => {
  await app.makeAccount('guessed@example.org')
  const { code } = await enrol(app, await tokenOf(app, 'guessed@example.org'))
  const right = [code(-1), code(), code(1)]
  const wrong = Array.from({ length: 20 }, (_, i) => String(100_000 + i)).filter((guess) => !right.includes(guess))
  const challenge = (await signIn(app, 'guessed@example.org')).secondFactor?.challenge
  const answers = await Promise.all(wrong.map((guess) => passSecondFactor(app, { challenge, code: guess })))
  const codes = answers.flatMap(({ errors }) => errors.map((error) => error.code))
  expect(codes.filter((code) => code !== 'TOO_MANY_ATTEMPTS').length).toBeLessThanOrEqual(5)
  const again = (await signIn(app, 'guessed@example.org')).secondFactor?.challenge
  const last = await passSecondFactor(app, { challenge: again, code: code() })
  expect(last.errors.map((error) => error.code)).toEqual(['TOO_MANY_ATTEMPTS'])
})

test('a session that began without it passes it later', async () => {
  const id = await official('later@example.org')
  const { code } = await enrol(app, await tokenOf(app, 'later@example.org'))
  // As a sign-in at an identity provider leaves it.
  await app.execute('update auth.session set "secondFactorAt" = null where "userId" = ?', [id])
  const { body } = await app.ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { secondFactor { challenge } } }',
    { input: { name: 'later@example.org', password } },
  )
  const { challenge } = (body.data?.signIn as { secondFactor: { challenge: string } }).secondFactor
  const { session } = await passSecondFactor(app, { challenge, code: code() })
  const token = session?.token ?? ''
  await app.execute('update auth.session set "secondFactorAt" = null where "userId" = ?', [id])
  expect(await rolesOf(token)).toMatchObject({ roles: ['PUBLIC'], secondFactor: { passed: false } })
  expect((await passSecondFactor(app, { code: '000000' }, token)).errors[0]?.code).toBe('SECOND_FACTOR_WRONG')
  expect((await passSecondFactor(app, { code: code(1) }, token)).errors).toEqual([])
  expect(await rolesOf(token)).toMatchObject({ roles: ['PUBLIC', 'PROGRAMME_OFFICE'], secondFactor: { passed: true } })
})

test('disabling it takes the password, in a session that passed it; officials can’t', async () => {
  await app.makeAccount('off@example.org')
  const { token } = await enrol(app, await tokenOf(app, 'off@example.org'))
  const off = async (word: string) => {
    const { body } = await app.ask(disable, { password: word }, token)
    return body.data?.disableSecondFactor as { session: { token: string } | null; errors: { code: string }[] }
  }
  expect((await off('a wrong password')).errors).toEqual([{ code: 'PASSWORD_WRONG' }])
  const { session, errors } = await off(password)
  expect(errors).toEqual([])
  expect(await rolesOf(session?.token ?? '')).toMatchObject({ secondFactor: { enabled: false, passed: false } })
  expect((await signIn(app, 'off@example.org')).session?.token).toEqual(expect.any(String))

  await official('must@example.org')
  const must = await enrol(app, await tokenOf(app, 'must@example.org'))
  const { body } = await app.ask(disable, { password }, must.token)
  expect(body.data?.disableSecondFactor).toEqual({ session: null, errors: [{ code: 'SECOND_FACTOR_REQUIRED' }] })
})

test('enrolling takes the password, and a second app needs the first one gone', async () => {
  await app.makeAccount('twice@example.org')
  const token = await tokenOf(app, 'twice@example.org')
  const begin = async (word: string | null, session: string) => {
    const query = 'mutation ($password: String) { enrolSecondFactor(password: $password) { errors { code } } }'
    const { body } = await app.ask(query, { password: word }, session)
    return (body.data?.enrolSecondFactor as { errors: { code: string }[] }).errors.map(({ code }) => code)
  }
  expect(await begin('a wrong password', token)).toEqual(['PASSWORD_WRONG'])
  expect(await begin(null, token)).toEqual(['PASSWORD_WRONG'])
  const enrolled = await enrol(app, token)
  expect(await begin(password, enrolled.token)).toEqual(['SECOND_FACTOR_ALREADY_ENROLLED'])
  const confirm = 'mutation ($code: String!) { confirmSecondFactor(code: $code) { errors { code } } }'
  const { body } = await app.ask(confirm, { code: enrolled.code() }, enrolled.token)
  expect(body.data?.confirmSecondFactor).toEqual({ errors: [{ code: 'SECOND_FACTOR_ALREADY_ENROLLED' }] })
})

test('nothing of it is for somebody who isn’t signed in', async () => {
  for (const mutation of [
    'enrolSecondFactor { errors { code } }',
    'confirmSecondFactor(code: "1") { errors { code } }',
  ]) {
    const { body } = await app.ask(`mutation { ${mutation} }`)
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED'])
  }
  await expect(done(app, 'mutation { signOut { done errors { code } } }')).rejects.toThrow('UNAUTHENTICATED')
})
