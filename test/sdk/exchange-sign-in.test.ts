import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../sdk/src/index.js'
import { type OidcApp, startOidcApp } from '../account/oidc-app.js'
import { newVerifier } from '../account/oidc-browser.js'

let oidc: OidcApp
beforeAll(async () => {
  oidc = await startOidcApp()
})
afterAll(() => oidc.close())

test('a client ends a sign-in at an identity provider, and is known from then on', async () => {
  const { auth } = createClient({ url: `${oidc.app.url}/graphql` })
  const { code, verifier } = await oidc.visit(oidc.newPerson('sdk'))
  expect(await auth.exchangeSignIn({ code, verifier: newVerifier().verifier })).toMatchObject({
    status: 'refused',
    errors: [{ code: 'SIGN_IN_EXPIRED' }],
  })
  expect(await auth.session()).toBeNull()
  const again = await oidc.visit('sdk')
  const kept = { code: again.code, verifier: again.verifier }
  expect(await auth.exchangeSignIn(kept)).toEqual({ status: 'signed-in', expiresAt: expect.any(String) })
  expect(await auth.session()).toMatchObject({ account: { email: 'sdk@example.org' } })
  // The verifier of the page that began was right, and the code was taken before.
  expect((await auth.exchangeSignIn(kept)).status).toBe('refused')
  expect(verifier).not.toBe(again.verifier)
})
