import { GraphQLObjectType, GraphQLScalarType, GraphQLSchema } from 'graphql'
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

/** What the log says of the error behind the request's masked one. */
const maskedLine = ({ log }: LoggedApp, requestId: string) =>
  log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .find((line) => line.requestId === requestId && line.msg === 'masked error')

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

  const line = maskedLine(app, requestId)
  expect(line).toMatchObject({
    error: { code: '42P01', stack: expect.arrayContaining([expect.stringMatching(/^\s+at /)]) },
  })
  expect(JSON.stringify(line)).not.toMatch(/select \w|xining/i)
})

test('in Chinese, too', async () => {
  const { body } = await ask(app.url, { query: faults[0][1] }, { 'accept-language': 'zh' })
  expect(body.errors?.[0]?.message).toMatch(/^服务器内部错误。.*请求编号/)
})

test('an answer that can’t be written is masked, and named for the log', async () => {
  const Unwritable = new GraphQLScalarType({ name: 'Unwritable', serialize: () => 1n })
  const fields = { secret: { type: Unwritable, resolve: () => 1 } }
  const strange = await startLoggedApp({
    schema: new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) }),
  })
  const { status, body, headers } = await ask(strange.url, { query: '{ secret }' })
  const requestId = headers.get('x-request-id') ?? ''
  expect(status).toBe(500)
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(body).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }] })
  expect(maskedLine(strange, requestId)).toMatchObject({ error: { kind: 'TypeError' } })
  await strange.close()
})
