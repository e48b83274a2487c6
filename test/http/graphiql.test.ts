import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examples } from '../../server/http/graphiql-examples.js'
import { startTestApp, type TestApp } from '../support/test-app.js'
import { ask } from './ask.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const named = examples.map((example) => [/query (\w+)/.exec(example.query)?.[1] ?? '', example] as const)

test.each(named)('%s gives an answer without errors', async (_name, example) => {
  const { status, body } = await ask(app.url, example)
  expect(body.errors).toBeUndefined()
  expect(status).toBe(200)
  for (const payload of Object.values(body.data ?? {})) {
    expect(payload).not.toBeNull()
    expect((payload as { errors?: unknown[] }).errors ?? []).toEqual([])
  }
})

describe('GraphiQL', () => {
  const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

  test('is what a browser gets, at the root as well', async () => {
    for (const path of ['/', '/graphql']) {
      const response = await fetch(`${app.url}${path}`, { headers: asBrowser })
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(new URL(response.url).pathname).toBe('/graphql')
    }
  })

  test('is made of files of this server alone', async () => {
    const response = await fetch(`${app.url}/graphql`, { headers: asBrowser })
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).not.toMatch(/https?:|unsafe-eval|\*/)
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
    const files = addresses.filter((address) => !address.startsWith('data:'))
    expect(files).toEqual(['/graphiql/graphiql.css', '/graphiql/graphiql.js', '/graphiql/start.js'])
    for (const file of [...files, '/graphiql/editorWorkerService.js', '/graphiql/json.js', '/graphiql/graphql.js']) {
      const { status, headers } = await fetch(`${app.url}${file}`)
      expect([status, headers.get('content-encoding')]).toEqual([200, 'gzip'])
      expect(headers.get('content-type')).toMatch(file.endsWith('.css') ? /^text\/css/ : /^text\/javascript/)
    }
    const start = await (await fetch(`${app.url}/graphiql/start.js`)).text()
    for (const [name] of named) expect(start).toContain(`query ${name}`)
    expect((await fetch(`${app.url}/graphiql/..%2fgraphiql.js`)).status).toBe(404)
  }, 20_000)
})
