import { afterAll, beforeAll, expect, test } from 'vitest'
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
