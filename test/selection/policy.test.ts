import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Library, librarySchema, librarySelections, openLibrary } from './library.js'
import { type TwoServices, twoServices } from './two-services.js'
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

type Book = { id: string; title: string; owner: string; shelf_id: number; has_twin: boolean }

/** What a viewer may see, told by PostgreSQL without the engine. */
async function visibleBooks(viewer: string): Promise<Book[]> {
  const seen = `owner in ('${viewer}', 'everyone')`
  return library.orm.em.fork().execute<Book[]>(`
    select 'Book:' || id as id, title, owner, shelf_id,
           exists (select from book twin where twin.title = book.title and twin.id <> book.id and ${seen.replace('owner', 'twin.owner')}) as has_twin
    from book where ${seen} order by book.id`)
}

describe.each(['anna', 'ben', 'keeper', ''])('%s sees no row but those of the policy', (viewer) => {
  const ask = async <Data>(query: string) => (await services.both({ query, viewer })).data as Data

  test('in a page, its count and a computed field', async () => {
    const books = await visibleBooks(viewer)
    const query = '{ books(first: 100) { totalCount nodes { id title hasTwin } } }'
    expect(await ask(query)).toEqual({
      books: {
        totalCount: books.length,
        nodes: books.map(({ id, title, has_twin }) => ({ id, title, hasTwin: has_twin })),
      },
    })
  })

  test('in a list of a row, and behind a relation', async () => {
    const books = (await visibleBooks(viewer)).filter(({ shelf_id }) => shelf_id === 1)
    const { shelf, locked } = await ask<{ shelf: { books: { id: string }[] }; locked: unknown }>(
      '{ shelf(id: 1) { books { id } } locked: shelf(id: 2) { name } }',
    )
    expect(shelf.books.map(({ id }) => id)).toEqual(books.map(({ id }) => id))
    expect(locked).toEqual(viewer === 'keeper' ? { name: 'locked' } : null)
    const seen = await ask<{ books: { nodes: { shelfIfOpen: unknown }[] } }>(
      '{ books(first: 100) { nodes { shelfIfOpen { name } } } }',
    )
    expect(seen.books.nodes.some(({ shelfIfOpen }) => shelfIfOpen === null)).toBe(viewer !== 'keeper')
  })

  test('by its id', async () => {
    const visible = new Set((await visibleBooks(viewer)).map(({ id }) => id))
    const all = await library.orm.em.fork().execute<{ id: string }[]>(`select 'Book:' || id as id from book`)
    for (const { id } of all) {
      const { node } = await ask<{ node: unknown }>(`{ node(id: "${id}") { id } }`)
      expect(node).toEqual(visible.has(id) ? { id } : null)
    }
    expect(await ask('{ node(id: "Shelf:2") { id } }')).toEqual({
      node: viewer === 'keeper' ? { id: 'Shelf:2' } : null,
    })
  })

  test('walking through all pages', async () => {
    await expectEveryRowOnce(viewer, 'rank', 'DESC', 3)
  })
})

test.each(['rank', 'lentAt', 'price', 'printedOn', 'cheap', 'title', 'id'])(
  'pages over %s, nulls and all',
  async (field) => {
    for (const direction of ['ASC', 'DESC']) {
      for (const size of [3, 7]) await expectEveryRowOnce('anna', field, direction, size)
    }
  },
)

async function expectEveryRowOnce(viewer: string, field: string, direction: string, size: number): Promise<void> {
  const args = `orderBy: [{field: ${field}, direction: ${direction}}]`
  const walk = { services, field: 'books', args, size, viewer }
  const ids = await walkForward(walk)
  expect(ids.toSorted()).toEqual((await visibleBooks(viewer)).map(({ id }) => id).toSorted())
  expect(await walkBackward(walk)).toEqual(ids)
}

test('a page does not tell that there are hidden rows beyond a cursor', async () => {
  // The first book is ben's; anna comes with the cursors that he has got.
  const query = (args: string) =>
    `{ books(first: 100, orderBy: [{field: title, direction: ASC}] ${args}) { edges { cursor } pageInfo { hasPreviousPage } } }`
  type Books = { books: { edges: { cursor: string }[]; pageInfo: { hasPreviousPage: boolean } } }
  const { books } = (await services.both({ query: query(''), viewer: 'ben' })).data as Books
  const rows = await library.orm.em
    .fork()
    .execute<{ id: string; owner: string }[]>(`select id, owner from book order by title, id`)
  const own = rows.filter(({ owner }) => owner === 'ben' || owner === 'everyone')
  for (const [place, { cursor }] of books.edges.entries()) {
    const before = rows.slice(0, rows.findIndex(({ id }) => id === own[place]?.id) + 1)
    const seen = before.some(({ owner }) => owner === 'everyone' || owner === 'anna')
    const { data } = await services.both({ query: query(`after: "${cursor}"`), viewer: 'anna' })
    expect((data as Books).books.pageInfo.hasPreviousPage).toBe(seen)
  }
})

test('the order over nulls is PostgreSQL’s own', async () => {
  const column = { rank: 'rank', lentAt: 'lent_at', price: 'price', printedOn: 'printed_on' }
  for (const [field, name] of Object.entries(column)) {
    for (const direction of ['ASC', 'DESC'] as const) {
      const expected = await library.orm.em
        .fork()
        .execute<{ id: string }[]>(
          `select 'Book:' || id as id from book where owner in ('anna', 'everyone') order by ${name} ${direction}, book.id ${direction}`,
        )
      const args = `orderBy: [{field: ${field}, direction: ${direction}}]`
      const ids = await walkForward({ services, field: 'books', args, size: 4, viewer: 'anna' })
      expect(ids).toEqual(expected.map(({ id }) => id))
    }
  }
})

test('a hidden row behind a field that can’t be null makes its parent null, as graphql-js says', async () => {
  const query =
    '{ open: book(title: "title 1") { shelf { name } } locked: book(title: "title 0") { shelf { name } } books(first: 1) { nodes { shelf { name } } } }'
  const { data, errors } = await services.both({ query, viewer: 'everyone' })
  expect(data).toBeNull()
  expect(errors?.map(({ path }) => path)).toContainEqual(['books', 'nodes', 0, 'shelf'])
  expect((await services.both({ query, viewer: 'keeper' })).errors).toBeUndefined()
})

test('every form of a column is the same both ways', async () => {
  const query = `{ books(first: 100) { nodes { id rank lentAt price printedOn tags cheap } } }`
  const { data } = await services.both({ query, viewer: 'anna' })
  const { nodes } = (data as { books: { nodes: Record<string, unknown>[] } }).books
  const book = nodes.find(({ lentAt, price, printedOn, tags }) => lentAt && price && printedOn && tags)
  expect(book).toMatchObject({
    lentAt: expect.stringMatching(/^2024-0[23]-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    price: expect.stringMatching(/^\d+\.\d\d$/),
    printedOn: expect.stringMatching(/^2024-01-0\d$/),
    tags: ['a', expect.any(String), '“"\\'],
  })
})

describe('fields that TypeScript computes', () => {
  const query = `{ books(first: 3) { nodes { spine loud: spine(upper: true) ... { spine } shelfIfOpen { books { spine } } } } }`

  test('get the columns they need, in the same statement', async () => {
    const { data } = await services.both({ query, viewer: 'anna' })
    const { nodes } = (data as { books: { nodes: { spine: string; loud: string }[] } }).books
    for (const { spine, loud } of nodes) {
      expect(spine).toMatch(/^title \d+ \((free|\d+\.\d\d(, cheap)?)\)$/)
      expect(loud).toBe(spine.toUpperCase())
    }
    services.direct.takeStatements()
    services.direct.takeCompleted()
    await services.direct.send({ query, viewer: 'anna' })
    expect(services.direct.takeStatements()).toHaveLength(1)
    expect(services.direct.takeCompleted()).toBe(1)
  })
})

describe('errors of root fields are formed by graphql-js', () => {
  test('one that a resolver throws, beside a field that is read', async () => {
    const { data, errors } = await services.both({ query: '{ forbidden { id } shelf(id: 1) { name } }' })
    expect(data).toEqual({ forbidden: null, shelf: { name: 'open' } })
    expect(errors?.map(({ path }) => path)).toEqual([['forbidden']])
  })

  test('null where a row must be', async () => {
    const { data, errors } = await services.both({ query: '{ shelfThatMustBe(id: 9) { name } }' })
    expect(data).toBeNull()
    expect(errors).toHaveLength(1)
  })
})
