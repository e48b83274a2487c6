import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { someNastyText } from '../torture/nasty-text.js'
import { type GuidelineServices, startGuidelineServices } from './guideline-services.js'

let services: GuidelineServices
beforeAll(async () => {
  services = await startGuidelineServices()
})
afterAll(() => services.close())

const base64url = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const list = 'Guideline city.code id'

describe('pages that can not be are refused, with code and path, in the language asked for', () => {
  test.each<[string, string, RegExp, RegExp]>([
    ['first: 101', 'first', /0 到 100/, /0 to 100, not 101/],
    ['first: -1', 'first', /0 到 100/, /0 to 100, not -1/],
    ['last: 101', 'last', /0 到 100/, /0 to 100, not 101/],
    ['first: 1, last: 1', 'last', /不能同时使用/, /not both/],
    ['after: ""', 'after', /不是.*游标/, /is not a cursor/],
    ['before: "nonsense"', 'before', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url('[')}"`, 'after', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url({})}"`, 'after', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url([list, 'a'])}"`, 'after', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url([list, 'a', 'b', 'c'])}"`, 'after', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url([list, null, 'b'])}"`, 'after', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url([list, 'a\0', 'b'])}"`, 'after', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url(`["${list}", "\\ud800", "b"]`)}"`, 'after', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url([list, 1, 'b'])}"`, 'after', /不是.*游标/, /is not a cursor/],
    [`after: "${base64url(['Clause id', 'b'])}"`, 'after', /不是.*游标/, /is not a cursor/],
  ])('%s', async (args, path, chinese, english) => {
    const query = `{ guidelines(orderBy: [{field: CITY}] ${args}) { nodes { id } } }`
    for (const [language, message] of [
      ['zh-CN', chinese],
      ['en', english],
    ] as const) {
      const { data, errors } = await services.both({ query, language })
      expect(data).toBeNull()
      expect(errors).toHaveLength(1)
      expect(errors?.[0]?.message).toMatch(message)
      expect(errors?.[0]).toMatchObject({ path: ['guidelines'], extensions: { code: 'BAD_USER_INPUT', path: [path] } })
    }
  })

  test.each([
    ['YEAR', '2147483648'],
    ['YEAR', '1e3'],
    ['YEAR', "1'; drop table guideline"],
    ['IMPORTED_AT', '2024-01-01'],
    ['IMPORTED_AT', '2024-02-30T00:00:00'],
    ['IMPORTED_AT', '0000-01-01T00:00:00'],
    ['IMPORTED_AT', 'tomorrow'],
  ])('a cursor by %s with %s', async (field, value) => {
    const name = field === 'YEAR' ? 'year' : 'importedAt'
    const after = base64url([`Guideline ${name} id`, value, 'x'])
    const query = `{ guidelines(orderBy: [{field: ${field}}], after: "${after}") { nodes { id } } }`
    const { errors } = await services.both({ query })
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path: ['after'] })
  })

  test('the cursor of another order', async () => {
    const { data } = await services.both({
      query: '{ guidelines(orderBy: [{field: YEAR}]) { pageInfo { endCursor } } }',
    })
    const { endCursor } = (data as { guidelines: { pageInfo: { endCursor: string } } }).guidelines.pageInfo
    const after = (order: string) => ({
      query: `{ guidelines(orderBy: [{field: YEAR, direction: ${order}}], after: "${endCursor}") { totalCount } }`,
    })
    expect((await services.both(after('ASC'))).errors).toBeUndefined()
    expect((await services.both(after('DESC'))).errors?.[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      path: ['after'],
    })
  })
})

describe('values that the database can not hold match nothing', () => {
  const query = `query ($text: String!, $id: ID!) { node(id: $id) { id } guidelines(filter: {city: $text}) { totalCount } }`
  test.each([
    ['NUL', 'xining\0'],
    ['half of a surrogate pair', 'xining\ud800'],
    ['the other half', '\udc00'],
  ])('%s', async (_name, text) => {
    const { data, errors } = await services.both({ query, variables: { text, id: `Guideline:${text}` } })
    expect(errors).toBeUndefined()
    expect(data).toEqual({ node: null, guidelines: { totalCount: 0 } })
  })

  test('an id longer than any, and ids of types that have none', async () => {
    for (const id of [
      `Guideline:${'x'.repeat(100_000)}`,
      'Guideline',
      ':',
      '',
      'Query:1',
      'City:xining',
      'toString:1',
      '__proto__:1',
    ]) {
      expect(
        (await services.both({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id } })).data,
      ).toEqual({ node: null })
    }
  })
})

test('text from outside stays text, wherever it goes', async () => {
  const query = `query ($text: String!, $id: ID!) {
    guideline(city: $text, year: 2024) { id } node(id: $id) { id } guidelines(filter: {city: $text}) { totalCount } }`
  const page = 'query ($text: String!) { guidelines(after: $text) { totalCount } }'
  await fc.assert(
    fc.asyncProperty(someNastyText, async (given) => {
      const variables = { text: given, id: `Clause:${given}` }
      const { data, errors } = await services.both({ query, variables })
      expect(data).toEqual({ guideline: null, node: null, guidelines: { totalCount: 0 } })
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GUIDELINE_NOT_FOUND'])
      const refused = await services.both({ query: page, variables: { text: given } })
      expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
    }),
    { numRuns: 100 },
  )
  const { data } = await services.both({ query: '{ guidelines { totalCount } }' })
  expect(data).toEqual({ guidelines: { totalCount: 62 } })
}, 60_000)

test('a page of a million rows is refused for its cost', async () => {
  const { errors } = await services.both({ query: '{ guidelines(first: 1000000) { nodes { id } } }' })
  expect(errors?.[0]?.extensions.code).toBe('DOCUMENT_TOO_COSTLY')
})

test('a number beyond int4 is refused before it comes to the database', async () => {
  const { errors } = await services.both({ query: '{ guideline(city: "xining", year: 3000000000) { id } }' })
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

test('a default that a variable can not have is refused with the variable’s name', async () => {
  const query = 'query ($filter: GuidelineFilter = {year: "x"}) { guidelines(filter: $filter) { totalCount } }'
  const { errors } = await services.both({ query })
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path: ['filter', 'year'] })
})

test('a literal that an amount can not have is refused with the place where it stands', async () => {
  const query =
    '{ checkEligibility(input: {city: "xining", year: 2024, facts: {budget: {labour: {total: 1}}}}) { errors { code } } }'
  const { errors } = await services.both({ query })
  const path = ['input', 'facts', 'budget', 'labour', 'total']
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', path }])
})
