import { defineEntity, type MikroORM, p } from '@mikro-orm/postgresql'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { DateTime, LocalDate, Money } from '../../schema/types/scalars.js'
import { connectOrm } from '../../server/database/connect.js'
import { type Condition, node, one, page } from '../../server/selection/intent.js'
import { leaf, property, type Selection, selection, typescript } from '../../server/selection/selection.js'
import { fromContext, type ReadContext, sql } from '../../server/selection/sql.js'
import { createDatabase, query } from '../support/test-database.js'

/*
 * A small library whose books and shelves are not for everyone: what guidelines, which are public and without nulls to
 * order by, can't show of the engine.
 */

const ShelfSchema = defineEntity({
  name: 'Shelf',
  tableName: 'shelf',
  properties: {
    id: p.integer().primary(),
    name: p.text(),
    locked: p.boolean(),
    books: () => p.oneToMany(Book).mappedBy('shelf'),
  },
})
export class Shelf extends ShelfSchema.class {}
ShelfSchema.setClass(Shelf)

const BookSchema = defineEntity({
  name: 'Book',
  tableName: 'book',
  properties: {
    id: p.uuid().primary(),
    shelf: () => p.manyToOne(Shelf).index(),
    owner: p.text(),
    title: p.text(),
    rank: p.integer().nullable(),
    lentAt: p.datetime().nullable(),
    price: p.decimal().precision(18).scale(2).nullable(),
    printedOn: p.date().nullable(),
    tags: p.array().nullable(),
  },
})
export class Book extends BookSchema.class {}
BookSchema.setClass(Book)

export const libraryEntities = [Shelf, Book]

type LibraryContext = ReadContext & { readonly viewer: string }
const viewer = fromContext(({ viewer }: LibraryContext) => viewer)

export const librarySelections: readonly Selection[] = [
  selection(Shelf, {
    policy: (shelf) => sql`not ${shelf('locked')} or ${viewer} = 'keeper'`,
    fields: { bookPage: property('books'), cheapBooks: property('books', (book) => book('cheap')) },
  }),
  selection(Book, {
    policy: (book) => sql`${book('owner')} = ${viewer} or ${book('owner')} = 'everyone'`,
    fields: {
      shelfIfOpen: property('shelf'),
      cheap: leaf({ type: 'boolean', nullable: true, sql: (book) => sql`${book('price')} < 10` }),
      hasTwin: leaf({
        type: 'boolean',
        sql: (book) =>
          book.exists(Book, (twin) => sql`${twin('title')} = ${book('title')} and ${twin('id')} <> ${book('id')}`),
      }),
      nap: leaf({ type: 'text', sql: () => sql`pg_sleep(10)::text` }),
      spine: typescript({
        needs: ['title', 'price', 'cheap'],
        resolve: ({ title, price, cheap }, { upper }) => {
          const text = `${title} (${price ?? 'free'}${cheap ? ', cheap' : ''})`
          return upper ? text.toUpperCase() : text
        },
      }),
    },
  }),
]

const typeDefinitions = `
  scalar DateTime scalar LocalDate scalar Money
  interface Node { id: ID! }
  type Shelf implements Node {
    id: ID! name: String! books: [Book!]!
    bookPage(first: Int after: String last: Int before: String orderBy: [Step!]): BookConnection!
    cheapBooks(first: Int! = 3 after: String): BookConnection!
  }
  type Book implements Node {
    id: ID! title: String! rank: Int lentAt: DateTime price: Money printedOn: LocalDate tags: [String!]
    shelf: Shelf! shelfIfOpen: Shelf cheap: Boolean hasTwin: Boolean! nap: String! spine(upper: Boolean): String!
  }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type BookEdge { cursor: String! node: Book! }
  type BookConnection { edges: [BookEdge!]! nodes: [Book!]! pageInfo: PageInfo! totalCount: Int! }
  enum BookField { id title rank lentAt price printedOn cheap }
  enum Direction { ASC DESC }
  input Step { field: BookField! direction: Direction! }
  input BookFilter { titles: [String!] cheap: Boolean hasTwin: Boolean rankFrom: Int rankTo: Int lentFrom: DateTime lentTo: DateTime priceFrom: Money priceTo: Money }
  type Query {
    book(title: String!): Book
    shelf(id: Int!): Shelf
    shelfThatMustBe(id: Int!): Shelf!
    books(first: Int after: String last: Int before: String filter: BookFilter orderBy: [Step!]): BookConnection!
    node(id: ID!): Node
    forbidden: Book
  }`

export type BookFilter = {
  readonly titles?: readonly string[] | null
  readonly cheap?: boolean | null
  readonly hasTwin?: boolean | null
  readonly rankFrom?: number | null
  readonly rankTo?: number | null
  readonly lentFrom?: string | null
  readonly lentTo?: string | null
  readonly priceFrom?: string | null
  readonly priceTo?: string | null
}

function conditionsOf({
  titles,
  cheap,
  hasTwin,
  rankFrom,
  rankTo,
  lentFrom,
  lentTo,
  ...price
}: BookFilter): Condition[] {
  return [
    ...(titles == null ? [] : [{ field: 'title', in: titles }]),
    ...(cheap == null ? [] : [{ field: 'cheap', is: cheap }]),
    ...(hasTwin == null ? [] : [{ field: 'hasTwin', is: hasTwin }]),
    ...(rankFrom == null ? [] : [{ field: 'rank', from: rankFrom }]),
    ...(rankTo == null ? [] : [{ field: 'rank', to: rankTo }]),
    ...(lentFrom == null ? [] : [{ field: 'lentAt', from: lentFrom }]),
    ...(lentTo == null ? [] : [{ field: 'lentAt', to: lentTo }]),
    ...(price.priceFrom == null ? [] : [{ field: 'price', from: price.priceFrom }]),
    ...(price.priceTo == null ? [] : [{ field: 'price', to: price.priceTo }]),
  ]
}

/** The schema, its queries as a type-graphql resolver would have them. */
export function librarySchema(): GraphQLSchema {
  const schema = buildSchema(typeDefinitions)
  for (const { name, serialize, parseValue, parseLiteral } of [DateTime, LocalDate, Money]) {
    Object.assign(schema.getType(name) ?? {}, { serialize, parseValue, parseLiteral })
  }
  const fields = schema.getQueryType()?.getFields() ?? {}
  const resolve = (name: string, make: (args: never) => unknown) => {
    const field = fields[name]
    if (field) field.resolve = (_source, args) => make(args as never)
  }
  resolve('book', ({ title }: { title: string }) => one(Book, { where: [{ field: 'title', is: title }] }))
  const shelf = ({ id }: { id: number }) => one(Shelf, { where: [{ field: 'id', is: id }] })
  resolve('shelf', shelf)
  resolve('shelfThatMustBe', shelf)
  resolve('books', ({ orderBy, filter, ...args }: { orderBy?: [] | null; filter?: BookFilter | null }) =>
    page(Book, { where: conditionsOf(filter ?? {}), order: orderBy ?? [], page: args }),
  )
  resolve('node', ({ id }: { id: string }) => node(id))
  resolve('forbidden', () => {
    throw new Error('not for you')
  })
  return schema
}

/** Two shelves, one of them locked, and 40 books of three owners; every third value is null, some are equal. */
const data = `
  create table shelf (id int primary key, name text not null, locked boolean not null);
  create table book (id uuid primary key, shelf_id int not null references shelf, owner text not null, title text not null,
    rank int, lent_at timestamptz, price numeric(18,2), printed_on date, tags text[]);
  insert into shelf values (1, 'open', false), (2, 'locked', true);
  insert into book
  select md5(n::text)::uuid, 1 + (n % 5 = 0)::int, (array['anna', 'ben', 'everyone'])[1 + n % 3], 'title ' || n / 2,
         case when n % 3 > 0 then n % 4 end,
         case when n % 4 > 0 then timestamptz '2024-02-29 23:59:59.9994Z' + n % 5 * interval '100 microseconds' end,
         case when n % 3 > 0 then n % 7 * 3.5 end, case when n % 2 > 0 then date '2024-01-01' + n % 3 end,
         case when n % 4 > 1 then array['a', n::text, '“"\\'] end
  from generate_series(0, 39) n;`

export type Library = { readonly orm: MikroORM; readonly databaseUrl: string; close(): Promise<void> }

export async function openLibrary({ statementTimeoutMs = 20_000, poolSize = 4 } = {}): Promise<Library> {
  const database = await createDatabase()
  await query(database.url, data)
  const logger = pino({ level: 'silent' })
  const address = { connectionString: database.url }
  const orm = await connectOrm(address, { entities: libraryEntities, poolSize, statementTimeoutMs, logger })
  const close = async () => {
    await orm.close(true)
    await database.drop()
  }
  return { orm, databaseUrl: database.url, close }
}
