import { librarySchema, librarySelections, openLibrary } from '../selection/library.js'
import { fetchJson } from './fetch-json.js'
import { libraryOracle } from './library-oracle.js'
import type { PageOrder } from './source.js'
import { startServices, type World } from './world.js'

const viewers = ['anna', 'ben', 'keeper', 'everyone', '']
const fields = ['rank', 'lentAt', 'price', 'printedOn', 'cheap', 'title', 'id']

/** Around the instants of the rows, which lie 100 microseconds apart, and far away from them. */
const instants = [
  ...[
    '2024-02-29T23:59:59.999Z',
    '2024-02-29T23:59:59.9995Z',
    '2024-03-01T07:59:59.999600+08:00',
    '2024-03-01T00:00:00Z',
  ],
  ...['2024-02-29T23:59:59.999500001Z', '2024-02-29T12:29:59.9996999-11:30', '0000-01-01T00:00:00+08:00'],
  '9999-12-31T23:59:59-08:00',
]
const amounts = ['0', '10.5', '10.50', '10.496', '14.00', '+17.5', '-1', '9'.repeat(40), `-${'9'.repeat(40)}`]

/** The test library: rows that aren't for everyone, nulls to order by, and fields that TypeScript computes. */
export async function openLibraryWorld(): Promise<World> {
  const { orm, databaseUrl, close: closeLibrary } = await openLibrary({ poolSize: 8 })
  const services = await startServices({
    orm,
    databaseUrl,
    makeSchema: librarySchema,
    selections: librarySelections,
    oracle: await libraryOracle(orm),
  })
  const books = await orm.em
    .fork()
    .execute<{ id: string; owner: string; title: string }[]>('select id, owner, title from book order by id')
  const orders = [
    undefined,
    ...fields.flatMap((field) => ['ASC', 'DESC'].map((direction) => [{ field, direction }])),
    [
      { field: 'rank', direction: 'DESC' },
      { field: 'title', direction: 'ASC' },
    ],
    [
      { field: 'cheap', direction: 'ASC' },
      { field: 'lentAt', direction: 'DESC' },
      { field: 'id', direction: 'ASC' },
    ],
  ]
  const pages = await Promise.all(orders.map((orderBy) => pageOrder(services.direct, orderBy)))
  const inShelf = { inside: 'shelfThatMustBe(id: 1)', type: 'Shelf' }
  return {
    ...services,
    name: 'library',
    source: {
      schema: librarySchema(),
      values: {
        'book.title': ['title 1', 'title 2', 'title 7', 'title 19', 'nobody'],
        'shelf.id': [1, 2, 3],
        'shelfThatMustBe.id': [1, 1, 2],
        'node.id': [...books.map(({ id }) => `Book:${id}`), 'Shelf:1', 'Shelf:2', 'Shelf:x', 'Book:1', 'Nothing:1'],
        'BookFilter.titles[]': ['title 1', 'title 2', 'title 3', 'title 19', 'nobody', ''],
        'BookFilter.rankFrom': [0, 1, 2, 3],
        'BookFilter.rankTo': [0, 1, 2, 3],
        'BookFilter.lentFrom': instants,
        'BookFilter.lentTo': instants,
        'BookFilter.priceFrom': amounts,
        'BookFilter.priceTo': amounts,
        'books.first': [0, 1, 2, 3, 7, 100],
        'books.last': [0, 1, 2, 3, 7, 100],
        'bookPage.first': [0, 1, 2, 3, 7],
        'bookPage.last': [0, 1, 2, 3, 7],
        'cheapBooks.first': [0, 1, 2, 3, 7],
      },
      pages: { books: pages },
      nestedPages: { bookPage: { ...inShelf, orders: pages }, cheapBooks: { ...inShelf, orders: pages.slice(0, 1) } },
      reads: ['book', 'shelf', 'books', 'books', 'node'],
      readsOfOne: ['book', 'shelf', 'node'],
      circle: { path: ['books', 'nodes'], around: ['shelf', 'books'] },
      // It sleeps for ten seconds.
      without: ['Book.nap'],
      // Where it is hidden it may not be null, and so all above it is.
      seldom: ['Book.shelf'],
      viewers,
    },
    faults: /^(Cannot return null for non-nullable field (Book\.shelf|Query\.shelfThatMustBe)\.|not for you)$/,
    hiddenFrom: (viewer, text) =>
      books.flatMap(({ id, owner }) => (owner !== viewer && owner !== 'everyone' && text.includes(id) ? [id] : [])),
    async close() {
      const failed = await services.close()
      await closeLibrary()
      return failed
    },
  }
}

/** Cursors as all viewers get them: those of others are as good as one's own, and must not tell more. */
async function pageOrder(url: string, orderBy: unknown): Promise<PageOrder> {
  const query = 'query ($orderBy: [Step!]) { books(first: 100, orderBy: $orderBy) { edges { cursor } } }'
  const pages = await Promise.all(
    viewers.map((viewer) =>
      fetchJson<{ books: { edges: { cursor: string }[] } }>(url, { query, variables: { orderBy } }, viewer),
    ),
  )
  return {
    orderBy,
    cursors: [...new Set(pages.flatMap(({ books }) => books.edges.map(({ cursor }) => cursor)))].sort(),
  }
}
