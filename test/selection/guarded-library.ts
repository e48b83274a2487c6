import { type EntityManager } from '@mikro-orm/postgresql'
import fc from 'fast-check'
import { type GraphQLSchema, graphql } from 'graphql'
import { afterAll, beforeAll, expect } from 'vitest'
import { Cancellation } from '../../server/selection/cancellation.js'
import type { Model } from '../../server/selection/model/model.js'
import { policyEm } from '../../server/selection/policy/policy-filter.js'
import { createReadEngine } from '../../server/selection/read-engine.js'
import { partOf, type Selection, selection } from '../../server/selection/selection.js'
import { fromContext, type ReadContext, sql } from '../../server/selection/sql.js'
import { Book, type Library, librarySchema, librarySelections, openLibrary, Shelf } from './library.js'

/** A request of somebody's. */
export type Context = ReadContext & { readonly viewer: string }
export const viewer = fromContext(({ viewer }: Context) => viewer)
export const everyonesOrOwn: Selection['policy'] = (book) =>
  sql`${book('owner')} = ${viewer} or ${book('owner')} = 'everyone'`

/** Of books; shelf 2 is for the keeper. */
export const policies: Readonly<Record<string, Selection['policy']>> = {
  'the viewer': everyonesOrOwn,
  'a list of viewers': (book) =>
    sql`${book('owner')} = any(${fromContext(({ viewer }: Context) => [viewer, 'everyone'])})`,
  'the whole': partOf(Shelf, 'shelf'),
  'another row': (book) =>
    sql`${book('owner')} = ${viewer} and ${book.exists(Shelf, (shelf) => sql`${shelf('id')} = ${book('shelf')} and ${shelf('name')} <> ${book('title')}`)}`,
  'a computed field, and values that are no texts': (book) =>
    sql`${book('cheap')} and ${book('rank')} < ${fromContext(({ viewer }: Context) => viewer.length)} and ${fromContext(() => true)}`,
}

export type Guarded = { readonly model: Model; readonly schema: GraphQLSchema }

/** The library that {@link useLibrary} opens. */
export let library: Library

/** One library for the tests of a file. */
export function useLibrary(): void {
  beforeAll(async () => {
    library = await openLibrary()
  })
  afterAll(() => library.close())
}

export async function guardedBy(policy: Selection['policy'] = everyonesOrOwn): Promise<Guarded> {
  const [shelves, books] = librarySelections
  if (shelves?.entity !== Shelf || books?.entity !== Book) throw new Error('The library has other selections.')
  const schema = librarySchema()
  const selections = [shelves, selection(Book, { ...books, policy })]
  const { model } = await createReadEngine(schema, library.orm, selections, { namedStatements: true })
  return { model, schema }
}

export const contextOf = (viewer: string): Context => ({ viewer, locale: 'en', cancellation: new Cancellation() })
export const emOf = ({ model }: Guarded, viewer: string) => policyEm(library.orm, model, contextOf(viewer))

/** The ids that the engine shows to a viewer, and the shelf's where it shows that. */
export async function shown({ schema }: Guarded, viewer: string) {
  const source = `{ books(first: 100) { nodes { id title shelfIfOpen { name } } }
    open: shelf(id: 1) { books { id } } locked: shelf(id: 2) { books { id } } }`
  const { data, errors } = await graphql({ schema, source, contextValue: contextOf(viewer) })
  expect(errors).toBeUndefined()
  type Shown = { id: string; shelfIfOpen: { name: string } | null }
  type Data = { books: { nodes: Shown[] } } & Record<'open' | 'locked', { books: { id: string }[] } | null>
  const { books, open, locked } = data as Data
  const local = (id: string) => id.replace('Book:', '')
  return {
    books: books.nodes.map(({ id }) => local(id)).sort(),
    shelves: Object.fromEntries(books.nodes.map(({ id, shelfIfOpen }) => [local(id), shelfIfOpen?.name])),
    lists: [open, locked].map((shelf) => shelf?.books.map(({ id }) => local(id)).sort()),
  }
}

// Texts that mean something to PostgreSQL, to the ORM or to pg, if they get there as more than a value.
export const names = fc.oneof(
  fc.constantFrom('anna', 'ben', 'everyone', 'keeper', '', "o'neil", '\\', "\\' or true --", '?', '??', 'a\\?', '$1'),
  fc.constantFrom(
    '[::alias::]',
    ':owner',
    '"',
    '{anna,ben}',
    'null',
    '😀',
    '%',
    '\n',
    "' or '1'='1",
    '张三',
    'E\\u0027',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => text.isWellFormed() && !text.includes('\0')),
)
export type Row = { owner: string; shelf: number; title: string; rank: number | null; price: string | null }
export const bookOf: fc.Arbitrary<Row> = fc.record({
  owner: names,
  shelf: fc.constantFrom(1, 2),
  title: fc.constantFrom('open', 'one', 'two'),
  rank: fc.option(fc.nat(5)),
  price: fc.option(fc.constantFrom('3.50', '20.00')),
})
export type World = { readonly books: readonly Row[]; readonly viewer: string }
/** Some books, and one who looks at them: mostly the owner of one. */
export const worlds = fc.array(bookOf, { minLength: 1, maxLength: 8 }).chain((books) =>
  fc.record({
    books: fc.constant(books),
    viewer: fc.oneof(fc.constantFrom(...books.map(({ owner }) => owner)), fc.constant('keeper'), names),
  }),
)

export const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`

export async function fill(books: readonly Row[]): Promise<string[]> {
  const em = library.orm.em.fork()
  await em.nativeDelete(Book, {})
  await em.insertMany(
    Book,
    books.map((book, place) => ({ ...book, id: idOf(place) })),
  )
  return books.map((_book, place) => idOf(place))
}

export async function everyWorld(check: (world: World, ids: string[]) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(worlds, async (world) => check(world, await fill(world.books)))
  await fc.assert(property, { numRuns: 25 })
}

export const idsOf = (books: readonly { id: string }[]) => books.map(({ id }) => id).sort()
export const shelvesOf = async (em: EntityManager) =>
  (await em.find(Book, {}, { orderBy: { id: 'asc' } })).map(({ shelf }) => shelf.id)
export const idsWhere = async (where: object) => idsOf(await library.orm.em.fork().find(Book, where))
