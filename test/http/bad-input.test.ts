import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.js'
import { type Answer, ask, request } from './ask.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

/** What every refusal has: a sentence, a code, and nothing of the server's inside. */
function expectRefusal({ status, body }: Answer, expected: { status: number; code: string; message: RegExp }) {
  expect(body.errors?.[0]).toMatchObject({
    message: expect.stringMatching(expected.message),
    extensions: { code: expected.code },
  })
  expect(status).toBe(expected.status)
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|\.js:|stack|select /)
}

const strict = { accept: 'application/graphql-response+json' }

describe('requests that are none', () => {
  test.each([
    ['an empty body', '', 400, 'BAD_REQUEST', /body is empty/],
    ['text', 'hello', 400, 'BAD_REQUEST', /body is not JSON/],
    ['cut JSON', '{"query": ', 400, 'BAD_REQUEST', /not complete JSON/],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400, 'BAD_REQUEST', /UTF-8/],
    ['null', 'null', 400, 'BAD_REQUEST', /JSON object/],
    ['a batch', '[{"query":"{ __typename }"}]', 400, 'BAD_REQUEST', /Batches/],
    ['no query', '{}', 400, 'BAD_REQUEST', /"query" is missing/],
    [
      'variables as text',
      '{"query":"{ __typename }","variables":"{}"}',
      400,
      'BAD_REQUEST',
      /"variables" has to be a JSON object/,
    ],
    [
      'the hash of a query',
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}',
      400,
      'PERSISTED_QUERY_NOT_SUPPORTED',
      /send the text/,
    ],
    [
      'a query with its hash',
      '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{ secret }"}}}',
      400,
      'PERSISTED_QUERY_NOT_SUPPORTED',
      /send the text/,
    ],
  ])('%s', async (_what, body, status, code, message) => {
    expectRefusal(await ask(app.url, body), { status, code, message })
  })

  test('a byte order mark before JSON is no mistake', async () => {
    const answer = await ask(app.url, '\uFEFF{"query":"{ __typename }"}')
    expect(answer.body.data).toEqual({ __typename: 'Query' })
  })

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/xml'],
  ])('content type %s', async (type) => {
    const answer = await ask(app.url, 'query=%7B__typename%7D', { 'content-type': type })
    expectRefusal(answer, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message: /Content-Type: application\/json/ })
  })

  test('an Accept that no answer fits', async () => {
    const answer = await ask(app.url, { query: '{ __typename }' }, { accept: 'application/xml' })
    expectRefusal(answer, { status: 406, code: 'NOT_ACCEPTABLE', message: /accepts neither/ })
  })

  test.each([['application/json'], ['application/graphql-response+json']])('ten megabytes, as %s', async (accept) => {
    const answer = await ask(app.url, { query: `{ __typename } #${'x'.repeat(10 * 1024 * 1024)}` }, { accept })
    expectRefusal(answer, { status: 413, code: 'BODY_TOO_LARGE', message: /limit of 1 MiB/ })
    expect(answer.type).toContain(accept)
    expect(answer.body.errors?.[0]?.extensions.limitBytes).toBe(1024 * 1024)
  })

  test('ten megabytes without a length', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(1024 * 1024))
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(chunk)
        if (++sent === 10) controller.close()
      },
    })
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' }
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    expectRefusal(await request(`${app.url}/graphql`, init), { status: 413, code: 'BODY_TOO_LARGE', message: /1 MiB/ })
  })

  test('a huge header', async () => {
    const answer = await request(`${app.url}/graphql`, { headers: { 'x-note': 'x'.repeat(20_000) } })
    expectRefusal(answer, { status: 431, code: 'HEADER_TOO_LARGE', message: /16 KiB/ })
  })

  test('no HTTP at all', async () => {
    const { hostname, port } = new URL(app.url)
    const socket = connect(Number(port), hostname)
    socket.write('HELLO\r\n\r\n')
    const answer = await text(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain('BAD_REQUEST')
  })

  test('an unknown path', async () => {
    const answer = await request(`${app.url}/graphq`, { headers: { 'accept-language': 'en' } })
    expectRefusal(answer, { status: 404, code: 'NOT_FOUND', message: /GraphQL is at \/graphql/ })
  })

  test.each([['PUT'], ['DELETE'], ['PATCH']])('%s', async (method) => {
    const answer = await request(`${app.url}/graphql`, { method, headers: { 'accept-language': 'en' } })
    expectRefusal(answer, { status: 405, code: 'METHOD_NOT_ALLOWED', message: /GET and POST/ })
    expect(answer.headers.get('allow')).toBe('GET, POST')
  })
})

describe('GET', () => {
  const get = (search: string, headers: Record<string, string> = {}) =>
    request(`${app.url}/graphql${search}`, { headers: { 'accept-language': 'en', ...headers } })

  test('carries a query and its variables', async () => {
    const query = 'query ($if: Boolean!) { __typename @include(if: $if) }'
    const answer = await get(`?query=${encodeURIComponent(query)}&variables=${encodeURIComponent('{"if":true}')}`)
    expect(answer).toMatchObject({ status: 200, body: { data: { __typename: 'Query' } } })
  })

  test('without a query', async () => {
    expectRefusal(await get(''), { status: 400, code: 'BAD_REQUEST', message: /"query" is missing/ })
  })

  test('with a mutation', async () => {
    const answer = await get('?query=mutation%7B__typename%7D')
    expectRefusal(answer, { status: 405, code: 'BAD_REQUEST', message: /send a mutation by POST/ })
    expect(answer.headers.get('allow')).toBe('POST')
  })

  test('with a parameter twice, or no JSON for variables', async () => {
    const twice = await get('?query=%7Ba%7D&query=%7Bb%7D')
    expectRefusal(twice, { status: 400, code: 'BAD_REQUEST', message: /"query" was given more than once/ })
    const noJson = await get('?query=%7B__typename%7D&variables=%7B')
    expectRefusal(noJson, { status: 400, code: 'BAD_REQUEST', message: /"variables" has to be a JSON object/ })
  })

  test('from a page of another site', async () => {
    const answer = await get('?query=%7B__typename%7D', {
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    })
    expectRefusal(answer, { status: 403, code: 'CROSS_SITE_REQUEST', message: /page of another site/ })
  })
})

describe('documents', () => {
  test.each([
    [
      'a syntax error',
      '{ guideline(',
      'GRAPHQL_PARSE_FAILED',
      /^Syntax Error in line 1, column 13: Expected Name, found <EOF>/,
    ],
    [
      'an unknown field, with what is like it',
      '{ guidelin }',
      'GRAPHQL_VALIDATION_FAILED',
      /Cannot query field "guidelin" on type "Query"\. Did you mean "guideline"/,
    ],
    [
      'an unknown argument',
      '{ guidelines(frist: 1) { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
      /Unknown argument "frist" on field "Query.guidelines"\. Did you mean "first"/,
    ],
    ['a missing selection', '{ guidelines }', 'GRAPHQL_VALIDATION_FAILED', /must have a selection of subfields/],
    [
      'a variable that is not declared',
      '{ guidelines(first: $n) { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
      /Variable "\$n" is not defined/,
    ],
    ['a subscription where there is none', 'subscription { __typename }', 'GRAPHQL_VALIDATION_FAILED', /subscription/],
  ])('%s', async (_what, query, code, message) => {
    const plain = await ask(app.url, { query })
    expectRefusal(plain, { status: 200, code, message })
    const answer = await ask(app.url, { query }, strict)
    expect(answer.body.errors).toEqual(plain.body.errors)
    expect(answer.status).toBe(query.startsWith('subscription') ? 200 : 400)
  })

  test('an unknown operation, and none chosen of two', async () => {
    const query = 'query A { __typename } query B { __typename }'
    const unknown = await ask(app.url, { query, operationName: 'C' }, strict)
    expectRefusal(unknown, {
      status: 400,
      code: 'OPERATION_RESOLUTION_FAILURE',
      message: /set operationName to one of A, B\./,
    })
    const unnamed = await ask(app.url, { query: '{ __typename }', operationName: 'C' }, strict)
    expectRefusal(unnamed, { status: 400, code: 'OPERATION_RESOLUTION_FAILURE', message: /leave operationName out/ })
    const none = await ask(app.url, { query }, strict)
    expectRefusal(none, {
      status: 400,
      code: 'OPERATION_RESOLUTION_FAILURE',
      message: /set operationName to one of A, B\./,
    })
  })

  test('an empty name of an operation is none, by POST as by GET', async () => {
    for (const query of ['{ __typename }', 'query A { __typename }', 'query A { __typename } query B { __typename }']) {
      const none = await ask(app.url, { query }, strict)
      const byPost = await ask(app.url, { query, operationName: '' }, strict)
      const search = new URLSearchParams({ query, operationName: '' })
      const byGet = await request(`${app.url}/graphql?${search}`, { headers: { ...strict, 'accept-language': 'en' } })
      for (const { status, body } of [byPost, byGet])
        expect({ status, body }).toEqual({ status: none.status, body: none.body })
    }
  })

  test('in Chinese with the technical part kept', async () => {
    const messages = async (query: string, variables?: unknown) =>
      (await ask(app.url, { query, variables }, { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })).body.errors?.map(
        ({ message }) => message,
      )
    expect(await messages('{ guideline(')).toEqual(['第 1 行第 13 列语法有误：Expected Name, found <EOF>.'])
    expect(await messages('{ guidelin }')).toEqual([
      '类型 "Query" 没有字段 "guidelin"。您要写的是否为 "guideline" 或 "guidelines"？',
    ])
    expect(await messages('query ($n: Int!) { guidelines(first: $n) { totalCount } }')).toEqual([
      '缺少变量 "$n"（类型 "Int!"）的值。',
    ])
    expect(await messages('query ($n: Int) { guidelines(first: $n) { totalCount } }', { n: 'x' })).toEqual([
      'n：须为整数（Int），不加引号和小数，例如 2。',
    ])
  })
})

describe('variables and literals', () => {
  const query =
    'query ($input: CheckEligibilityInput!) { checkEligibility(input: $input) { errors { code path message } } }'
  const check = (facts: unknown) =>
    ask(app.url, { query, variables: { input: { city: 'xining', year: 2024, facts } } }, strict)

  test('a fact of the wrong type is named by its path', async () => {
    const { status, body } = await check({ applicant: { ongoingProjects: 'two', legalPerson: 'yes' } })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', path: ['input', 'facts', 'applicant', 'legalPerson'] } },
      {
        message:
          'input.facts.applicant.ongoingProjects: Int cannot represent a value that is not a whole number; write it without quotes and decimals, e.g. 2.',
        extensions: { code: 'BAD_USER_INPUT', path: ['input', 'facts', 'applicant', 'ongoingProjects'] },
      },
    ])
  })

  test('so are unknown facts, items of lists, and values of an enum', async () => {
    const { body } = await check({ applicnt: {}, personnel: [{}, { birthDate: 5 }], project: { stage: 'PILOTT' } })
    const byPath = new Map(body.errors?.map(({ message, extensions }) => [String(extensions.path), message]))
    expect(byPath.get('input,facts,applicnt')).toMatch(/not defined by type "FactsInput"\. Did you mean "applicant"/)
    expect(byPath.get('input,facts,personnel,1,birthDate')).toMatch(/LocalDate must be a string/)
    expect(byPath.get('input,facts,project,stage')).toMatch(/Did you mean the enum value "PILOT".*LAB_SCALE/)
  })

  test('of very many the first are told, and last that there are more', async () => {
    const { body } = await check({ personnel: Array.from({ length: 30 }, () => ({ birthDate: 5 })) })
    const errors = body.errors ?? []
    expect(errors.slice(0, -1).every(({ extensions }) => Array.isArray(extensions.path))).toBe(true)
    expect(errors.at(-1)?.message).toMatch(/^Too many errors processing variables/)
  })

  test('the same in a document', async () => {
    const literal =
      '{ checkEligibility(input: {city: "xining", year: "2024", facts: {partners: [{kind: BANK}]}}) { errors { code } } }'
    const { body } = await ask(app.url, { query: literal })
    expect(body.errors?.map(({ extensions }) => [extensions.code, extensions.path])).toEqual([
      ['BAD_USER_INPUT', ['input', 'year']],
      ['BAD_USER_INPUT', ['input', 'facts', 'partners', '0', 'kind']],
    ])
  })

  test('amounts that can’t be are answered as data', async () => {
    const rows = { expenditure: { total: '-1.00' }, direct: { total: '1.005' } }
    const { status, body } = await check({ budget: rows })
    expect(status).toBe(200)
    expect(body.errors).toBeUndefined()
    expect(body.data).toMatchObject({
      checkEligibility: {
        errors: [
          { code: 'NEGATIVE_AMOUNT', path: ['input', 'facts', 'budget', 'expenditure', 'total'] },
          { code: 'AMOUNT_TOO_PRECISE', path: ['input', 'facts', 'budget', 'direct', 'total'] },
        ],
      },
    })
  })

  test('JSON nested without end', async () => {
    const depth = 100_000
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`
    const body = `{"query":${JSON.stringify(query)},"variables":{"input":${deep}}}`
    expectRefusal(await ask(app.url, body, strict), { status: 400, code: 'BAD_USER_INPUT', message: /to be an object/ })
  })
})

test('a variable that is null in a directive', async () => {
  const query = 'query ($on: Boolean = true) { guidelines { totalCount pageInfo @include(if: $on) { hasNextPage } } }'
  const answer = await ask(app.url, { query, variables: { on: null } }, strict)
  expectRefusal(answer, { status: 400, code: 'BAD_USER_INPUT', message: /must not be null/ })
})

test('of several errors each stands in the order of the document, whichever came first', async () => {
  const query = '{ a: guideline(city: "nowhere", year: 2024) { year } b: guideline(city: "nobody", year: 1) { year } }'
  const { body } = await ask(app.url, { query })
  expect(body.errors?.map(({ path }) => path)).toEqual([['a'], ['b']])
})
