import { expect, test } from 'vitest'
import { identityProviderOf } from '../../server/account/oidc-settings.js'
import { checkProductionSettings } from '../../server/check-production.js'
import { loadConfig } from '../../server/config.js'
import { startSignInApp } from './sign-in-app.js'

const given = {
  OIDC_ISSUER: 'https://id.example.cn',
  OIDC_CLIENT_ID: 'shenbao',
  OIDC_CLIENT_SECRET: 'hush',
  OIDC_NAME: '示例平台',
}

test('without them there is no such sign-in', async () => {
  expect(identityProviderOf(loadConfig({}))).toBeUndefined()
  const plain = await startSignInApp()
  const { body } = await plain.ask('{ identityProvider { name } }')
  expect(body.data).toEqual({ identityProvider: null })
  expect((await fetch(`${plain.url}/auth/oidc/start?return=%2F`)).status).toBe(404)
  await plain.close()
})

test.each(Object.keys(given))('without %s the service doesn’t start', (name) => {
  const start = () => identityProviderOf(loadConfig({ ...given, [name]: '' }))
  expect(start).toThrow(`not complete: ${name} missing`)
  expect(start).not.toThrow('hush')
})

test('the provider is asked over https only, but for one on this machine, and in production always', () => {
  expect(identityProviderOf(loadConfig(given))?.issuer).toBe('https://id.example.cn')
  for (const issuer of [
    'http://id.example.cn',
    'http://127.0.0.1.evil.example',
    'https://id.example.cn?a=b',
    'ftp://localhost',
  ]) {
    expect(() => loadConfig({ ...given, OIDC_ISSUER: issuer }), issuer).toThrow('OIDC_ISSUER')
  }
  const local = loadConfig({ ...given, OIDC_ISSUER: 'http://localhost:3000', DEPLOYMENT: 'production' })
  expect(identityProviderOf(local)?.issuer).toBe('http://localhost:3000')
  expect(() => checkProductionSettings(local)).toThrow('OIDC_ISSUER has to be an https address')
  const remote = loadConfig({ ...given, DEPLOYMENT: 'production' })
  expect(() => checkProductionSettings(remote)).not.toThrow('OIDC_ISSUER')
})
