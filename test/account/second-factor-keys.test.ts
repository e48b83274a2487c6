import { afterAll, beforeAll, expect, test } from 'vitest'
import { countSecondFactorsUnder, rewriteSecondFactors } from '../../server/account/rewrite-second-factors.js'
import { newKey, newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { enrol, passSecondFactor, type SignInApp, signIn, startSignInApp, tokenOf } from './sign-in-app.js'

const keys = newKeySet()
let app: SignInApp
beforeAll(async () => {
  app = await startSignInApp({ keyring: new Keyring(keys) })
})
afterAll(() => app.close())

test('second factors outlive the session key that they were enrolled under', async () => {
  await app.makeAccount('rotated@example.org')
  const { code, recoveryCodes } = await enrol(app, await tokenOf(app, 'rotated@example.org'))
  const pass = async (input: object) => {
    const challenge = (await signIn(app, 'rotated@example.org')).secondFactor?.challenge
    return (await passSecondFactor(app, { challenge, ...input })).errors
  }
  const former = keys.purposes.session.map((key) => ({ ...key, state: 'readable' as const }))
  const next = newKey('session', 'current', new Date())
  const ids = former.map(({ id }) => id)
  const em = app.orm.em.fork()
  expect(await rewriteSecondFactors(em, app.keyring)).toBe(0)
  expect(await countSecondFactorsUnder(em, ids)).toBe(1)

  app.keyring.replace({ ...keys, purposes: { ...keys.purposes, session: [...former, next] } })
  expect(await pass({ code: code() })).toEqual([])
  expect(await rewriteSecondFactors(em, app.keyring)).toBe(1)
  expect([await countSecondFactorsUnder(em, ids), await countSecondFactorsUnder(em, [next.id])]).toEqual([0, 1])

  app.keyring.replace({ ...keys, purposes: { ...keys.purposes, session: [next] } })
  expect(await pass({ recoveryCode: recoveryCodes[0] })).toEqual([])
  expect(await pass({ code: code(1) })).toEqual([])
})
