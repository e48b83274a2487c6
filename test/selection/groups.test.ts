import fc from 'fast-check'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.js'
import { foldSql, type KeptCounts, keptCountsSql } from '../../server/database/kept-counts.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { type Condition, groups, one, page } from '../../server/selection/intent.js'
import { everyRow, leaf, type Policy, selection } from '../../server/selection/selection.js'
import { fromContext, type ReadContext, sql } from '../../server/selection/sql.js'
import { until } from '../support/data-folder.js'
import { Book, type Library, openLibrary, Shelf } from './library.js'
import { type TwoServices, twoServices } from './two-services.js'

/*
 * Counts and groups of the library's books, from kept counts where these know enough and from the books where not,
 * compared with what PostgreSQL counts without the engine.
 */

const kept: KeptCounts = { table: 'book', by: ['owner', 'shelf_id', 'rank'] }
const viewer = fromContext(({ viewer }: ReadContext & { viewer: string }) => viewer)

/** Policies, the same as a condition on `book` in SQL, and whether the kept counts tell enough for them. */
const policies: Record<string, { policy: Policy; visible: (viewer: string) => string; fromKept: boolean }> = {
  everyone: { policy: everyRow, visible: () => 'true', fromKept: true },
  'their owner': {
    policy: (book) => sql`${book('owner')} = ${viewer} or ${book('owner')} = 'everyone'`,
    visible: (viewer) => `owner in ('${viewer}', 'everyone')`,
    fromKept: true,
  },
  'whoever may see their shelf': {
    policy: (book) => book.exists(Shelf, (shelf) => sql`${shelf('id')} = ${book('shelf')}`),
    visible: (viewer) => `(shelf_id = 1 or '${viewer}' = 'keeper')`,
    fromKept: true,
  },
  'whom their title does not hide them from': {
    policy: (book) => book.exists(Shelf, () => sql`${book('title')} <> 'title 3' and ${book('owner')} <> ${viewer}`),
    visible: (viewer) => `title <> 'title 3' and owner <> '${viewer}'`,
    fromKept: false,
  },
  'readers of cheap books': {
    policy: (book) => sql`${book('cheap')}`,
    visible: () => 'price < 10',
    fromKept: false,
  },
}

/** Filters as conditions of an intent and in SQL, and whether the kept counts tell enough for them. */
const filters: Record<string, { where: Condition[]; sql: string; fromKept: boolean }> = {
  none: { where: [], sql: 'true', fromKept: true },
  shelf: { where: [{ field: 'shelf', is: 1 }], sql: 'shelf_id = 1', fromKept: true },
  ranks: {
    where: [
      { field: 'rank', from: 1 },
      { field: 'rank', to: 2 },
    ],
    sql: 'rank between 1 and 2',
    fromKept: true,
  },
  owners: { where: [{ field: 'owner', in: ['anna', 'ben'] }], sql: `owner in ('anna', 'ben')`, fromKept: true },
  topShelf: { where: [{ field: 'high', is: true }], sql: `rank > 1`, fromKept: true },
  title: { where: [{ field: 'title', is: 'title 4' }], sql: `title = 'title 4'`, fromKept: false },
  impossible: { where: [{ field: 'shelf', is: 'x' }], sql: 'false', fromKept: true },
}

/** What groups can be by: as fields, in SQL, and whether the kept counts tell. */
const keys: Record<string, { sql: string; fromKept: boolean }> = {
  owner: { sql: 'owner', fromKept: true },
  rank: { sql: 'rank', fromKept: true },
  shelf: { sql: 'shelf_id', fromKept: true },
  high: { sql: 'rank > 1', fromKept: true },
  cheap: { sql: 'price < 10', fromKept: false },
}

const typeDefinitions = `
  type Shelf { id: Int! name: String! books(first: Int, after: String): BookConnection! }
  type Book { id: ID! }
  type BookEdge { node: Book! }
  type BookConnection { edges: [BookEdge!]! totalCount: Int! }
  type BookGroup { owner: String rank: Int shelf: Shelf high: Boolean cheap: Boolean count: Int! }
  type OwnerGroup { owner: String! rank: Int count: Int! }
  type Query {
    books(filter: String!): BookConnection!
    bookGroups(by: [String!]!, filter: String!): [BookGroup!]!
    ownerGroups(by: [String!]!): [OwnerGroup!]!
    oneGroup: BookGroup
    shelf: Shelf
  }`

function makeSchema(): GraphQLSchema {
  const schema = buildSchema(typeDefinitions)
  const fields = schema.getQueryType()?.getFields() ?? {}
  const resolve = (name: string, make: (args: never) => unknown) => {
    const field = fields[name]
    if (field) field.resolve = (_source, args) => make(args as never)
  }
  const whereOf = (filter: string) => filters[filter]?.where
  resolve('books', ({ filter }: { filter: string }) => page(Book, { where: whereOf(filter), page: {} }))
  resolve('bookGroups', ({ by, filter }: { by: [string]; filter: string }) =>
    groups(Book, { by, where: whereOf(filter) }),
  )
  resolve('ownerGroups', ({ by }: { by: [string] }) => groups(Book, { by }))
  resolve('shelf', () => one(Shelf, { where: [{ field: 'id', is: 1 }] }))
  resolve('oneGroup', () => groups(Book, { by: ['owner'] }))
  return schema
}

function selectionsUnder(policy: Policy) {
  return [
    selection(Shelf, { policy: (shelf) => sql`not ${shelf('locked')} or ${viewer} = 'keeper'` }),
    selection(Book, {
      policy,
      countedBy: ['owner', 'shelf', 'rank'],
      groups: ['BookGroup', 'OwnerGroup'],
      fields: {
        high: leaf({ type: 'boolean', nullable: true, sql: (book) => sql`${book('rank')} > 1` }),
        cheap: leaf({ type: 'boolean', nullable: true, sql: (book) => sql`${book('price')} < 10` }),
      },
    }),
  ]
}

let library: Library
beforeAll(async () => {
  library = await openLibrary()
  await execute(keptCountsSql(kept))
})
afterAll(() => library.close())

const execute = <Row>(text: string) => library.orm.em.fork().execute<Row[]>(text)

/** Changes of books by which rows come, go and change their groups; ids from 100 on. */
const change = fc
  .record({
    id: fc.integer({ min: 100, max: 130 }),
    owner: fc.constantFrom('anna', 'ben', 'everyone'),
    rank: fc.constantFrom(0, 1, 2, 'null'),
    form: fc.constantFrom('insert', 'update', 'delete', 'fold'),
  })
  .map(({ id, owner, rank, form }) => {
    switch (form) {
      case 'insert':
        return `insert into book (id, shelf_id, owner, title, rank, price)
                select md5(n::text)::uuid, 1 + n % 2, '${owner}', 'title ' || n % 5, ${rank}, n % 20
                from generate_series(${id}, ${id + 5}) n on conflict do nothing`
      case 'update':
        return `update book set owner = '${owner}', rank = ${rank} where id < md5('${id}')::uuid`
      case 'delete':
        return `delete from book where id > md5('${id}')::uuid and owner = '${owner}'`
      default:
        return foldSql(kept)
    }
  })

describe.each(Object.entries(policies))('books for %s', (_name, { policy, visible, fromKept }) => {
  let services: TwoServices
  beforeAll(async () => {
    services = await twoServices(makeSchema, library.orm, selectionsUnder(policy))
  })
  afterAll(() => services.close())

  /** What the engine's statements since the last call have counted. */
  const takeSources = () => {
    const statements = services.direct.takeStatements().filter((text) => text.includes('row_to_json'))
    return [...new Set(statements.map((text) => (text.includes('"book_count"') ? 'kept' : 'books')))]
  }

  const asked = fc.record({
    viewer: fc.constantFrom('anna', 'keeper', ''),
    filter: fc.constantFrom(...Object.keys(filters)),
    by: fc.subarray(Object.keys(keys), { minLength: 1 }),
    changes: fc.array(change, { maxLength: 3 }),
  })

  test('are counted as they are, right after they have changed', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ viewer, filter, by, changes }) => {
        for (const change of changes) await execute(change)
        const { sql: where = '', fromKept: filterFromKept } = filters[filter] ?? {}
        const condition = `${where} and ${visible(viewer)}`

        const query = 'query ($filter: String!) { books(filter: $filter) { totalCount } }'
        const { data } = await services.both({ query, variables: { filter }, viewer })
        const [counted] = await execute<{ count: number }>(`select count(*)::int from book where ${condition}`)
        expect(data).toEqual({ books: { totalCount: counted?.count } })
        expect(takeSources()).toEqual(fromKept && filterFromKept ? ['kept'] : ['books'])

        const shelf = await services.both({ query: '{ shelf { books(first: 2) { totalCount } } }', viewer })
        const [onShelf] = await execute<{ count: number }>(
          `select count(*)::int from book where shelf_id = 1 and ${visible(viewer)}`,
        )
        expect(shelf.data).toEqual({ shelf: { books: { totalCount: onShelf?.count } } })
        expect(takeSources()).toEqual(fromKept ? ['kept'] : ['books'])

        const key = by.map((name) => keys[name]?.sql).join(', ')
        const columns = by.map((name) => `${keys[name]?.sql} as "${name}"`).join(', ')
        const expected = await execute<Record<string, unknown>>(
          `select ${columns}, count(*)::int as count from book where ${condition} group by ${key} order by ${key}`,
        )
        const answer = await services.both({
          query: `query ($by: [String!]!, $filter: String!) { bookGroups(by: $by, filter: $filter) {
            owner rank shelf { id } high cheap count } }`,
          variables: { by, filter },
          viewer,
        })
        expect(answer.data).toEqual({
          bookGroups: expected.map(({ shelf, ...group }) => ({
            ...{ owner: null, rank: null, high: null, cheap: null },
            ...group,
            shelf: shelf === 1 || (shelf === 2 && viewer === 'keeper') ? { id: shelf } : null,
          })),
        })
        const allFromKept = fromKept && filterFromKept && by.every((name) => keys[name]?.fromKept)
        expect(takeSources()).toEqual(allFromKept ? ['kept'] : ['books'])
        expect(services.direct.takeCompleted()).toBe(0)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('a type shows as never null only what it is grouped by', async () => {
    const query = 'query ($by: [String!]!) { ownerGroups(by: $by) { owner count } }'
    const { data } = await services.both({ query, variables: { by: ['owner', 'owner'] }, viewer: 'anna' })
    const expected = await execute(
      `select owner, count(*)::int as count from book where ${visible('anna')} group by owner order by owner`,
    )
    expect(data).toEqual({ ownerGroups: expected })
    for (const request of [{ query, variables: { by: ['rank'] } }, { query: '{ oneGroup { count } }' }]) {
      const { errors } = await services.both(request)
      expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['INTERNAL_SERVER_ERROR'])
    }
  })
})

test('the service folds the counts of its selections while it runs', async () => {
  const app = await createApp({
    config: {
      host: '127.0.0.1',
      port: 0,
      bodyLimit: 100_000,
      corsOrigins: [],
      databasePooler: 'none',
      dataDir: '.data',
      narrativeMaxCharacters: 50_000,
    },
    orm: library.orm,
    keyring: new Keyring(newKeySet()),
    logger: pino({ level: 'silent' }),
    schema: makeSchema(),
    selections: selectionsUnder(everyRow),
  })
  const unfolded = async () => (await execute('select 1 from book_count where not folded')).length
  await execute(`update book set owner = 'everyone'`)
  await until(async () => (await unfolded()) === 0, 5_000)
  await app.close()
  await execute(`update book set owner = 'anna'`)
  expect(await unfolded()).toBeGreaterThan(0)
}, 15_000)
