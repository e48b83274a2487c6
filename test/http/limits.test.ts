import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../server/http/limits.js'
import { startTestApp, type TestApp } from '../support/test-app.js'
import { type Answer, ask } from './ask.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  // The first request compiles what later ones find ready.
  await ask(app.url, { query: '{ guidelines(first: 1) { nodes { title } } }' })
})
afterAll(() => app.close())

const strict = { accept: 'application/graphql-response+json' }

describe('bombs are refused, and others don’t wait for it', () => {
  const repeat = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => part(i)).join(' ')
  const nest = (depth: number, open: string, inner: string) => `${open.repeat(depth)}${inner}${'}'.repeat(depth)}`
  const inGuideline = (selection: string) => `{ guidelines { nodes { ${selection} } } }`

  test.each([
    [
      'depth',
      inGuideline(nest(80, 'categories { directions { children { ', 'code') + '}'.repeat(160)),
      'DOCUMENT_TOO_DEEP',
    ],
    [
      'depth in fragments',
      `${inGuideline('categories { directions { ...F0 } }')} ${repeat(60, (i) => `fragment F${i} on Direction { children { ...F${i + 1} } }`)} fragment F60 on Direction { code }`,
      'DOCUMENT_TOO_DEEP',
    ],
    ['aliases', `{ ${repeat(400, (i) => `a${i}: __typename`)} }`, null],
    ['aliases of reads', `{ ${repeat(100, (i) => `a${i}: guidelines { totalCount }`)} }`, 'TOO_MANY_ALIASES'],
    ['fields a thousand times', `{ guidelines { ${repeat(1900, () => 'totalCount')} } }`, null],
    [
      'fields in conflict',
      `{ guidelines { nodes { ${repeat(600, (i) => `x: ${i % 2 ? 'year' : 'edition'}`)} } } }`,
      'TOO_MANY_ALIASES',
    ],
    ['10,000 directives', `{ __typename ${repeat(10_000, () => '@skip(if: false)')} }`, 'DOCUMENT_TOO_LONG'],
    ['directives', `{ ${repeat(200, () => '__typename @skip(if: false)')} }`, 'TOO_MANY_DIRECTIVES'],
    [
      'a cycle of fragments',
      '{ guidelines { ...A } } fragment A on GuidelineConnection { ...B } fragment B on GuidelineConnection { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an explosion of fragments',
      `{ guidelines { ...F0 } } ${repeat(30, (i) => `fragment F${i} on GuidelineConnection { ...F${i + 1} ... { ...F${i + 1} } }`)} fragment F30 on GuidelineConnection { totalCount }`,
      'DOCUMENT_TOO_COSTLY',
    ],
    ['inline fragments in one another', nest(600, '{ ... on Query ', '{ __typename }'), null],
    [
      'introspection in introspection',
      `{ __schema { types { ${nest(20, 'fields { type { ', 'name')} } } } ${'}'.repeat(20)}`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'lists in one another',
      `{ guidelines(orderBy: ${'['.repeat(1500)}${']'.repeat(1500)}) { totalCount } }`,
      'DOCUMENT_TOO_LONG',
    ],
    [
      'a long list of literals',
      `{ guidelines(orderBy: [${repeat(300, () => '{field: YEAR}')}]) { totalCount } }`,
      null,
    ],
    ['a megabyte of text', `{ guidelines { totalCount } } # ${'x'.repeat(1_000_000)}`, null],
  ])('%s', async (_what, query, code) => {
    // The event loop is blocked for the thread's processor time at most, which other programs don't lengthen.
    const before = process.threadCpuUsage()
    const answer = await ask(app.url, { query }, strict)
    const { user, system } = process.threadCpuUsage(before)
    if (code) expect(answer.body.errors?.map(({ extensions }) => extensions.code)).toContain(code)
    else expect([200, 400]).toContain(answer.status)
    expect((user + system) / 1000).toBeLessThan(200)
  })

  test('variables that drive list sizes', async () => {
    const query =
      'query ($n: Int!) { guidelines(first: $n) { nodes { categories { directions { children { clause { label } } } } } } }'
    const small = await ask(app.url, { query, variables: { n: 1 } })
    expect(small.body.errors).toBeUndefined()
    const large = await ask(app.url, { query, variables: { n: 100 } }, strict)
    expectTooCostly(large)
    const cost = small.body.extensions?.cost.requested ?? 0
    expect(large.body.errors?.[0]?.extensions.requested).toBeGreaterThan(95 * cost)
    expect(large.body.errors?.[0]?.extensions.fields).toMatchObject([
      { path: 'guidelines' },
      { path: 'guidelines.nodes' },
      { path: 'guidelines.nodes.categories' },
      { path: 'guidelines.nodes.categories.directions' },
      { path: 'guidelines.nodes.categories.directions.children' },
      { path: 'guidelines.nodes.categories.directions.children.clause' },
    ])
    // What was measured for one value must not be remembered for another.
    expectTooCostly(await ask(app.url, { query, variables: { n: 100 } }, strict))
  })

  test('a default value counts as well, and so does a skipped part not', async () => {
    const deep = 'nodes { categories { directions { children { clause { label } } } } }'
    expectTooCostly(
      await ask(app.url, { query: `query ($n: Int = 100) { guidelines(first: $n) { ${deep} } }` }, strict),
    )
    const query = `query ($with: Boolean!) { guidelines(first: 100) { totalCount ... @include(if: $with) { ${deep} } } }`
    expectTooCostly(await ask(app.url, { query, variables: { with: true } }, strict))
    const without = await ask(app.url, { query, variables: { with: false } })
    expect(without.body.errors).toBeUndefined()
  })

  function expectTooCostly({ status, body }: Answer) {
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringMatching(
        /costs \d+; the limit is 20000\. Dearest fields: guidelines \d+, guidelines\.nodes \d+/,
      ),
      extensions: { code: 'DOCUMENT_TOO_COSTLY', limit: limits.cost },
    })
    expect(status).toBe(400)
  }
})

test('every answer tells its cost', async () => {
  const one = await ask(app.url, { query: '{ guideline(city: "xining", year: 2024) { title categories { code } } }' })
  expect(one.body.extensions?.cost).toEqual({ requested: 6, remaining: limits.cost - 6 })
  const none = await ask(app.url, { query: '{ nothing }' })
  expect(none.body.extensions?.cost).toEqual({ requested: 0, remaining: limits.cost })
})

test('an alias may be as long as PostgreSQL keeps names', async () => {
  const query = (length: number) => `{ ${'a'.repeat(length)}: guidelines { totalCount } }`
  const fits = await ask(app.url, { query: query(63) })
  expect(fits.body.data).toEqual({ ['a'.repeat(63)]: { totalCount: 1 } })
  const tooLong = await ask(app.url, { query: query(64) }, strict)
  expect(tooLong.body.errors).toMatchObject([
    {
      message: expect.stringContaining('the database cuts longer names'),
      extensions: { code: 'ALIAS_TOO_LONG', limit: 63 },
    },
  ])
})

test('introspection as GraphiQL and code generators ask it stays within the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql')
  const query = getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  })
  expect((await ask(app.url, { query })).body.errors).toBeUndefined()
})
