import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Library, librarySchema, librarySelections, openLibrary } from './library.js'
import { type TwoServices, twoServices } from './two-services.js'

let library: Library
let services: TwoServices
let books: readonly { id: string; owner: string; title: string; shelf_id: number }[]
beforeAll(async () => {
  library = await openLibrary({ poolSize: 3 })
  services = await twoServices(librarySchema, library.orm, librarySelections)
  books = await library.orm.em.fork().execute('select id, owner, title, shelf_id from book order by id')
})
afterAll(async () => {
  await services.close()
  await library.close()
})

/** One of several requests that arrive together; `document` and the places of what it asks for. */
type Asking = { viewer: string; document: number; book: number; other: number; shelf: number }

const askings: fc.Arbitrary<Asking> = fc.record({
  viewer: fc.constantFrom('anna', 'ben', 'everyone', 'keeper', '', `'`, '{anna,ben}'),
  document: fc.nat(2),
  // Beyond the last: a book that nobody has.
  book: fc.nat(41),
  other: fc.nat(41),
  shelf: fc.integer({ min: 0, max: 3 }),
})

const documents = [
  'query ($book: ID!) { node(id: $book) { id ... on Book { title shelfIfOpen { name } } } }',
  'query ($book: ID!, $other: ID!) { a: node(id: $book) { id } b: node(id: $other) { id } }',
  'query ($shelf: Int!) { shelf(id: $shelf) { name books { id } } }',
]

function request({ viewer, document, book, other, shelf }: Asking) {
  const idOf = (place: number) => `Book:${books[place]?.id ?? '00000000-0000-0000-0000-000000000000'}`
  const variables = [{ book: idOf(book) }, { book: idOf(book), other: idOf(other) }, { shelf }][document] ?? {}
  return { query: documents[document] ?? '', variables, viewer }
}

/** The answer by the rules of the library, told without the engine. */
function expected({ viewer, document, book, other, shelf }: Asking): unknown {
  const visible = (place: number) => {
    const found = books[place]
    return found && [viewer, 'everyone'].includes(found.owner) ? found : undefined
  }
  const shelfOf = (id: number) =>
    id === 1 ? { name: 'open' } : id === 2 && viewer === 'keeper' ? { name: 'locked' } : null
  const idOf = (place: number) => {
    const found = visible(place)
    return found ? { id: `Book:${found.id}` } : null
  }
  if (document === 1) return { a: idOf(book), b: idOf(other) }
  if (document === 2) {
    const seen = shelfOf(shelf)
    const ofShelf = books.filter(({ shelf_id }, place) => shelf_id === shelf && visible(place))
    return { shelf: seen && { ...seen, books: ofShelf.map(({ id }) => ({ id: `Book:${id}` })) } }
  }
  const found = visible(book)
  return {
    node: found ? { ...idOf(book), title: found.title, shelfIfOpen: shelfOf(found.shelf_id) } : null,
  }
}

test('no request among others of other viewers gets but what is its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(askings, { minLength: 10, maxLength: 40 }), async (together) => {
      const answers = await Promise.all(together.map((asking) => services.direct.send(request(asking))))
      for (const [i, asking] of together.entries()) {
        expect(answers[i]).toEqual({ status: 200, text: expect.stringContaining('"data":') })
        expect(JSON.parse(answers[i]?.text ?? '').data).toEqual(expected(asking))
      }
    }),
    { numRuns: 100 },
  )
}, 120_000)

test('requests of one viewer that come together take fewer statements than there are requests', async () => {
  const pool = await library.orm.em.getConnection().getNativeClient()
  for (const service of [services.direct, services.completed]) {
    const held = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
    const together = books.map((_, book) => ({ viewer: 'anna', document: 0, book, other: 0, shelf: 0 }))
    const answers = Promise.all(together.map((asking) => service.send(request(asking))))
    await new Promise((resolve) => setTimeout(resolve, 300))
    service.takeStatements()
    for (const client of held) client.release()
    const texts = (await answers).map(({ text }) => text)
    expect(texts.map((text) => JSON.parse(text).data)).toEqual(together.map(expected))
    expect(service.takeStatements().length).toBeLessThan(books.length / 2)
  }
})
