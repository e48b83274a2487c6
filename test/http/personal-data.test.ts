import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './ask.js'
import { type LoggedApp, startLoggedApp } from './start-logged-app.js'

let app: LoggedApp
beforeAll(async () => {
  app = await startLoggedApp()
})
afterAll(() => app.close())

/** Valid by their check digits, and nobody's: GB 11643's own example, and numbers kept for tests. */
const canaries = ['11010519491231002X', '53010219200508011X', '91350100M000100Y43', '13800138000', '王小明']

const check =
  'query ($input: CheckEligibilityInput!) { checkEligibility(input: $input) { errors { code message path } } }'
const input = (facts: unknown) => ({ city: 'xining', year: 2024, facts })

/** Every place where a careless client may put personal data. */
const carelessRequests: [string, (canary: string) => Parameters<typeof ask>[1]][] = [
  ['an integer', (id) => ({ query: check, variables: { input: input({ applicant: { ongoingProjects: id } }) } })],
  ['a truth value', (id) => ({ query: check, variables: { input: input({ leader: { onStaff: id } }) } })],
  ['an enum', (id) => ({ query: check, variables: { input: input({ applicant: { kind: id } }) } })],
  ['a date', (id) => ({ query: check, variables: { input: input({ leader: { birthDate: id } }) } })],
  ['an amount', (id) => ({ query: check, variables: { input: input({ budget: { expenditure: { total: id } } }) } })],
  [
    'an amount as a number',
    (id) => ({
      query: check,
      variables: { input: input({ budget: { direct: { total: Number.parseInt(id, 10) || 1 } } }) },
    }),
  ],
  ['an object', (id) => ({ query: check, variables: { input: id } })],
  ['a list', (id) => ({ query: check, variables: { input: input({ personnel: [[id], { birthDate: [id] }] }) } })],
  ['an unknown fact', (id) => ({ query: check, variables: { input: input({ applicant: { idNumber: id } }) } })],
  ['a fact named so', (id) => ({ query: check, variables: { input: input({ applicant: { [`n${id}`]: 1 } }) } })],
  ['a missing field beside it', (id) => ({ query: check, variables: { input: { city: id } } })],
  ['a city', (id) => ({ query: check, variables: { input: { ...input({}), city: id } } })],
  ['an argument of a query', (id) => ({ query: `{ guideline(city: "${id}", year: 2024) { title } }` })],
  ['a category', (id) => ({ query: check, variables: { input: { ...input({}), category: id } } })],
  ['an unused variable', (id) => ({ query: '{ __typename }', variables: { [`v${id}`]: id } })],
  ['a variable’s name', (id) => ({ query: `query ($n${id}: Int!) { guidelines(first: $n${id}) { totalCount } }` })],
  ['a literal integer', (id) => ({ query: `{ guideline(city: "xining", year: "${id}") { title } }` })],
  ['a literal enum', (id) => ({ query: `{ guidelines(orderBy: {field: X${id}}) { totalCount } }` })],
  ['a literal string', (id) => ({ query: `{ enumLabels(name: ["${id}"]) { value } }` })],
  ['a cursor', (id) => ({ query: `{ guidelines(after: "${id}") { totalCount nodes { id } } }` })],
  ['an id', (id) => ({ query: `{ paperDeadline(call: "${id}") { errors { message } } }` })],
  ['a field', (id) => ({ query: `{ f${id} }` })],
  ['an argument’s name', (id) => ({ query: `{ guidelines(a${id}: 1) { totalCount } }` })],
  ['a directive', (id) => ({ query: `{ __typename @d${id} }` })],
  ['a type', (id) => ({ query: `query ($a: T${id}) { __typename }` })],
  ['a fragment', (id) => ({ query: `{ ...F${id} }` })],
  ['an operation', (id) => ({ query: `query Q${id} { __typename }` })],
  ['an operation asked for', (id) => ({ query: '{ __typename }', operationName: id })],
  ['a syntax error', (id) => ({ query: `{ guideline(city: "xining" "${id}") }` })],
  ['a syntax error with a block string', (id) => ({ query: `{ guideline """\n a "${id}" b\n""" }` })],
  ['a bare word', (id) => ({ query: `${id} { __typename }` })],
  ['an unterminated string', (id) => ({ query: `{ guideline(city: "${id}` })],
  ['a number with letters', (id) => ({ query: `{ guideline(city: "xining", year: ${id}abc) { title } }` })],
  ['broken JSON', (id) => `{"query": "{ __typename }", "variables": {"id": ${id}x}}`],
  ['text', (id) => id],
]

test.each(carelessRequests)('%s comes back in no error', async (_where, make) => {
  for (const canary of canaries) {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      for (const language of ['zh-CN', 'en']) {
        const answer = await ask(app.url, make(canary), { accept, 'accept-language': language })
        expect(answer.status).toBeLessThan(500)
        expect(JSON.stringify(answer.body.errors ?? []), `${canary} in an error`).not.toContain(canary)
        expect(JSON.stringify(answer.body.data ?? {}), `${canary} in a refusal`).not.toContain(canary)
      }
    }
  }
})

test('nothing of it is in the log, where each of these requests has its line', async () => {
  for (const canary of canaries) {
    const header = encodeURIComponent(canary)
    await fetch(`${app.url}/${canary}?id=${canary}`, { headers: { 'x-id': header, cookie: `id=${header}` } })
    await fetch(`${app.url}/graphql?query=${encodeURIComponent(`{ f${canary} }`)}`)
    for (const [, make] of carelessRequests) await ask(app.url, make(canary), { authorization: `Bearer ${header}` })
  }
  const lines = app.log().trim().split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(canaries.length * (carelessRequests.length + 2))
  for (const canary of canaries) {
    expect(app.log()).not.toContain(canary)
    expect(app.log()).not.toContain(encodeURIComponent(canary))
  }
  expect(app.log()).not.toMatch(/127\.0\.0\.1|variables|checkEligibility|__typename|bearer/i)
})

test('a line tells method, path, operation, status, time, cost and codes', async () => {
  await ask(app.url, { query: 'query Known { guideline(city: "xining", year: 1999) { title } }' })
  const line = JSON.parse(app.log().trim().split('\n').at(-1) ?? '{}')
  expect(line).toMatchObject({
    msg: 'request',
    method: 'POST',
    path: '/graphql',
    operation: 'Known',
    status: 200,
    cost: 1,
    errors: ['GUIDELINE_NOT_FOUND'],
    requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    ms: expect.any(Number),
  })
})
