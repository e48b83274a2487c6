import type { MikroORM } from '@mikro-orm/postgresql'
import type { GraphQLSchema } from 'graphql'
import { type BookFilter, librarySchema } from '../selection/library.js'

/*
 * The library a second time, without the engine: all rows as JSON, and what a viewer sees of them worked out in
 * JavaScript. Slow and simple, with nothing in common with what it checks.
 */

type ShelfRow = { id: number; name: string; locked: boolean }
type BookRow = {
  id: string
  shelf_id: number
  owner: string
  title: string
  rank: number | null
  lent_at: string | null
  price: number | null
  printed_on: string | null
  tags: string[] | null
}
type Step = { readonly field: string; readonly direction?: string | null }
type Page = {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
  readonly orderBy?: readonly Step[] | null
  readonly filter?: BookFilter | null
}
type Viewed = { readonly viewer: string }

type Shelf = { readonly row: ShelfRow; readonly id: string; readonly books: () => readonly Book[] }
type Book = {
  readonly row: BookRow
  readonly id: string
  readonly title: string
  readonly price: string | null
  readonly cheap: boolean | null
  readonly hasTwin: () => boolean
  readonly shelf: () => Shelf | null
}
/** What one viewer sees. */
type Library = { readonly shelves: readonly Shelf[]; readonly books: readonly Book[] }

/** The schema with its queries answered from what is in the database now. */
export async function libraryOracle(orm: MikroORM): Promise<GraphQLSchema> {
  const read = async <Row>(table: string) =>
    (await orm.em.fork().execute<{ row: Row }[]>(`select to_jsonb(t) as row from ${table} t order by id`)).map(
      ({ row }) => row,
    )
  const [shelves, books] = await Promise.all([read<ShelfRow>('shelf'), read<BookRow>('book')])
  const libraries = new Map<string, Library>()
  const seenBy = (viewer: string) => {
    const known = libraries.get(viewer) ?? libraryOf(viewer, shelves, books)
    libraries.set(viewer, known)
    return known
  }
  const schema = librarySchema()
  const answer = <Args>(name: string, resolve: (library: Library, args: Args) => unknown) => {
    const field = schema.getQueryType()?.getFields()[name]
    if (field) field.resolve = (_source, args, { viewer }: Viewed) => resolve(seenBy(viewer), args as Args)
  }
  answer('book', (library, { title }: { title: string }) => library.books.find((book) => book.title === title) ?? null)
  const shelf = (library: Library, { id }: { id: number }) => library.shelves.find(({ row }) => row.id === id) ?? null
  answer('shelf', shelf)
  answer('shelfThatMustBe', shelf)
  answer(
    'node',
    ({ shelves, books }, { id }: { id: string }) => [...shelves, ...books].find((one) => one.id === id) ?? null,
  )
  answer('books', ({ books }, page: Page) => connection(books, page))
  return schema
}

/** All that a viewer may see. */
function libraryOf(viewer: string, shelfRows: readonly ShelfRow[], bookRows: readonly BookRow[]): Library {
  const shelved = ({ id }: ShelfRow) => books.filter((book) => book.row.shelf_id === id)
  const shelves: readonly Shelf[] = shelfRows
    .filter(({ locked }) => !locked || viewer === 'keeper')
    .map((row) => ({
      __typename: 'Shelf',
      row,
      id: `Shelf:${row.id}`,
      name: row.name,
      books: () => shelved(row),
      bookPage: (page: Page) => connection(shelved(row), page),
      cheapBooks: (page: Page) =>
        connection(
          shelved(row).filter(({ cheap }) => cheap),
          page,
        ),
    }))
  const books: readonly Book[] = bookRows
    .filter(({ owner }) => owner === viewer || owner === 'everyone')
    .map((row) => {
      const shelf = () => shelves.find((one) => one.row.id === row.shelf_id) ?? null
      const price = row.price === null ? null : row.price.toFixed(2)
      const cheap = row.price === null ? null : row.price < 10
      return {
        __typename: 'Book',
        row,
        id: `Book:${row.id}`,
        title: row.title,
        rank: row.rank,
        lentAt: row.lent_at === null ? null : new Date(row.lent_at).toISOString(),
        price,
        printedOn: row.printed_on,
        tags: row.tags,
        shelf,
        shelfIfOpen: shelf,
        cheap,
        hasTwin: () => books.some((twin) => twin.title === row.title && twin.row.id !== row.id),
        spine: ({ upper }: { upper?: boolean | null }) => {
          const text = `${row.title} (${price ?? 'free'}${cheap ? ', cheap' : ''})`
          return upper ? text.toUpperCase() : text
        },
      }
    })
  return { shelves, books }
}

/** What rows are ordered by, as text at full precision, which is what their cursors hold. */
const orderText: Readonly<Record<string, (book: Book) => string | null>> = {
  id: ({ row }) => row.id,
  title: ({ row }) => row.title,
  rank: ({ row }) => (row.rank === null ? null : String(row.rank)),
  price: ({ price }) => price,
  printedOn: ({ row }) => row.printed_on,
  cheap: ({ cheap }) => (cheap === null ? null : String(cheap)),
  lentAt: ({ row }) => row.lent_at && row.lent_at.replace('+00:00', ''),
}
const numeric = new Set(['rank', 'price'])

/** PostgreSQL puts nulls behind everything else, and before it when descending. */
function compareValues(field: string, a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (numeric.has(field)) return Number(a) - Number(b)
  return a < b ? -1 : Number(a > b)
}

/** A condition on a value that is null isn't met. */
function satisfies(book: Book, { titles, cheap, hasTwin, rankFrom, rankTo, ...given }: BookFilter): boolean {
  const { rank, price, lent_at } = book.row
  const lentSince = (from: string) => lent_at !== null && Temporal.Instant.compare(lent_at, from) >= 0
  const lentUntil = (to: string) => lent_at !== null && Temporal.Instant.compare(lent_at, to) <= 0
  return (
    (titles == null || titles.includes(book.title)) &&
    (cheap == null || book.cheap === cheap) &&
    (hasTwin == null || book.hasTwin() === hasTwin) &&
    (rankFrom == null || (rank !== null && rank >= rankFrom)) &&
    (rankTo == null || (rank !== null && rank <= rankTo)) &&
    (given.lentFrom == null || lentSince(given.lentFrom)) &&
    (given.lentTo == null || lentUntil(given.lentTo)) &&
    (given.priceFrom == null || (price !== null && price >= Number(given.priceFrom))) &&
    (given.priceTo == null || (price !== null && price <= Number(given.priceTo)))
  )
}

function connection(books: readonly Book[], { first, last, after, before, orderBy, filter }: Page) {
  const asked = [...new Map((orderBy ?? []).toReversed().map((step) => [step.field, step])).values()].toReversed()
  const cut = asked.findIndex(({ field }) => field === 'id')
  const steps = cut < 0 ? [...asked, { field: 'id', direction: asked.at(-1)?.direction }] : asked.slice(0, cut + 1)
  const valuesOf = (book: Book) => steps.map(({ field }) => orderText[field]?.(book) ?? null)
  const compare = (a: readonly (string | null)[], b: readonly (string | null)[]) => {
    for (const [i, { field, direction }] of steps.entries()) {
      const order = compareValues(field, a[i] ?? null, b[i] ?? null)
      if (order !== 0) return direction === 'DESC' ? -order : order
    }
    return 0
  }
  const list = books
    .filter((book) => satisfies(book, filter ?? {}))
    .toSorted((a, b) => compare(valuesOf(a), valuesOf(b)))
  const name = ['Book', ...steps.map(({ field, direction }) => field + (direction === 'DESC' ? '-' : ''))].join(' ')
  const cursor = (book: Book) =>
    Buffer.from(`[${[name, ...valuesOf(book)].map((value) => JSON.stringify(value)).join(', ')}]`).toString('base64url')
  const parse = (given: string) =>
    (JSON.parse(Buffer.from(given, 'base64url').toString()) as (string | null)[]).slice(1)
  const isAfter = (book: Book) => after == null || compare(valuesOf(book), parse(after)) > 0
  const isBefore = (book: Book) => before == null || compare(valuesOf(book), parse(before)) < 0
  const window = list.filter((book) => isAfter(book) && isBefore(book))
  const size = last ?? first ?? 20
  const rows = last == null ? window.slice(0, size) : window.slice(Math.max(0, window.length - size))
  const overflow = window.length > size
  return {
    nodes: rows,
    edges: rows.map((book) => ({ cursor: cursor(book), node: book })),
    totalCount: list.length,
    pageInfo: {
      hasNextPage: (last == null && overflow) || (before != null && list.some((book) => !isBefore(book))),
      hasPreviousPage: (last != null && overflow) || (after != null && list.some((book) => !isAfter(book))),
      startCursor: rows[0] ? cursor(rows[0]) : null,
      endCursor: rows.length > 0 ? cursor(rows.at(-1) as Book) : null,
    },
  }
}
