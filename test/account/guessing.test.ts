import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignInApp, signIn, startSignInApp } from './sign-in-app.js'

let app: SignInApp
beforeAll(async () => {
  app = await startSignInApp()
})
afterAll(() => app.close())

const forged = (i: number) => ({ 'x-forwarded-for': `203.0.113.${i % 256}`, 'x-real-ip': `198.51.100.${i % 256}` })
const codes = (answers: { errors: { code: string }[] }[]) =>
  answers.flatMap(({ errors }) => errors.map(({ code }) => code))
const count = (all: string[], code: string) => all.filter((one) => one === code).length

test('of 200 parallel guesses at one account five are tried, whatever addresses they claim', async () => {
  await app.makeAccount('target@example.org')
  const guesses = Array.from({ length: 200 }, (_, i) =>
    signIn(app, i % 2 ? 'target@example.org' : 'Target@Example.org ', `guess number ${i}`, forged(i)),
  )
  const all = codes(await Promise.all(guesses))
  expect(count(all, 'SIGN_IN_FAILED')).toBe(5)
  expect(count(all, 'TOO_MANY_ATTEMPTS')).toBe(195)
  // Another process of the service counts on.
  const beside = await startSignInApp({ beside: app })
  try {
    expect(codes([await signIn(beside, 'target@example.org')])).toEqual(['TOO_MANY_ATTEMPTS'])
  } finally {
    await beside.close()
  }
})

test('so it is for a name that nobody has', async () => {
  await app.execute('delete from auth.attempt')
  const guesses = Array.from({ length: 50 }, (_, i) =>
    signIn(app, 'nobody@example.org', `guess number ${i}`, forged(i)),
  )
  const all = codes(await Promise.all(guesses))
  expect([count(all, 'SIGN_IN_FAILED'), count(all, 'TOO_MANY_ATTEMPTS')]).toEqual([5, 45])
})

test('an address that tries many names is stopped after 100; forged headers don’t make it another', {
  timeout: 30_000,
}, async () => {
  await app.execute('delete from auth.attempt')
  const all: string[] = []
  for (let i = 0; i < 120; i += 20) {
    const some = Array.from({ length: 20 }, (_, j) => signIn(app, `n${i + j}@example.org`, 'a password', forged(i + j)))
    all.push(...codes(await Promise.all(some)))
  }
  expect([count(all, 'SIGN_IN_FAILED'), count(all, 'TOO_MANY_ATTEMPTS')]).toEqual([100, 20])
})

test('the seconds to wait are told, in the words and as Retry-After', async () => {
  await app.execute('delete from auth.attempt')
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { code message } } }'
  const input = { name: 'wait@example.org', password: 'a password' }
  for (let i = 0; i < 5; i++) await app.ask(query, { input })
  const { status, headers, body } = await app.ask(query, { input })
  const seconds = Number(headers.get('retry-after'))
  expect(status).toBe(200)
  expect(seconds).toBeGreaterThan(880)
  expect(seconds).toBeLessThanOrEqual(900)
  const [error] = (body.data?.signIn as { errors: { code: string; message: string }[] }).errors
  expect(error?.message).toBe(`Tried too often; try again in ${seconds} seconds.`)
})

test('a right password forgets the wrong ones before it', async () => {
  await app.execute('delete from auth.attempt')
  await app.makeAccount('typing@example.org')
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) await signIn(app, 'typing@example.org', 'a wrong password')
    expect((await signIn(app, 'typing@example.org')).errors).toEqual([])
  }
})

test('behind a proxy that is trusted, callers are told apart by what it says', async () => {
  const proxied = await startSignInApp({ beside: app, environment: { TRUSTED_PROXIES: '127.0.0.0/8' } })
  try {
    await app.execute('delete from auth.attempt')
    const tried = async (address: string) => {
      await signIn(proxied, 'proxied@example.org', 'a password', { 'x-forwarded-for': address })
      const rows = await app.execute<{ n: string }>(
        `select count(*)::text n from auth.attempt where key like 'signIn.address%'`,
      )
      return Number(rows[0]?.n)
    }
    expect(await tried('203.0.113.1')).toBe(1)
    expect(await tried('203.0.113.2')).toBe(2)
    expect(await tried('2001:db8:1:2:3::4')).toBe(3)
    // The same subscriber's network.
    expect(await tried('2001:db8:1:2::ffff')).toBe(3)
  } finally {
    await proxied.close()
  }
})

test('the table of attempts names nobody', async () => {
  await signIn(app, 'private@example.org', 'a password')
  const rows = JSON.stringify(await app.execute('select * from auth.attempt'))
  expect(rows).not.toMatch(/example|127\.0\.0\.1|private/)
})
