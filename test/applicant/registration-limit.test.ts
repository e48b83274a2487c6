import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { madeUpCode, mutate, registered, registration } from './registrations.js'

/* Whoever registers an organisation is told if its credit code is taken: nobody is to ask that of all codes. */

let app: AccessApp
beforeAll(async () => {
  app = await startAccessApp()
})
afterAll(() => app.close())

const codesOf = async (account: string, creditCode: string) =>
  (await mutate(app, account, 'registerApplicant', registration({ creditCode }))).errors.map(({ code }) => code)

async function times<Result>(count: number, act: (index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let i = 0; i < count; i++) results.push(await act(i))
  return results
}

test('an account tries twenty codes within an hour, whether it registers them or not', async () => {
  const account = await app.makeAccount()
  const owner = await app.makeAccount()
  const taken = madeUpCode()
  await registered(app, owner, { creditCode: taken })
  // What has a wrong form tells nothing, and isn't counted.
  await times(5, async () => expect(await codesOf(account, '91350100M000100Y40')).toEqual(['CREDIT_CODE_CHECK_DIGIT']))
  await times(3, async () => expect(await codesOf(account, madeUpCode())).toEqual([]))
  await times(17, async () => expect(await codesOf(account, taken)).toEqual(['CREDIT_CODE_TAKEN']))
  expect(await codesOf(account, taken)).toEqual(['TOO_MANY_ATTEMPTS'])
  expect(await codesOf(account, madeUpCode())).toEqual(['TOO_MANY_ATTEMPTS'])
  expect(await app.execute('select from member where account_id = ?', [account])).toHaveLength(3)
  // Another account of the same office goes on.
  expect(await codesOf(owner, taken)).toEqual(['CREDIT_CODE_TAKEN'])
})

test('parallel tries count, too', async () => {
  const account = await app.makeAccount()
  const taken = madeUpCode()
  await registered(app, await app.makeAccount(), { creditCode: taken })
  const answers = await Promise.all(Array.from({ length: 40 }, () => codesOf(account, taken)))
  expect(answers.filter(([code]) => code === 'CREDIT_CODE_TAKEN')).toHaveLength(20)
  expect(answers.filter(([code]) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(20)
})

test('an address tries two hundred, with however many accounts', async () => {
  const taken = madeUpCode()
  await registered(app, await app.makeAccount(), { creditCode: taken })
  const accounts = await times(11, () => app.makeAccount())
  const answers = await Promise.all(
    accounts.flatMap((account) => Array.from({ length: 20 }, () => codesOf(account, taken))),
  )
  expect(answers.filter(([code]) => code === 'TOO_MANY_ATTEMPTS').length).toBeGreaterThanOrEqual(20)
  expect(await codesOf(await app.makeAccount(), taken)).toEqual(['TOO_MANY_ATTEMPTS'])
})
