import { afterAll, beforeAll, expect, test } from 'vitest'
import { partOf, selection } from '../../server/selection/selection.js'
import { Book, type Library, librarySchema, librarySelections, openLibrary, Shelf } from './library.js'
import { type TwoServices, twoServices } from './two-services.js'

/*
 * The library with books that are parts of their shelves: shelf 2 is locked, and only the keeper sees it.
 */

let library: Library
let services: TwoServices
beforeAll(async () => {
  library = await openLibrary()
  const [shelves, books] = librarySelections
  if (shelves?.entity !== Shelf || books?.entity !== Book) throw new Error('The library has other selections.')
  const parts = selection(Book, { ...books, policy: partOf(Shelf, 'shelf') })
  services = await twoServices(librarySchema, library.orm, [shelves, parts])
})
afterAll(async () => {
  await services.close()
  await library.close()
})

const count = async (where: string) => {
  const rows = await library.orm.em.fork().execute<{ count: number }[]>(`select count(*)::int from book where ${where}`)
  return rows[0]?.count
}

test.each([
  ['anna', 'shelf_id = 1'],
  ['keeper', 'true'],
])('%s sees the parts of what is seen', async (viewer, visible) => {
  const { data } = await services.both({
    viewer,
    query: `{ books(first: 100) { totalCount nodes { id hasTwin shelf { books { id } } } }
              book(title: "title 2") { title shelfIfOpen { name } } shelf(id: 2) { books { id } } }`,
  })
  const { books, shelf } = data as {
    books: { totalCount: number; nodes: { shelf: { books: unknown[] } }[] }
    shelf: { books: unknown[] } | null
  }
  expect(books.totalCount).toBe(await count(visible))
  expect(books.nodes).toHaveLength(books.totalCount)
  expect(shelf?.books.length).toBe(viewer === 'keeper' ? await count('shelf_id = 2') : undefined)
  for (const { shelf } of books.nodes)
    expect([await count('shelf_id = 1'), await count('shelf_id = 2')]).toContain(shelf.books.length)
})

test('a part of what is hidden is hidden', async () => {
  const [row] = await library.orm.em.fork().execute<{ id: string }[]>('select id from book where shelf_id = 2 limit 1')
  const request = { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: `Book:${row?.id}` } }
  expect((await services.both({ ...request, viewer: 'anna' })).data).toEqual({ node: null })
  expect((await services.both({ ...request, viewer: 'keeper' })).data).toEqual({ node: { id: `Book:${row?.id}` } })
})

test('the whole is looked at once, where its parts are read from it', async () => {
  const looks = async (query: string) => {
    services.direct.takeStatements()
    await services.direct.send({ query, viewer: 'anna' })
    return services.direct.takeStatements().join().split('"locked"').length - 1
  }
  expect(await looks('{ shelf(id: 1) { books { id } } }')).toBe(1)
  expect(await looks('{ shelf(id: 1) { bookPage(first: 2) { nodes { id } totalCount } } }')).toBe(1)
  expect(await looks('{ book(title: "title 1") { id } }')).toBe(1)
  // Another way to the same rows is no way from the whole: a book's shelf is looked at before its books are.
  expect(await looks('{ book(title: "title 1") { shelfIfOpen { books { id } } } }')).toBe(2)
})
