import { type EntityManager, LockMode, wrap } from '@mikro-orm/postgresql'
import fc from 'fast-check'
import { type GraphQLSchema, graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Category, Office } from '../../server/guideline/guideline.entity.js'
import { buildSchema } from '../../server/schema.js'
import { Cancellation } from '../../server/selection/cancellation.js'
import { buildModel } from '../../server/selection/model/build-model.js'
import type { Model } from '../../server/selection/model/model.js'
import { policyEm } from '../../server/selection/policy/policy-filter.js'
import { createReadEngine } from '../../server/selection/read-engine.js'
import { everyRow, partOf, type Selection, selection } from '../../server/selection/selection.js'
import { fromContext, type ReadContext, sql } from '../../server/selection/sql.js'
import { selections as ownSelections } from '../../server/selections.js'
import { openGuidelines } from './guideline-services.js'
import { Book, type Library, librarySchema, librarySelections, openLibrary, Shelf } from './library.js'

/*
 * What a viewer's EntityManager finds, changes and removes is what the engine shows to the same viewer, by whatever means
 * a policy says it.
 */

type Context = ReadContext & { readonly viewer: string }
const viewer = fromContext(({ viewer }: Context) => viewer)
const everyonesOrOwn: Selection['policy'] = (book) => sql`${book('owner')} = ${viewer} or ${book('owner')} = 'everyone'`

/** Of books; shelf 2 is for the keeper. */
const policies: Readonly<Record<string, Selection['policy']>> = {
  'the viewer': everyonesOrOwn,
  'a list of viewers': (book) =>
    sql`${book('owner')} = any(${fromContext(({ viewer }: Context) => [viewer, 'everyone'])})`,
  'the whole': partOf(Shelf, 'shelf'),
  'another row': (book) =>
    sql`${book('owner')} = ${viewer} and ${book.exists(Shelf, (shelf) => sql`${shelf('id')} = ${book('shelf')} and ${shelf('name')} <> ${book('title')}`)}`,
  'a computed field, and values that are no texts': (book) =>
    sql`${book('cheap')} and ${book('rank')} < ${fromContext(({ viewer }: Context) => viewer.length)} and ${fromContext(() => true)}`,
}

type Guarded = { readonly model: Model; readonly schema: GraphQLSchema }

let library: Library
beforeAll(async () => {
  library = await openLibrary()
})
afterAll(() => library.close())

async function guardedBy(policy: Selection['policy'] = everyonesOrOwn): Promise<Guarded> {
  const [shelves, books] = librarySelections
  if (shelves?.entity !== Shelf || books?.entity !== Book) throw new Error('The library has other selections.')
  const schema = librarySchema()
  const selections = [shelves, selection(Book, { ...books, policy })]
  const { model } = await createReadEngine(schema, library.orm, selections, { namedStatements: true })
  return { model, schema }
}

const contextOf = (viewer: string): Context => ({ viewer, locale: 'en', cancellation: new Cancellation() })
const emOf = ({ model }: Guarded, viewer: string) => policyEm(library.orm, model, contextOf(viewer))

/** The ids that the engine shows to a viewer, and the shelf's where it shows that. */
async function shown({ schema }: Guarded, viewer: string) {
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
const names = fc.oneof(
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
type Row = { owner: string; shelf: number; title: string; rank: number | null; price: string | null }
const bookOf: fc.Arbitrary<Row> = fc.record({
  owner: names,
  shelf: fc.constantFrom(1, 2),
  title: fc.constantFrom('open', 'one', 'two'),
  rank: fc.option(fc.nat(5)),
  price: fc.option(fc.constantFrom('3.50', '20.00')),
})
type World = { readonly books: readonly Row[]; readonly viewer: string }
/** Some books, and one who looks at them: mostly the owner of one. */
const worlds = fc.array(bookOf, { minLength: 1, maxLength: 8 }).chain((books) =>
  fc.record({
    books: fc.constant(books),
    viewer: fc.oneof(fc.constantFrom(...books.map(({ owner }) => owner)), fc.constant('keeper'), names),
  }),
)

const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`

async function fill(books: readonly Row[]): Promise<string[]> {
  const em = library.orm.em.fork()
  await em.nativeDelete(Book, {})
  await em.insertMany(
    Book,
    books.map((book, place) => ({ ...book, id: idOf(place) })),
  )
  return books.map((_book, place) => idOf(place))
}

async function everyWorld(check: (world: World, ids: string[]) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(worlds, async (world) => check(world, await fill(world.books)))
  await fc.assert(property, { numRuns: 25 })
}

const idsOf = (books: readonly { id: string }[]) => books.map(({ id }) => id).sort()
const shelvesOf = async (em: EntityManager) =>
  (await em.find(Book, {}, { orderBy: { id: 'asc' } })).map(({ shelf }) => shelf.id)
const idsWhere = async (where: object) => idsOf(await library.orm.em.fork().find(Book, where))

describe.each(Object.entries(policies))('under a policy by %s', (_name, policy) => {
  let guarded: Guarded
  beforeAll(async () => {
    guarded = await guardedBy(policy)
  })

  test('a viewer finds what the engine shows', async () => {
    await everyWorld(async ({ viewer }, ids) => {
      const { books, shelves, lists } = await shown(guarded, viewer)
      const em = () => emOf(guarded, viewer)
      expect(idsOf(await em().find(Book, {}))).toEqual(books)
      expect(await em().count(Book)).toBe(books.length)
      for (const id of ids) {
        expect((await em().findOne(Book, id))?.id).toBe(books.includes(id) ? id : undefined)
        const referred = em().getReference(Book, id)
        expect(await wrap(referred).init()).toBe(books.includes(id) ? referred : null)
      }
      for (const strategy of ['joined', 'select-in', undefined] as const) {
        const found = await em().find(Book, {}, { populate: ['shelf'], strategy })
        expect(Object.fromEntries(found.map(({ id, shelf }) => [id, shelf?.name]))).toEqual(shelves)
        const populated = await em().find(Shelf, {}, { populate: ['books'], strategy })
        const listOf = (id: number) => populated.find((shelf) => shelf.id === id)
        expect([1, 2].map((id) => listOf(id) && idsOf(listOf(id)?.books.getItems() ?? []))).toEqual(lists)
      }
      const streamed: (string[] | undefined)[] = [undefined, undefined]
      for await (const { id, books } of em().stream(Shelf, { populate: ['books'], orderBy: { id: 'asc' } })) {
        streamed[id - 1] = idsOf(books.getItems())
      }
      expect(streamed).toEqual(lists)
      for (const shelf of await em().find(Shelf, {})) {
        expect(await shelf.books.loadCount()).toBe(lists[shelf.id - 1]?.length)
      }
    })
  }, 60_000)

  test('a viewer changes and removes what the engine shows', async () => {
    await everyWorld(async (world, ids) => {
      const { viewer } = world
      const { books } = await shown(guarded, viewer)
      const em = () => emOf(guarded, viewer)
      expect(await em().nativeUpdate(Book, {}, { printedOn: '2020-01-01' })).toBe(books.length)
      expect(await idsWhere({ printedOn: '2020-01-01' })).toEqual(books)
      const open = books.filter((id) => world.books[ids.indexOf(id)]?.shelf === 1)
      expect(await em().nativeUpdate(Book, { shelf: { id: 1 } }, { printedOn: '2020-01-04' })).toBe(open.length)
      expect(await idsWhere({ printedOn: '2020-01-04' })).toEqual(open)
      const refused: string[] = []
      for (const id of ids) {
        const flush = em().transactional(async (em) => {
          em.getReference(Book, id).printedOn = '2020-01-02'
        })
        await flush.catch(({ message }: Error) => {
          expect(message).toContain(`Book ${id} can't be changed`)
          refused.push(id)
        })
      }
      const hidden = ids.filter((id) => !books.includes(id))
      expect(refused).toEqual(hidden)
      expect(await idsWhere({ printedOn: '2020-01-02' })).toEqual(books)
      for (const id of hidden) {
        const removal = em().transactional(async (em) => void em.remove(em.getReference(Book, id)))
        await expect(removal).rejects.toThrow(`Book ${id} can't be changed`)
      }
      const before = await shelvesOf(library.orm.em.fork())
      await em().transactional(async (em) => {
        for (const book of await em.find(Book, {}, { populate: ['shelf'] })) book.printedOn = '2020-01-03'
      })
      expect(await idsWhere({ printedOn: '2020-01-03' })).toEqual(books)
      expect(await shelvesOf(library.orm.em.fork())).toEqual(before)
      const [one] = books
      if (one) await em().transactional(async (em) => void em.remove(em.getReference(Book, one)))
      expect(await em().nativeDelete(Book, { id: { $in: ids } })).toBe(Math.max(books.length - 1, 0))
      expect(await idsWhere({})).toEqual(hidden)
    })
  }, 60_000)
})

describe('what would go around the policy is refused', () => {
  let guarded: Guarded
  let hidden: string
  beforeAll(async () => {
    guarded = await guardedBy()
    const book = { shelf: 1, title: 'one', rank: 1, price: null }
    const [, other] = await fill([
      { ...book, owner: 'anna' },
      { ...book, owner: 'ben' },
    ])
    hidden = other ?? ''
  })
  const anna = () => emOf(guarded, 'anna')

  test.each<[string, (em: EntityManager) => unknown, string]>([
    ['all filters off', (em) => em.find(Book, {}, { filters: false }), `can't be switched off`],
    ['all filters off for a count', (em) => em.count(Book, {}, { filters: false }), `can't be switched off`],
    [
      'all filters off for an update',
      (em) => em.nativeUpdate(Book, {}, {}, { filters: false }),
      `can't be switched off`,
    ],
    ['all filters off for a removal', (em) => em.nativeDelete(Book, {}, { filters: false }), `can't be switched off`],
    ['this filter off', (em) => em.findOne(Book, hidden, { filters: { policy: false } }), `can't be switched off`],
    ['off in a fork', (em) => em.fork().findAll(Book, { filters: false }), `can't be switched off`],
    ['off in a transaction', (em) => em.transactional((em) => em.find(Book, {}, { filters: false })), `can't be`],
    [
      'off for a relation',
      (em) => em.find(Shelf, {}, { populate: ['books'], filters: false }),
      `can't be switched off`,
    ],
    ['the cache of all viewers', (em) => em.find(Book, {}, { cache: 1000 }), 'leave out "cache"'],
    ['the cache for a count', (em) => em.count(Book, {}, { cache: 1000 }), 'leave out "cache"'],
    ['upsert', (em) => em.upsert(Book, { id: hidden, title: 'mine' }), `doesn't reach upsert:`],
    ['upsertMany', (em) => em.upsertMany(Book, [{ id: hidden, title: 'mine' }]), `doesn't reach upsertMany:`],
    ['clone', (em) => em.clone(Book, hidden, { id: idOf(9), owner: 'anna' }), `doesn't reach clone:`],
    ['a query builder', async (em) => em.createQueryBuilder(Book), `doesn't reach a query builder:`],
    ['a repository’s', async (em) => em.getRepository(Book).qb(), `doesn't reach a query builder:`],
    ['the driver', async (em) => em.getDriver().find(Book, {}), `doesn't reach the driver's find:`],
    [
      'the driver in a transaction',
      (em) => em.transactional(async (em) => em.getDriver().nativeUpdate(Book, {}, { title: 'mine' })),
      `doesn't reach the driver's nativeUpdate:`,
    ],
    [
      'a lock on a row by its key',
      (em) => em.transactional((em) => em.lock(em.getReference(Book, hidden), LockMode.PESSIMISTIC_WRITE)),
      `can't be locked: the viewer sees no such row`,
    ],
    [
      'a flush without its checks',
      (em) =>
        em.fork({ freshEventManager: true }).transactional(async (em) => {
          em.getReference(Book, hidden).title = 'mine'
        }),
      `can't be changed: the viewer sees no such row`,
    ],
  ])('%s', async (_name, work, message) => {
    await expect(work(anna())).rejects.toThrow(message)
    expect((await library.orm.em.fork().findOneOrFail(Book, hidden)).title).toBe('one')
  })

  const ben = { owner: 'ben' }
  const inBooks = 'Shelf.books has conditions on rows of Book that the viewer may not see: find these first'
  const inShelf = 'Book.shelf has conditions on rows of Shelf that the viewer may not see: find these first'
  test.each<[string, (em: EntityManager) => unknown, string]>([
    ['some in a list', (em) => em.find(Shelf, { books: { $some: ben } }), inBooks],
    ['none in a list', (em) => em.findOne(Shelf, { books: { $none: ben } }), inBooks],
    ['a list’s length', (em) => em.count(Shelf, { books: { $size: 2 } }), inBooks],
    ['a row in a list', (em) => em.find(Shelf, { books: { id: hidden } }), inBooks],
    ['a key in a list', (em) => em.find(Shelf, { books: hidden }), inBooks],
    ['a to-one relation', (em) => em.find(Book, { shelf: { name: 'locked' } }), inShelf],
    ['one denied', (em) => em.find(Book, { $not: { shelf: { $not: { name: 'locked' } } } }), inShelf],
    ['one among others', (em) => em.find(Book, { $or: [{ title: 'x' }, { shelf: [{ name: 'x' }] }] }), inShelf],
    ['a name with a point', (em) => em.find(Book, { 'shelf.name': 'locked' } as object), inShelf],
    ['an update', (em) => em.nativeUpdate(Book, { shelf: { name: 'open' } }, { title: 'mine' }), inShelf],
    ['a removal', (em) => em.nativeDelete(Shelf, { books: { $some: ben } }), inBooks],
    ['one branch of a union', (em) => em.find(Book, {}, { unionWhere: [{ shelf: { name: 'locked' } }] }), inShelf],
    ['groups', (em) => em.find(Book, {}, { groupBy: ['id'], having: { shelf: { name: 'locked' } } }), inShelf],
    [
      'an order of one’s own list',
      async (em) => (await em.findOneOrFail(Shelf, 1)).books.matching({ orderBy: { shelf: { name: 'asc' } } }),
      'Book.shelf is ordered by rows of Shelf',
    ],
    [
      'an order',
      (em) => em.find(Book, {}, { orderBy: { shelf: { name: 'asc' } } }),
      'Book.shelf is ordered by rows of Shelf',
    ],
    [
      'an order of many',
      (em) => em.findAll(Shelf, { orderBy: [{ id: 'asc' }, { books: { owner: 'asc' } }] }),
      'Shelf.books is ordered by rows of Book',
    ],
  ])('conditions on hidden rows: %s', async (_name, work, message) => {
    await expect(work(anna())).rejects.toThrow(message)
  })

  test('but not the key of a to-one relation, nor conditions on what everyone may read', async () => {
    const shelf = library.orm.em.fork().getReference(Shelf, 1)
    const ofKey = [
      { shelf: 1 },
      { shelf: { id: 1 } },
      { shelf },
      { shelf: [1] },
      { shelf: { $in: [1] } },
      { shelf: { $ne: 2 } },
    ]
    for (const where of ofKey) expect(await anna().count(Book, where)).toBe(1)
    expect(await anna().find(Book, {}, { orderBy: { shelf: 'asc' } })).toHaveLength(1)
    const [shelves, books] = librarySelections
    if (!shelves || !books || !('policy' in shelves)) throw new Error('The library has other selections.')
    const open = [{ ...shelves, policy: everyRow }, selection(Book, { ...books, policy: everyonesOrOwn })]
    const { model } = await createReadEngine(librarySchema(), library.orm, open, { namedStatements: true })
    const em = policyEm(library.orm, model, contextOf('anna'))
    expect(await em.count(Book, { shelf: { name: 'open' } })).toBe(1)
    await expect(em.count(Book, { shelf: { books: { $some: ben } } })).rejects.toThrow(inBooks)
  })

  test('a row in sight can be locked', async () => {
    await anna().transactional(async (em) => {
      const own = await em.findOneOrFail(Book, { owner: 'anna' })
      await em.lock(own, LockMode.PESSIMISTIC_WRITE)
      expect(await library.orm.em.fork().execute('select from book for update skip locked')).toHaveLength(1)
    })
  })

  test('changes outside a transaction, whose rows could be another’s by then', async () => {
    const em = anna()
    const [own] = await em.find(Book, {})
    if (own) own.title = 'mine'
    await expect(em.flush()).rejects.toThrow('use em.transactional')
  })

  test('an entity without a selection', async () => {
    const model = {
      ...guarded.model,
      byEntity: new Map([...guarded.model.byEntity].filter(([entity]) => entity !== Book)),
    }
    const em = () => policyEm(library.orm, model, contextOf('keeper'))
    const message = 'Book has no selection, and so no policy that says who may see its rows: declare one'
    await expect(em().find(Book, {})).rejects.toThrow(message)
    await expect(em().find(Shelf, {}, { populate: ['books'] })).rejects.toThrow(message)
    await expect(em().nativeDelete(Book, {})).rejects.toThrow(message)
    const flush = em().transactional(async (em) => void em.remove(em.getReference(Book, hidden)))
    await expect(flush).rejects.toThrow(message)
    expect(await em().count(Shelf)).toBe(2)
    // Such as an event that nobody reads through the API.
    await em().transactional(
      async (em) => void em.create(Book, { id: idOf(2), shelf: 2, owner: 'ben', title: 'event' }),
    )
    expect(await library.orm.em.fork().nativeDelete(Book, idOf(2))).toBe(1)
  })

  test('another row under the key of one’s own', async () => {
    const flush = anna().transactional(async (em) => {
      em.assign(em.getReference(Book, hidden), { id: idOf(0), title: 'mine' })
    })
    await expect(flush).rejects.toThrow(`Book ${hidden} can't be changed`)
  })

  test('a list that isn’t loaded, because the ORM would empty it, and a hidden row put into one', async () => {
    const emptied = anna().transactional(async (em) => (await em.findOneOrFail(Shelf, 1)).books.removeAll())
    await expect(emptied).rejects.toThrow('Shelf.books is changed without being loaded')
    const taken = anna().transactional(async (em) => {
      const shelf = await em.findOneOrFail(Shelf, 1, { populate: ['books'] })
      shelf.books.add(em.getReference(Book, hidden))
    })
    await expect(taken).rejects.toThrow(`Book ${hidden} can't be changed`)
    expect(await library.orm.em.fork().count(Book, { shelf: 1 })).toBe(2)
  })

  test('a row that another takes away meanwhile', async () => {
    await library.orm.em.fork().nativeUpdate(Book, { id: idOf(0) }, { owner: 'anna', title: 'one' })
    const writes = [
      () => anna().nativeUpdate(Book, { id: idOf(0) }, { title: 'mine' }),
      () =>
        anna().transactional(async (em) => {
          em.getReference(Book, idOf(0)).title = 'mine'
        }),
    ]
    const waiting = await library.orm.em.fork().transactional(async (em) => {
      await em.nativeUpdate(Book, { id: idOf(0) }, { owner: 'ben' })
      const running = writes.map((write) => write().catch(({ message }: Error) => message))
      await expect.poll(() => lockedOut(em)).toBe(writes.length)
      // Settles after this transaction.
      return { running }
    })
    expect(await Promise.all(waiting.running)).toEqual([0, expect.stringContaining(`can't be changed`)])
    expect((await library.orm.em.fork().findOneOrFail(Book, idOf(0))).title).toBe('one')
  })
})

async function lockedOut(em: EntityManager): Promise<number> {
  const rows = await em.execute(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length
}

test('what a viewer may see can be made, changed and removed', async () => {
  const guarded = await guardedBy()
  await fill([])
  const anna = emOf(guarded, 'anna')
  await anna.transactional(async (em) => {
    em.create(Book, { id: idOf(0), shelf: 1, owner: 'anna', title: 'new' })
    const shelf = await em.findOneOrFail(Shelf, 1, { populate: ['books'] })
    shelf.books.add(em.create(Book, { id: idOf(1), shelf, owner: 'everyone', title: 'newer' }))
  })
  await anna.transactional(async (em) => {
    const [one, other] = await em.find(Book, {}, { orderBy: { id: 'asc' } })
    if (one) one.title = 'changed'
    if (other) em.remove(other)
  })
  expect((await library.orm.em.fork().find(Book, {})).map(({ id, title }) => [id, title])).toEqual([
    [idOf(0), 'changed'],
  ])
})

describe('a value of the viewer’s', () => {
  test('half of a surrogate pair is read as the engine reads it', async () => {
    const guarded = await guardedBy()
    const book = { shelf: 1, title: 'one', rank: 1, price: null }
    const [id] = await fill([
      { ...book, owner: '\ufffd' },
      { ...book, owner: 'ben' },
    ])
    const { books } = await shown(guarded, '\ud800')
    expect(books).toEqual([id])
    expect(idsOf(await emOf(guarded, '\ud800').find(Book, {}))).toEqual(books)
  })

  test('with a NUL is refused', async () => {
    await expect(emOf(await guardedBy(), 'anna\0').find(Book, {})).rejects.toThrow('NUL')
  })

  test('that is null compares with nothing', async () => {
    const nobody = await guardedBy((book) => sql`${book('owner')} = ${fromContext(() => null)}`)
    await fill([{ owner: 'null', shelf: 1, title: 'one', rank: null, price: null }])
    expect(await emOf(nobody, 'anna').count(Book)).toBe(0)
  })
})

test('a policy with a question mark, which the ORM would take for a value’s place, is refused', async () => {
  const marked = await guardedBy((book) => sql`${book('title')} <> '?'`)
  await expect(emOf(marked, 'anna').find(Book, { title: 'one' })).rejects.toThrow('jsonb_exists')
})

test('lists through a table of pairs have what the viewer sees, and take nothing hidden', async () => {
  const guidelines = await openGuidelines()
  try {
    const { orm } = guidelines
    const selections = ownSelections.filter(({ entity }) => entity !== Office)
    const hidden = selection(Office, { policy: (office) => sql`${office('code')} <> ${viewer}` })
    const model = buildModel(buildSchema(), orm.getMetadata(), [...selections, hidden])
    const all = await orm.em.fork().find(Category, {}, { populate: ['offices'], orderBy: { id: 'asc' } })
    const office = all.flatMap(({ offices }) => offices.getItems())[0]
    if (!office) throw new Error('No category has an office.')
    const em = () => policyEm(orm, model, contextOf(office.code))
    const codes = ({ offices }: Category) =>
      offices
        .getItems()
        .map(({ code }) => code)
        .sort()
    const seen = (category: Category) => codes(category).filter((code) => code !== office.code)
    const found = await em().find(Category, {}, { populate: ['offices'], orderBy: { id: 'asc' } })
    expect(found.map(codes)).toEqual(all.map(seen))
    const loaded = await em().find(Category, {}, { orderBy: { id: 'asc' } })
    for (const category of loaded) await category.offices.load()
    expect(loaded.map(codes)).toEqual(all.map(seen))
    const counts = await Promise.all(loaded.map(({ offices }) => offices.loadCount(true)))
    expect(counts).toEqual(all.map((category) => seen(category).length))
    const filled = em().transactional(async (em) => {
      for (const category of await em.find(Category, {}, { populate: ['offices'] })) {
        category.offices.add(em.getReference(Office, office.id))
      }
    })
    await expect(filled).rejects.toThrow(`Office ${office.id} can't be changed`)
  } finally {
    await guidelines.close()
  }
})
