import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

test('the service is ready on a copy of the migrated template', async () => {
  const response = await fetch(`${app.url}/readyz`)
  expect(response.status).toBe(200)
})

test('two copies are two databases', async () => {
  const other = await startTestApp()
  expect(other.database.url).not.toBe(app.database.url)
  await other.close()
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
})
