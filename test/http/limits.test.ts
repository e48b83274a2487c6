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
    ['aliases', `{ ${repeat(400, (i) => `a${i}: __typename`)} }`, 'TOO_MANY_ALIASES'],
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
      'a cycle of fragments beyond a limit',
      `{ guidelines { ...A } } fragment A on GuidelineConnection { ...A ${repeat(60, (i) => `a${i}: totalCount`)} ...A }`,
      'TOO_MANY_ALIASES',
    ],
    [
      'an explosion of fragments',
      `{ guidelines { ...F0 } } ${repeat(30, (i) => `fragment F${i} on GuidelineConnection { ...F${i + 1} ... { ...F${i + 1} } }`)} fragment F30 on GuidelineConnection { totalCount }`,
      'DOCUMENT_TOO_COSTLY',
    ],
    ['inline fragments in one another', nest(480, '{ ... on Query ', '{ __typename }'), null],
    ['more inline fragments in one another', nest(600, '{ ... on Query ', '{ __typename }'), 'DOCUMENT_TOO_DEEP'],
    ['brackets in a text', `{ __type(name: "${'['.repeat(1_990)}") { name } }`, null],
    [
      'introspection in introspection',
      `{ __schema { types { ${nest(20, 'fields { type { ', 'name')} } } } ${'}'.repeat(20)}`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'lists in one another',
      `{ guidelines(orderBy: ${'['.repeat(1500)}${']'.repeat(1500)}) { totalCount } }`,
      'DOCUMENT_TOO_DEEP',
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
        /costs [\d,]+; the limit is 20,000\. Dearest fields: guidelines [\d,]+, guidelines\.nodes \d+/,
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

describe('a refusal has a code, words in the caller’s language, and a place', () => {
  const repeat = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, i) => part(i))
  const chain = (length: number, inner: string) =>
    `categories { directions { ${'children { '.repeat(length)} ${inner} ${'}'.repeat(length + 2)}`
  const costly = 'nodes { categories { directions { children { clause { label } } } } }'
  const tooDeep = {
    extensions: { code: 'DOCUMENT_TOO_DEEP', limit: 15 },
    words: [/deeper than 15 fields/, /嵌套超过 15 层/],
  } as const
  const tooManyAliases = {
    extensions: { code: 'TOO_MANY_ALIASES', limit: 50 },
    words: [/more than 50 aliases/, /别名超过 50 个/],
  } as const
  const tooCostly = {
    extensions: { code: 'DOCUMENT_TOO_COSTLY', limit: 20_000 },
    words: [/costs [\d,]+; the limit is 20,000/, /代价为 [\d,]+，上限为 20,000/],
  } as const
  const badPage = {
    extensions: { code: 'BAD_USER_INPUT', path: ['first'] },
    words: [/"first" must be 0 to 100/, /“first”须为 0 到 100 的整数/],
  } as const

  type Case = {
    query: string
    /** What stands at the place of the error. */
    at: string
    path?: readonly string[]
    extensions: object
    words: readonly [RegExp, RegExp]
  }
  test.each<[string, Case]>([
    [
      'nested too deeply',
      {
        query: `{ guideline(city: "xining", year: 2024) { title ${chain(14, 'code')} } }`,
        at: 'children { children {  code }',
        path: ['guideline', 'categories', 'directions', ...repeat(13, () => 'children')],
        ...tooDeep,
      },
    ],
    [
      'nested too deeply by a fragment that stands elsewhere as well',
      {
        query: `{ guideline(city: "xining", year: 2024) { categories { directions { ...Code } } ...Chain } }
          fragment Chain on Guideline { again: ${chain(11, '...Code')} }
          fragment Code on Direction { children { second: children { code } } }`,
        at: 'second: children',
        path: ['guideline', 'again', 'directions', ...repeat(12, () => 'children'), 'second'],
        ...tooDeep,
      },
    ],
    [
      'too many aliases',
      {
        query: `{ guidelines { nodes { ${repeat(60, (i) => `a${i}: title`).join(' ')} } } }`,
        at: 'a50: title',
        path: ['guidelines', 'nodes', 'a50'],
        ...tooManyAliases,
      },
    ],
    [
      'too many aliases by fragments, those of __typename included',
      {
        query: `{ ...F guidelines { totalCount } b: guidelines { nodes { c: id ...G } } }
          fragment F on Query { ${repeat(40, (i) => `a${i}: __typename`).join(' ')} }
          fragment G on Guideline { ...H ... { ...H } }
          fragment H on Guideline { ${repeat(6, (i) => `h${i}: __typename`).join(' ')} }`,
        at: 'h2: __typename',
        path: ['b', 'nodes', 'h2'],
        ...tooManyAliases,
      },
    ],
    [
      'too many directives',
      {
        query: `{ guidelines { nodes { id ${repeat(51, (i) => `... @skip(if: false) { ${i < 50 ? 'id' : 'title'} }`).join(' ')} } } }`,
        at: '... @skip(if: false) { title }',
        path: ['guidelines', 'nodes'],
        extensions: { code: 'TOO_MANY_DIRECTIVES', limit: 50 },
        words: [/more than 50 directives/, /指令超过 50 个/],
      },
    ],
    [
      'an alias too long',
      {
        query: `{ guidelines { nodes { id ${'a'.repeat(10_000)}: title } } }`,
        at: 'aaaa',
        path: ['guidelines', 'nodes', `${'a'.repeat(32)}…`],
        extensions: { code: 'ALIAS_TOO_LONG', limit: 63 },
        words: [/longer than 63 characters/, /别名超过 63 个字符/],
      },
    ],
    [
      'too long',
      {
        query: `{ ${repeat(2_100, (i) => `f${i}`).join('\n')} }`,
        at: 'f1999',
        extensions: { code: 'DOCUMENT_TOO_LONG', limit: 2_000 },
        words: [/more than 2000 tokens/, /超过 2000 个词法单元/],
      },
    ],
    [
      'too costly by a page',
      {
        query: `{ all: guidelines(first: 1000000) { ${costly} } }`,
        at: 'all: guidelines',
        path: ['all'],
        ...tooCostly,
        extensions: { ...tooCostly.extensions, path: ['first'] },
      },
    ],
    [
      'too costly by a page from a variable, beside others',
      {
        query: `query ($n: Int = 101) { b: guidelines(first: 3) { ${costly} } c: guidelines(last: $n) { ${costly} } }`,
        at: 'c: guidelines',
        path: ['c'],
        ...tooCostly,
        extensions: { ...tooCostly.extensions, path: ['last'] },
      },
    ],
    [
      'too costly without a page',
      {
        query: `{ guidelines { totalCount } ${repeat(5, (i) => `g${i}: guidelines { ${costly} }`).join(' ')} }`,
        at: 'g0: guidelines',
        path: ['g0'],
        ...tooCostly,
      },
    ],
    [
      'fragments that multiply',
      {
        query: `{ guidelines { totalCount } b: guidelines { ...F0 } }
          ${repeat(20, (i) => `fragment F${i} on GuidelineConnection { ...F${i + 1} ... { ...F${i + 1} } }`).join(' ')}
          fragment F20 on GuidelineConnection { totalCount }`,
        at: '',
        path: ['b'],
        extensions: { code: 'DOCUMENT_TOO_COSTLY', limit: 10_000 },
        words: [/more than 10,000 fields/, /超过 10,000 个字段/],
      },
    ],
    ...[-1, 101, 1_000_000].map((size): [string, Case] => [
      `a page of ${size}`,
      { query: `{ all: guidelines(first: ${size}) { totalCount } }`, at: 'all: guidelines', path: ['all'], ...badPage },
    ]),
  ])('%s', async (_what, { query, at, path, extensions, words }) => {
    for (const [language, message] of [
      ['en', words[0]],
      ['zh-CN', words[1]],
    ] as const) {
      const { body } = await ask(app.url, { query }, { 'accept-language': language })
      expect(body.errors).toMatchObject([{ message: expect.stringMatching(message), extensions }])
      const [error] = body.errors ?? []
      const [place] = error?.locations as [{ line: number; column: number }]
      const there = query.split('\n')[place.line - 1]?.slice(place.column - 1)
      expect(there?.slice(0, at.length)).toBe(at)
      expect(error?.path).toEqual(path)
    }
  })
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
