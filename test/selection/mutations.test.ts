import { extendSchema, type GraphQLSchema, parse } from 'graphql'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../server/http/context.js'
import { node, one, page } from '../../server/selection/intent.js'
import { keyOfGlobalId } from '../../server/selection/prepare/global-id.js'
import { typescript } from '../../server/selection/selection.js'
import { Book, type Library, librarySchema, librarySelections, openLibrary } from './library.js'
import type { Service } from './serve.js'
import { type TwoServices, twoServices } from './two-services.js'

/*
 * Intents anywhere but at the root of a query: what mutations answer, and objects that TypeScript made around rows. They
 * are read after the write is committed, under the caller's policy.
 */

const additions = parse(`
  extend type Book { twins: [Book!]! }
  extend type Query { report(of: String): Report }
  extend schema { mutation: Mutation }
  type Mutation {
    renameBook(id: ID!, title: String!): Book
    rename(id: ID!, title: String!): RenameResult!
    give(id: ID!, to: String!): RenameResult!
  }
  type RenameResult { book: Book books: [Book]! sameTitle(first: Int): BookConnection found: Node query: Query! errors: [String!]! }
  union Report = Short | Long
  type Short { book: Book! query: Query! }
  type Long { book: Book! others: BookConnection! }`)

/** The books whose title is wanted. */
const titled = (title: string) => one(Book, { where: [{ field: 'title', is: title }] })

const missing = () => new Error('no such book') as never

/** A use case: one transaction that finds the row under the policy and writes, and what is to be read of it afterwards. */
async function change(context: Context, id: string, values: Partial<Book>) {
  const key = keyOfGlobalId('Book', id) ?? ''
  const written = await context.em().transactional(async (em) => {
    const book = await em.findOne(Book, key)
    return book && Object.assign(book, values)
  })
  if (!written) return { books: [], query: {}, errors: ['NO_SUCH_BOOK'] }
  const book = one(Book, { where: [{ field: 'id', is: key }] })
  const sameTitle = ({ first }: { first?: number }) =>
    page(Book, { where: [{ field: 'title', is: written.title }], page: { first } })
  const other = one(Book, { where: [{ field: 'title', is: 'nobody’s' }], missing })
  return { book, books: [book, null, other, book], sameTitle, found: node(id), query: {}, errors: [] }
}

function mutationSchema(): GraphQLSchema {
  const schema = extendSchema(librarySchema(), additions)
  const resolve = (type: string, name: string, make: (args: never, context: Context) => unknown) => {
    const of = schema.getType(type)
    const field = of && 'getFields' in of ? of.getFields()[name] : undefined
    if (!field || !('resolve' in field)) throw new Error(`${type}.${name} isn't there.`)
    field.resolve = (_source, args, context) => make(args as never, context)
  }
  type Rename = { id: string; title: string }
  resolve('Mutation', 'rename', ({ id, title }: Rename, context) => change(context, id, { title }))
  resolve('Mutation', 'give', ({ id, to }: { id: string; to: string }, context) => change(context, id, { owner: to }))
  resolve('Mutation', 'renameBook', async ({ id, title }: Rename, context) => {
    const { book } = await change(context, id, { title })
    return book ?? null
  })
  resolve('Query', 'report', ({ of }: { of?: string }) => {
    const report = { book: titled('title 1'), query: {}, others: page(Book, { page: { first: 2 } }) }
    return { __typename: of === 'long' ? 'Long' : 'Short', ...report }
  })
  return schema
}

const selections = librarySelections.map((selection) => {
  const twins = typescript({ needs: ['title'], resolve: ({ title }) => [titled(String(title))] })
  return selection.entity === Book ? { ...selection, fields: { ...selection.fields, twins } } : selection
})

let library: Library
let services: TwoServices
let service: Service
beforeAll(async () => {
  library = await openLibrary()
  services = await twoServices(mutationSchema, library.orm, selections)
  service = services.direct
})
afterAll(async () => {
  await services.close()
  await library.close()
})

/** A book of the caller's. */
const key = '11111111-1111-4111-8111-111111111111'
const id = `Book:${key}`
beforeEach(async () => {
  const em = library.orm.em.fork()
  await em.nativeDelete(Book, key)
  await em.insert(Book, { id: key, shelf: 1, owner: 'anna', title: 'old', rank: 1 })
  service.takeStatements()
})

async function ask(query: string, variables?: Record<string, unknown>) {
  const { text } = await service.send({ query, variables, viewer: 'anna', language: 'en' })
  return JSON.parse(text)
}

test('a mutation that shows a row reads what the document selects, in one statement after the commit', async () => {
  const query = 'mutation ($id: ID!) { renameBook(id: $id, title: "new") { id name: title shelf { name } spine } }'
  const { data, errors } = await ask(query, { id })
  expect(errors).toBeUndefined()
  expect(data.renameBook).toMatchObject({ id, name: 'new', shelf: { name: 'open' } })
  const statements = service.takeStatements()
  expect(statements.slice(statements.indexOf('commit') + 1)).toEqual([expect.stringContaining('row_to_json')])
})

test('so do the fields of its payload: rows, pages, nodes and lists, each with errors of its own', async () => {
  const query = `mutation ($id: ID!) { rename(id: $id, title: "new") {
    errors book { id title } books { title } sameTitle(first: 1) { totalCount nodes { id } edges { cursor } }
    found { __typename ... on Book { title } } query { book(title: "new") { id } }
  } }`
  const { data, errors } = await ask(query, { id })
  expect(data.rename).toEqual({
    errors: [],
    book: { id, title: 'new' },
    books: [{ title: 'new' }, null, null, { title: 'new' }],
    sameTitle: { totalCount: 1, nodes: [{ id }], edges: [{ cursor: expect.any(String) }] },
    found: { __typename: 'Book', title: 'new' },
    query: { book: { id } },
  })
  expect(errors).toMatchObject([{ path: ['rename', 'books', 2] }])
})

test('a page in a payload is checked as one at the root', async () => {
  const query = 'mutation ($id: ID!) { rename(id: $id, title: "new") { sameTitle(first: -1) { totalCount } } }'
  const { data, errors } = await ask(query, { id })
  expect(data).toEqual({ rename: { sameTitle: null } })
  expect(errors).toMatchObject([{ path: ['rename', 'sameTitle'], extensions: { code: 'BAD_USER_INPUT' } }])
})

test('several mutations in a document each read what they select, after their own write', async () => {
  const query = `mutation ($id: ID!) {
    a: rename(id: $id, title: "a") { book { title } }
    b: rename(id: $id, title: "b") { book { title rank } }
    c: rename(id: $id, title: "c") { book { id title } }
  }`
  const { data } = await ask(query, { id })
  expect(data).toEqual({
    a: { book: { title: 'a' } },
    b: { book: { title: 'b', rank: 1 } },
    c: { book: { id, title: 'c' } },
  })
})

test('a row that the write took out of sight isn’t shown, and one that wasn’t in sight isn’t written', async () => {
  const query = 'mutation ($id: ID!, $to: String!) { give(id: $id, to: $to) { book { title } errors } }'
  expect((await ask(query, { id, to: 'ben' })).data.give).toEqual({ book: null, errors: [] })
  expect((await ask(query, { id, to: 'anna' })).data.give).toEqual({ book: null, errors: ['NO_SUCH_BOOK'] })
})

test('objects that a query’s resolver made hold rows, with the same bytes both ways', async () => {
  const books = 'b: report { ... on Short { book { id } } ... on Long { book { id title } others { totalCount } } }'
  const query = `{ short: report { ...F } long: report(of: "long") { ...F } ${books} }
    fragment F on Report { __typename ... on Short { book { id } } ... on Long { book { id title } others { nodes { title } } } }`
  const { data, errors } = await services.both({ query, viewer: 'anna' })
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({
    short: { __typename: 'Short', book: { id: expect.any(String) } },
    long: { __typename: 'Long', book: { title: 'title 1' }, others: { nodes: [{}, {}] } },
  })
  expect((data?.short as { book: object }).book).not.toHaveProperty('title')
})

test('a query inside of an answer isn’t taken for the one at the root', async () => {
  const query = `{ book(title: "title 1") { title } shelf(id: 1) { name }
    report { ... on Short { query { book(title: "title 2") { title } shelf(id: 3) { name } } } } }`
  const { data } = await services.both({ query, viewer: 'anna' })
  expect(data).toEqual({
    book: { title: 'title 1' },
    shelf: { name: 'open' },
    report: { query: { book: { title: 'title 2' }, shelf: null } },
  })
})

test('a field that TypeScript computes may show rows', async () => {
  const query = '{ book(title: "title 1") { twins { title rank } } }'
  const { data } = await services.both({ query, viewer: 'anna' })
  expect(data).toMatchObject({ book: { twins: [{ title: 'title 1' }] } })
})
