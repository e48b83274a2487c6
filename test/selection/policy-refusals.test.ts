import { type EntityManager, LockMode } from '@mikro-orm/postgresql'
import { beforeAll, describe, expect, test } from 'vitest'
import { policyEm } from '../../server/selection/policy/policy-filter.js'
import { createReadEngine } from '../../server/selection/read-engine.js'
import { everyRow, selection } from '../../server/selection/selection.js'
import {
  contextOf,
  emOf,
  everyonesOrOwn,
  fill,
  type Guarded,
  guardedBy,
  idOf,
  library,
  useLibrary,
  viewer,
} from './guarded-library.js'
import { Book, librarySchema, librarySelections, Shelf } from './library.js'

useLibrary()

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
      await expect.poll(lockedOut).toBe(writes.length)
      // Settles after this transaction.
      return { running }
    })
    expect(await Promise.all(waiting.running)).toEqual([0, expect.stringContaining(`can't be changed`)])
    expect((await library.orm.em.fork().findOneOrFail(Book, idOf(0))).title).toBe('one')
  })
})

/** Asked outside of the transaction, in which the first answer would stay. */
async function lockedOut(): Promise<number> {
  const rows = await library.orm.em
    .fork()
    .execute(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
  return rows.length
}
