import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './ask.js'
import { type LoggedApp, startLoggedApp } from './start-logged-app.js'

let app: LoggedApp
beforeAll(async () => {
  app = await startLoggedApp()
  // A fault that no caller can be blamed for: the tables are gone under the running server.
  await app.orm.em.getConnection().execute('alter schema public rename to elsewhere')
})
afterAll(() => app.close())

const faults = [
  ['a read', '{ guideline(city: "xining", year: 2024) { title } }'],
  ['a read of what can’t be null', '{ guidelines { totalCount } }'],
  ['a verdict', '{ checkEligibility(input: {city: "xining", year: 2024}) { errors { code } } }'],
] as const

test.each(faults)('a fault of ours in %s is masked, and named for the log', async (_what, query) => {
  const { body, headers } = await ask(app.url, { query })
  const requestId = headers.get('x-request-id') ?? ''
  expect(body.errors).toMatchObject([
    { message: expect.stringContaining(requestId), extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } },
  ])
  expect(JSON.stringify(body)).not.toMatch(/relation|select \w|\.[jt]s:|stack|42P01/i)

  const lines = app
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const line = lines.find((candidate) => candidate.requestId === requestId && candidate.msg === 'masked error')
  expect(line).toMatchObject({
    error: { code: '42P01', stack: expect.arrayContaining([expect.stringMatching(/^\s+at /)]) },
  })
  expect(JSON.stringify(line)).not.toMatch(/select \w|xining/i)
})

test('in Chinese, too', async () => {
  const { body } = await ask(app.url, { query: faults[0][1] }, { 'accept-language': 'zh' })
  expect(body.errors?.[0]?.message).toMatch(/^服务器内部错误。.*请求编号/)
})
