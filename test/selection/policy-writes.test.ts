import { type EntityManager, wrap } from '@mikro-orm/postgresql'
import { beforeAll, describe, expect, test } from 'vitest'
import { Category, Office } from '../../server/guideline/guideline.entity.js'
import { buildSchema } from '../../server/schema.js'
import { buildModel } from '../../server/selection/model/build-model.js'
import { policyEm } from '../../server/selection/policy/policy-filter.js'
import { selection } from '../../server/selection/selection.js'
import { fromContext, sql } from '../../server/selection/sql.js'
import { selections as ownSelections } from '../../server/selections.js'
import {
  contextOf,
  emOf,
  everyWorld,
  fill,
  type Guarded,
  guardedBy,
  idOf,
  idsOf,
  idsWhere,
  library,
  policies,
  shelvesOf,
  shown,
  useLibrary,
  viewer,
} from './guarded-library.js'
import { openGuidelines } from './guideline-services.js'
import { Book, Shelf } from './library.js'

/*
 * What a viewer's EntityManager finds, changes and removes is what the engine shows to the same viewer, by whatever means
 * a policy says it.
 */

useLibrary()

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
