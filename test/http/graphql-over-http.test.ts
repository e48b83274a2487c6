import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const audits = serverAudits({ url: () => `${app.url}/graphql` })

test('the audit is the whole one', () => {
  expect(audits.length).toBeGreaterThanOrEqual(60)
})

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
  const result = await audit.fn()
  expect(result).toMatchObject({ status: 'ok' })
})
