import { type OperationDefinitionNode, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cancellation } from '../../server/selection/cancellation.js'
import { planKey } from '../../server/selection/compile/plan-key.js'
import { type Library, librarySchema, librarySelections, openLibrary } from './library.js'
import { type Answer, type TwoServices, twoServices } from './two-services.js'
import { walkBackward, walkForward } from './walk-pages.js'

let library: Library
let services: TwoServices
beforeAll(async () => {
  library = await openLibrary()
  services = await twoServices(librarySchema, library.orm, librarySelections)
})
afterAll(async () => {
  await services.close()
  await library.close()
})

const rows = <Row>(text: string) => library.orm.em.fork().execute<Row[]>(text)

/** The ids of a viewer's books on the open shelf in an order, told by PostgreSQL without the engine. */
async function shelved(viewer: string, order: string, where = 'true'): Promise<string[]> {
  const seen = `shelf_id = 1 and owner in ('${viewer}', 'everyone') and ${where}`
  const books = await rows<{ id: string }>(`select 'Book:' || id as id from book where ${seen} order by ${order}`)
  return books.map(({ id }) => id)
}

/** The statements of a request to the service that passes JSON through. */
async function statementsOf(query: string, variables?: Record<string, unknown>): Promise<string[]> {
  services.direct.takeStatements()
  await services.direct.send({ query, variables, viewer: 'anna' })
  return services.direct.takeStatements()
}

const columns = { lentAt: 'lent_at', printedOn: 'printed_on', cheap: 'price < 10' }

describe.each(['rank', 'lentAt', 'price', 'printedOn', 'cheap', 'title', 'id'])('pages of a shelf by %s', (field) => {
  test.each(['ASC', 'DESC'])('%s: each row comes once and in its place, nulls and all', async (direction) => {
    const args = `orderBy: [{field: ${field}, direction: ${direction}}]`
    const walk = { services, inside: 'shelf(id: 1)', field: 'bookPage', args, size: 4, viewer: 'anna' }
    const column = columns[field as keyof typeof columns] ?? field
    const expected = await shelved('anna', `${column} ${direction}, id ${direction}`)
    expect(expected.length).toBeGreaterThan(walk.size)
    expect(await walkForward(walk)).toEqual(expected)
    expect(await walkBackward(walk)).toEqual(expected)
  })
})

test('the condition of a list counts in its pages too; without an order they are in that of the list', async () => {
  const walk = { services, inside: 'shelf(id: 1)', field: 'cheapBooks', size: 2, viewer: 'ben' }
  expect(await walkForward(walk)).toEqual(await shelved('ben', 'id', 'price < 10'))
})

test('a cursor is a place in an order, whatever list it is from: each row has its own page behind it', async () => {
  const first = '{ books(first: 5, orderBy: [{field: title, direction: ASC}]) { pageInfo { endCursor } } }'
  const { data } = await services.both({ query: first, viewer: 'keeper' })
  const { endCursor } = (data as { books: { pageInfo: { endCursor: string } } }).books.pageInfo
  const query = `query ($after: String, $orderBy: [Step!]) { books(first: 100) { nodes { title shelf { id
    bookPage(first: 2, after: $after, orderBy: $orderBy) { nodes { title } totalCount pageInfo { hasPreviousPage } } } } } }`
  const variables = { after: endCursor, orderBy: [{ field: 'title', direction: 'ASC' }] }
  const answer = await services.both({ query, variables, viewer: 'keeper' })
  const everyones = await rows<{ title: string; shelf_id: number }>(
    `select title, shelf_id from book where owner = 'everyone' order by title, id`,
  )
  const fifth = everyones[4]?.title ?? ''
  type Shown = { shelf: { id: string; bookPage: object } }
  const shown = (answer.data as { books: { nodes: Shown[] } }).books.nodes
  expect(new Set(shown.map(({ shelf }) => shelf.id)).size).toBe(2)
  for (const { shelf } of shown) {
    const own = everyones.filter(({ shelf_id }) => shelf.id === `Shelf:${shelf_id}`)
    const behind = own.filter(({ title }) => title > fifth)
    expect(shelf.bookPage).toEqual({
      nodes: behind.slice(0, 2).map(({ title }) => ({ title })),
      totalCount: own.length,
      pageInfo: { hasPreviousPage: own.length > behind.length },
    })
  }
})

const deep = `query ($first: Int = 2, $some: Boolean = true) {
  one: shelf(id: 1) { ...Page } two: shelf(id: 1) { ...Page id }
  node(id: "Shelf:1") { ... on Shelf { mine: bookPage(last: 2) { __typename nodes { title } } ...Page } }
  books(first: 3) { nodes { shelfIfOpen { bookPage { nodes { id } } ... @skip(if: $some) { bookPage { totalCount } } } } }
}
fragment Page on Shelf { bookPage(first: $first) { edges { node { shelfIfOpen {
  cheapBooks { totalCount nodes { title shelfIfOpen { bookPage(first: 1) { pageInfo { endCursor hasNextPage } } } } } } } } } }`

test('pages in pages, in fragments and under conditions are one statement, and need no graphql-js', async () => {
  for (const variables of [{}, { first: 1 }, { some: false }, { first: null }]) {
    const { errors, data } = await services.both({ query: deep, variables, viewer: 'anna' })
    expect(errors).toBeUndefined()
    const { one, two } = data as { one: { bookPage: { edges: unknown[] } }; two: object }
    expect(two).toEqual({ ...one, id: 'Shelf:1' })
    expect(one.bookPage.edges).toHaveLength(variables.first === null ? 20 : (variables.first ?? 2))
  }
  services.direct.takeCompleted()
  expect(await statementsOf(deep)).toHaveLength(1)
  expect(services.direct.takeCompleted()).toBe(0)
})

test('what TypeScript computes, and what is hidden, is completed below pages as elsewhere', async () => {
  const query = `{ shelf(id: 1) { bookPage(first: 3) { edges { node { spine(upper: true) shelf { name } } } } } }`
  const { errors, data } = await services.both({ query, viewer: 'anna' })
  expect(errors).toBeUndefined()
  expect(JSON.stringify(data)).toMatch(/"spine":"TITLE/)
  services.direct.takeCompleted()
  expect(await statementsOf(query)).toHaveLength(1)
  expect(services.direct.takeCompleted()).toBe(1)
})

test('totalCount and pageInfo cost nothing unless they are selected', async () => {
  const query = '{ shelf(id: 1) { bookPage { nodes { id } } } }'
  const [statement] = await statementsOf(query)
  expect(statement).not.toMatch(/count\(|exists|base64/)
})

test('another cursor is no other plan, and another size is one', async () => {
  const query = `query ($after: String, $first: Int) { shelf(id: 1) {
    bookPage(first: $first, after: $after) { edges { cursor } } } }`
  const { data } = await services.both({ query, viewer: 'anna' })
  const { edges } = (data as { shelf: { bookPage: { edges: { cursor: string }[] } } }).shelf.bookPage
  const texts = await Promise.all(
    edges.slice(0, 5).map(({ cursor: after }) => statementsOf(query, { after, first: 2 })),
  )
  expect(new Set(texts.flat()).size).toBe(1)
  expect(await statementsOf(query, { after: edges[0]?.cursor, first: 3 })).not.toEqual(texts[0])

  const document = parse(query)
  const [operation] = document.definitions as [OperationDefinitionNode]
  const keyFor = (after: string) => {
    const of = { schema: librarySchema(), operation, fragments: {}, variableValues: { after, first: 2 } }
    return planKey(of, { locale: 'en', cancellation: new Cancellation() }, [])
  }
  expect(keyFor('one')).toBe(keyFor('other'))
})

describe('a page that can not be is refused with code and path', () => {
  const refused = async (list: string, variables?: Record<string, unknown>) => {
    const declared = variables ? ('size' in variables ? '($size: Int)' : '($cursor: String)') : ''
    const query = `query Q${declared} { book(title: "title 1") { title }
      books(first: 1) { nodes { open: shelfIfOpen { ${list} } } } }`
    const answers: Answer[] = []
    for (const language of ['zh-CN', 'en']) {
      answers.push(await services.both({ query, variables, language, viewer: 'anna' }))
    }
    return answers
  }

  test.each<[string, string, RegExp, RegExp, Record<string, unknown>?]>([
    ['mine: bookPage(first: 101) { nodes { id } }', 'first', /0 到 100/, /0 to 100, not 101/],
    ['mine: bookPage(first: -1) { totalCount }', 'first', /0 到 100/, /0 to 100, not -1/],
    ['mine: bookPage(last: 101) { __typename }', 'last', /0 到 100/, /0 to 100, not 101/],
    ['mine: bookPage(first: 1, last: 1) { totalCount }', 'last', /不能同时使用/, /not both/],
    ['mine: bookPage(first: $size) { totalCount }', 'first', /0 到 100/, /0 to 100, not 101/, { size: 101 }],
    ['mine: bookPage(after: "") { totalCount }', 'after', /不是.*游标/, /is not a cursor/],
    ['mine: bookPage(before: $cursor) { totalCount }', 'before', /不是.*游标/, /is not a cursor/, { cursor: 'x' }],
    ['... on Shelf { mine: bookPage(last: -5) { totalCount } }', 'last', /0 到 100/, /0 to 100, not -5/],
  ])('%s', async (list, argument, chinese, english, variables) => {
    const answers = await refused(list, variables)
    for (const [i, message] of [chinese, english].entries()) {
      const { data, errors } = answers[i] as Answer
      expect(data).toBeNull()
      expect(errors).toHaveLength(1)
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(message),
        locations: [{ line: 2 }],
        path: ['books', 'nodes', 'open', 'mine'],
        extensions: { code: 'BAD_USER_INPUT', path: [argument] },
      })
    }
  })

  test('a cursor of another order', async () => {
    const of = async (args: string) => {
      const query = `{ shelf(id: 1) { bookPage(${args}) { pageInfo { endCursor } } } }`
      return services.both({ query, viewer: 'anna' })
    }
    const { data } = await of('first: 2, orderBy: [{field: rank, direction: ASC}]')
    const { endCursor } = (data as { shelf: { bookPage: { pageInfo: { endCursor: string } } } }).shelf.bookPage.pageInfo
    const { errors } = await of(`after: "${endCursor}", orderBy: [{field: rank, direction: DESC}]`)
    expect(errors?.[0]).toMatchObject({
      path: ['shelf', 'bookPage'],
      extensions: { code: 'BAD_USER_INPUT', path: ['after'] },
    })
  })

  test('only where it is asked for, and reads beside it are answered', async () => {
    const query = `query ($no: Boolean = false, $size: Int = 101) { book(title: "title 1") { title } shelf(id: 1) { name
      ... @include(if: $no) { bookPage(first: $size) { totalCount } } } }`
    expect((await services.both({ query, viewer: 'anna' })).errors).toBeUndefined()
    const { data, errors } = await services.both({ query, variables: { no: true }, viewer: 'anna' })
    expect(data).toEqual({ book: expect.anything(), shelf: null })
    expect(errors?.map(({ path }) => path)).toEqual([['shelf', 'bookPage']])
    expect((await services.both({ query, variables: { no: true, size: 1 }, viewer: 'anna' })).errors).toBeUndefined()
  })
})

describe('the cost of an operation knows the sizes of pages below the root', () => {
  const cost = async (query: string, variables?: Record<string, unknown>) => {
    const answer = await services.both({ query, variables, viewer: 'anna' })
    return (answer as Answer & { extensions: { cost: { requested: number } } }).extensions.cost.requested
  }

  test('literals, variables, their defaults and those of the schema', async () => {
    const query = (args: string) => `{ shelf(id: 1) { bookPage${args} { nodes { id } } } }`
    expect(await cost(query('(first: 50)'))).toBe(52)
    expect(await cost(query('(last: 7)'))).toBe(9)
    expect(await cost(query(''))).toBe(22)
    expect(await cost(`query ($n: Int) ${query('(first: $n)')}`, { n: 50 })).toBe(52)
    expect(await cost(`query ($n: Int) ${query('(first: $n)')}`, { n: 60 })).toBe(62)
    expect(await cost(`query ($n: Int = 40) ${query('(first: $n)')}`)).toBe(42)
    expect(await cost('{ shelf(id: 1) { cheapBooks { nodes { id } } } }')).toBe(5)
    expect(await cost(`{ books(first: 10) { nodes { shelf { bookPage(first: 30) { nodes { id } } } } } }`)).toBe(331)
  })

  test.each([
    ['{ shelf(id: 1) { bookPage(first: 1000000) { nodes { id } } } }', undefined],
    ['query ($n: Int) { shelf(id: 1) { bookPage(first: $n) { nodes { id } } } }', { n: 1_000_000 }],
    ['query ($n: Int = 1000000) { shelf(id: 1) { bookPage(last: $n) { nodes { id } } } }', undefined],
    [
      'query ($n: Int) { books(first: $n) { nodes { shelf { bookPage(first: $n) { nodes { id shelf { bookPage { nodes { id } } } } } } } } }',
      { n: 90 },
    ],
  ])('%s', async (query, variables) => {
    const { data, errors } = await services.both({ query, variables, viewer: 'anna' })
    expect(data).toBeUndefined()
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['DOCUMENT_TOO_COSTLY'])
  })
})
