import { buildSchema } from 'graphql'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { buildModel } from '../../server/selection/model/build-model.js'
import { leaf, property, type Selection, selection } from '../../server/selection/selection.js'
import { sql } from '../../server/selection/sql.js'
import { Book, libraryEntities, librarySelections, Shelf } from './library.js'

/** What the engine says at start of a field of shelves that shows books, and of what else is written in GraphQL. */
async function problems(field: string, types = ''): Promise<string[]> {
  const schema = buildSchema(`type Query { shelf: Shelf } enum Way { ASC DESC } enum BookField { title rank }
    input Step { field: BookField! direction: Way! } type PageInfo { hasNextPage: Boolean! }
    type Book { title: String! shelf: Shelf! } type BookEdge { cursor: String! node: Book! }
    type BookConnection { edges: [BookEdge!]! } type Shelf { name: String! ${field} } ${types}`)
  const [, books] = librarySelections
  if (books?.entity !== Book) throw new Error('The library has other selections.')
  const weight = leaf({ type: 'double precision', sql: () => sql`1.5` })
  const fields: Selection['fields'] = field.startsWith('page') ? { page: property('books') } : {}
  const selections = [
    selection(Shelf, { policy: librarySelections[0]?.policy as never, fields }),
    selection(Book, { policy: books.policy, fields: { weight } }),
  ]
  // Nothing connects: the entities are all that is needed.
  const options = { entities: libraryEntities, poolSize: 1, statementTimeoutMs: 0, logger: pino({ level: 'silent' }) }
  const orm = await connectOrm({ database: 'nowhere', port: 1 }, options)
  try {
    buildModel(schema, orm.getMetadata(), selections)
    return []
  } catch (error) {
    return (error as Error).message.split('\n- ').slice(1)
  } finally {
    await orm.close(true)
  }
}
const page = 'first: Int, after: String'

test.each([
  `page(${page}): BookConnection!`,
  `page(${page}): BookConnection`,
  `page(first: Int! = 5, after: String, last: Int, before: String, orderBy: [Step!]): BookConnection!`,
  'books: [Book!]!',
])('the engine starts with %s', async (field) => {
  const said = await problems(field)
  expect(said.filter((one) => one.startsWith('Shelf'))).toEqual([])
})

test.each<[string, string, string?]>([
  ['books: BookConnection!', 'Shelf.books: a connection needs the argument "first", to lead to all of its rows.'],
  [
    'books(first: Int): BookConnection!',
    'Shelf.books: a connection needs the argument "after", to lead to all of its rows.',
  ],
  [`books(${page}, filter: Int): BookConnection!`, 'Shelf.books: the engine doesn\'t know its argument "filter".'],
  [
    'books(first: String, after: String): BookConnection!',
    'Shelf.books: its argument "first" is of type String; it has to be Int.',
  ],
  [
    'books(first: Int, after: ID): BookConnection!',
    'Shelf.books: its argument "after" is of type ID; it has to be String.',
  ],
  ['books: Book!', 'Shelf.books: its type is Book!, but the relation leads to many rows.'],
  [
    `books(${page}): ShelfConnection!`,
    'Shelf.books: its type is ShelfConnection!, but the relation leads to Book.',
    'type ShelfEdge { node: Shelf! } type ShelfConnection { edges: [ShelfEdge!]! }',
  ],
  [
    `books(${page}, orderBy: Step): BookConnection!`,
    'Shelf.books: its argument "orderBy" is of type Step; it has to be [{ field: an enum of property paths, direction: an enum of ASC and DESC }!].',
  ],
  [
    `books(${page}, orderBy: [Other!]): BookConnection!`,
    'Shelf.books: its argument "orderBy" is of type [Other!]; it has to be [{ field: an enum of property paths, direction: an enum of ASC and DESC }!].',
    'input Other { field: BookField! direction: Up! } enum Up { UP DOWN }',
  ],
  [
    `books(${page}, orderBy: [Other!]): BookConnection!`,
    'Shelf.books: its rows can\'t be ordered by "colour", which Book has not.',
    'input Other { field: Colour! direction: Way! } enum Colour { title colour }',
  ],
  [
    `books(${page}, orderBy: [Other!]): BookConnection!`,
    'Shelf.books: Book can\'t be ordered by "weight" of type double precision.',
    'input Other { field: Weight! direction: Way! } enum Weight { weight }',
  ],
])('the engine does not start with %s', async (field, problem, types) => {
  expect(await problems(field, types)).toContain(problem)
})
