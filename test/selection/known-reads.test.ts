import { PassThrough } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Library, librarySchema, librarySelections, openLibrary } from './library.js'
import { type Service, serve } from './serve.js'

let library: Library
let service: Service
const log = new PassThrough()
beforeAll(async () => {
  library = await openLibrary()
  const options = { schema: librarySchema(), orm: library.orm, selections: librarySelections, passThrough: true }
  service = await serve({ ...options, logger: pino(log) })
})
afterAll(async () => {
  await service.close()
  await library.close()
})

type Asked = { query: string; variables?: Record<string, unknown>; operationName?: string; method?: 'GET' | 'POST' }

async function ask({ method = 'POST', ...asked }: Asked) {
  const address = new URL('/graphql', service.url)
  if (method === 'GET') address.searchParams.set('query', asked.query)
  const body = method === 'POST' ? JSON.stringify(asked) : null
  const headers = { 'content-type': 'application/json', 'accept-language': 'en', 'x-viewer': 'anna' }
  const response = await fetch(address, { method, headers, body })
  const { date, 'x-request-id': _id, ...rest } = Object.fromEntries(response.headers)
  return { status: response.status, headers: rest, body: await response.text(), piped: service.takePipelined() === 1 }
}

const shelf = 'query Shelf($id: Int!) { shelf(id: $id) { name books { title } } }'

describe('a document that was read by SQL alone before', () => {
  test('is answered without the pipeline, as the pipeline answers', async () => {
    const first = await ask({ query: shelf, variables: { id: 1 } })
    const second = await ask({ query: shelf, variables: { id: 1 } })
    expect([first.piped, second.piped]).toEqual([true, false])
    expect({ ...second, piped: true }).toEqual(first)
    expect(JSON.parse(second.body)).toMatchObject({
      data: { shelf: {} },
      extensions: { cost: { requested: expect.any(Number) } },
    })
    expect((await ask({ query: shelf, variables: { id: 2 } })).body).not.toBe(first.body)
  })

  test('goes through the pipeline with everything that the pipeline has words for', async () => {
    const pages = 'query ($n: Int, $after: String) { books(first: $n, after: $after) { nodes { title } } }'
    await ask({ query: pages, variables: { n: 1 } })
    const refused = async (variables: Record<string, unknown>) => {
      const { piped, body } = await ask({ query: pages, variables })
      return [piped, JSON.parse(body).errors?.[0].extensions.code]
    }
    expect(await refused({ n: 2 })).toEqual([false, undefined])
    expect(await refused({ n: 1_000_000 })).toEqual([true, 'DOCUMENT_TOO_COSTLY'])
    expect(await refused({ n: -1 })).toEqual([true, 'BAD_USER_INPUT'])
    expect(await refused({ n: 'many' })).toEqual([true, 'BAD_USER_INPUT'])
    expect(await refused({ n: 1, after: 'nonsense' })).toEqual([true, 'BAD_USER_INPUT'])
  })

  test('is read once though its answer is an error', async () => {
    const query = '{ shelf(id: 1) { name } }'
    await ask({ query })
    service.takeStatements()
    const two = '{ a: books(first: 1) { nodes { title } } b: books(first: 1, after: "nonsense") { totalCount } }'
    await ask({ query: two.replace('"nonsense"', 'null') })
    service.takeStatements()
    const { body } = await ask({ query: two })
    expect(JSON.parse(body).errors).toHaveLength(1)
    expect(service.takeStatements()).toHaveLength(1)
  })

  test('may hold several operations, of which the caller has to choose one', async () => {
    const query = 'query A { shelf(id: 1) { name } } query B { shelf(id: 1) { id } }'
    expect((await ask({ query, operationName: 'A' })).piped).toBe(true)
    expect(await ask({ query, operationName: 'A' })).toMatchObject({
      piped: false,
      body: expect.stringContaining('name'),
    })
    expect((await ask({ query, operationName: 'B' })).piped).toBe(true)
    expect(await ask({ query })).toMatchObject({
      piped: true,
      status: 200,
      body: expect.stringContaining('OPERATION_RES'),
    })
  })

  test('is answered to GET in the same way', async () => {
    const query = '{ shelf(id: 1) { id name } }'
    const first = await ask({ query, method: 'GET' })
    expect(await ask({ query, method: 'GET' })).toEqual({ ...first, piped: false })
  })

  test('leaves the same line in the log', async () => {
    const query = 'query Logged { shelf(id: 2) { id name } }'
    await ask({ query })
    await ask({ query })
    log.end()
    const lines = (await textOf(log))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const [first, second] = lines.filter(({ operation }) => operation === 'Logged')
    const { time, ms, ...told } = first
    expect(second).toMatchObject(told)
    expect(told).toMatchObject({ operation: 'Logged', status: 200, cost: expect.any(Number) })
  })
})

test('a document that TypeScript has a part in always goes through the pipeline', async () => {
  const query = '{ __typename shelf(id: 1) { name } made: __type(name: "Shelf") { name } }'
  expect((await ask({ query })).piped).toBe(true)
  expect((await ask({ query })).piped).toBe(true)
})
