import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LoggedApp, startLoggedApp } from './start-logged-app.js'

const body = JSON.stringify({ query: '{ __typename }' })
const friend = 'https://portal.example'

function preflight(url: string, origin: string) {
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
  return fetch(`${url}/graphql`, { method: 'OPTIONS', headers })
}

describe('without CORS_ORIGINS', () => {
  let app: LoggedApp
  beforeAll(async () => {
    app = await startLoggedApp()
  })
  afterAll(() => app.close())

  test('no other site is allowed in', async () => {
    const response = await preflight(app.url, friend)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('with CORS_ORIGINS', () => {
  let app: LoggedApp
  beforeAll(async () => {
    app = await startLoggedApp({ corsOrigins: [friend] })
  })
  afterAll(() => app.close())

  test('pages of a listed origin may ask and read', async () => {
    const asked = await preflight(app.url, friend)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(friend)
    expect(asked.headers.get('access-control-allow-headers')).toContain('content-type')
    const headers = { origin: friend, 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }
    const answered = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body })
    expect(answered.headers.get('access-control-allow-origin')).toBe(friend)
    expect(answered.headers.get('vary')).toContain('Origin')
    const got = await fetch(`${app.url}/graphql?query=%7B__typename%7D`, {
      headers: { origin: friend, 'sec-fetch-site': 'cross-site' },
    })
    expect(got.status).toBe(200)
  })

  test('with the cookie of a session, and only they', async () => {
    const asked = await preflight(app.url, friend)
    expect(asked.headers.get('access-control-allow-credentials')).toBe('true')
    const headers = { origin: friend, 'content-type': 'application/json' }
    const answered = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body })
    expect(answered.headers.get('access-control-allow-credentials')).toBe('true')
    const refused = await preflight(app.url, 'https://evil.example')
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    expect(refused.headers.get('access-control-allow-credentials')).toBeNull()
  })
})
