import { buildSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groups, node, one, page } from '../../server/selection/intent.js'
import { everyRow, selection, unshown } from '../../server/selection/selection.js'
import { Book, type Library, openLibrary, Shelf } from './library.js'
import { type Service, serve } from './serve.js'

/*
 * Mistakes of resolvers, which nobody can know before they are asked: what they read isn't what their field shows, or
 * they filter and order by what isn't there. Both ways answer with an error, and the log says what to do.
 */

const typeDefinitions = `
  interface Node { id: ID! }
  interface Named { name: String! }
  type Shelf implements Node & Named { id: ID! name: String! books: [Book!]! }
  type Book implements Node { id: ID! title: String! }
  type BookPage { nodes: [Book!]! totalCount: Int! }
  type BookConnection { nodes: [Book!]! totalCount: Int! }
  type ShelfEdge { node: Shelf! }
  type ShelfConnection { edges: [ShelfEdge!]! totalCount: Int! }
  type Query {
    book: Book  bookAsNode: Node  bookAsNamed: Named  bookAsShelf: Shelf  bookAsText: String  bookAsList: [Book!]
    bookAsConnection: BookConnection  listOfBooks: [Book!]!  listOfShelves: [Shelf!]!
    books: BookConnection!  booksAsPage: BookPage!  booksAsShelves: ShelfConnection!  booksAsBook: Book  booksAsList: [Book!]
    groupsAsBook: Book  nodeAsBook(id: ID!): Book
    unknownOrder: BookConnection  unknownFilter: Book  unsortable: BookConnection
  }`

function makeSchema() {
  const schema = buildSchema(typeDefinitions)
  const book = () => one(Book, { where: [{ field: 'title', is: 'title 1' }] })
  const books = () => page(Book, { page: { first: 2 } })
  const ordered = (field: string) => () => page(Book, { page: {}, order: [{ field, direction: 'ASC' }] })
  const special: Record<string, (args: never) => unknown> = {
    listOfBooks: () => [book(), book()],
    listOfShelves: () => [book()],
    groupsAsBook: () => groups(Book, { by: ['owner'] }),
    nodeAsBook: ({ id }: { id: string }) => node(id),
    unknownOrder: ordered('colour'),
    unsortable: ordered('tags'),
    unknownFilter: () => one(Book, { where: [{ field: 'shelf.colour', is: 'red' }] }),
  }
  for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
    const make = special[name] ?? (name.startsWith('books') ? books : book)
    field.resolve = (_source, args) => make(args as never)
  }
  return schema
}

let library: Library
let services: Service[]
let told: string[] = []
beforeAll(async () => {
  library = await openLibrary()
  const logger = pino({ level: 'error' }, { write: (line: string) => told.push(JSON.parse(line).error.message) })
  const options = {
    orm: library.orm,
    selections: [Shelf, Book].map((entity) => selection(entity, { policy: everyRow })),
    logger,
  }
  services = [
    await serve({ schema: makeSchema(), ...options }),
    await serve({ schema: makeSchema(), ...options, passThrough: false }),
  ]
})
afterAll(async () => {
  for (const service of services) await service.close()
  await library.close()
})

/** The answer, which is the same both ways, and what the log says of it. */
async function ask(query: string) {
  told = []
  const [direct, completed] = await Promise.all(services.map((service) => service.send({ query })))
  expect(direct).toEqual(completed)
  const { data, errors = [] } = JSON.parse(direct?.text ?? '') as {
    data: unknown
    errors?: { extensions: { code: string } }[]
  }
  return { data, codes: errors.map(({ extensions: { code } }) => code), told: new Set(told) }
}

const showBook = 'show Book, or read what it shows.'
const showBooks = 'show a connection of Book, a type named …Connection with edges or nodes, or read what it shows.'

test.each([
  ['{ bookAsNamed { n: name } }', `bookAsNamed reads one Book, but its type is Named; ${showBook}`],
  ['{ bookAsShelf { n: id } }', `bookAsShelf reads one Book, but its type is Shelf; ${showBook}`],
  ['{ bookAsText }', `bookAsText reads one Book, but its type is String; ${showBook}`],
  ['{ bookAsList { t: title } }', `bookAsList reads one Book, but its type is [Book!]; ${showBook}`],
  [
    '{ bookAsConnection { c: totalCount } }',
    `bookAsConnection reads one Book, but its type is BookConnection; ${showBook}`,
  ],
  ['{ listOfShelves { id } }', `listOfShelves reads one Book, but its type is Shelf!; ${showBook}`],
  ['{ booksAsPage { c: totalCount } }', `booksAsPage reads a page of Book, but its type is BookPage!; ${showBooks}`],
  [
    '{ booksAsShelves { c: totalCount } }',
    `booksAsShelves reads a page of Book, but its type is ShelfConnection!; ${showBooks}`,
  ],
  ['{ booksAsBook { t: title } }', `booksAsBook reads a page of Book, but its type is Book; ${showBooks}`],
  ['{ booksAsList { t: title } }', `booksAsList reads a page of Book, but its type is [Book!]; ${showBooks}`],
  [
    '{ groupsAsBook { t: title } }',
    "groupsAsBook asks for groups of Book, but doesn't show a list of a type declared for them.",
  ],
  [
    '{ nodeAsBook(id: "Shelf:1") { i: id } }',
    'nodeAsBook reads one Shelf, but its type is Book; show Shelf, or read what it shows.',
  ],
  [
    '{ unknownOrder { c: totalCount } }',
    'unknownOrder: Book.colour is no column; filter, order and group by properties of Book and leaves of its selection.',
  ],
  [
    '{ unknownFilter { id } }',
    'unknownFilter: Book.shelf.colour is no column; filter, order and group by properties of Book and leaves of its selection.',
  ],
  [
    '{ unsortable { c: totalCount } }',
    "unsortable: Book.tags is of type text[], which lists can't be ordered by; order by another property, or by a leaf that casts it.",
  ],
])('%s', async (query, message) => {
  const { codes, told } = await ask(query)
  expect(codes).toEqual(['INTERNAL_SERVER_ERROR'])
  expect([...told]).toEqual([message])
})

test('what a field can show is read, behind an interface and in lists, too', async () => {
  const { data, told } = await ask(`{
    book { title } bookAsNode { __typename ... on Book { title } } listOfBooks { title }
    books { n: nodes { t: title } c: totalCount } nodeAsBook(id: "Book:nobody") { id } }`)
  const book = { title: 'title 1' }
  expect(data).toMatchObject({
    book,
    bookAsNode: { __typename: 'Book', ...book },
    listOfBooks: [book, book],
    books: { n: [{}, {}], c: expect.any(Number) },
    nodeAsBook: null,
  })
  expect(told.size).toBe(0)
})

test('an entity without a selection is named when it is read', async () => {
  const schema = buildSchema('type Query { shelf: Shelf } type Shelf { id: Int! }')
  const field = schema.getQueryType()?.getFields().shelf
  if (field) field.resolve = () => one(Shelf, { where: [] })
  told = []
  const logger = pino({ level: 'error' }, { write: (line: string) => told.push(JSON.parse(line).error.message) })
  const service = await serve({ schema, orm: library.orm, selections: [Shelf, Book].map(unshown), logger })
  expect((await service.send({ query: '{ shelf { id } }' })).text).toContain('INTERNAL_SERVER_ERROR')
  expect(told).toEqual(['shelf: Shelf has no selection; declare one.'])
  await service.close()
})
