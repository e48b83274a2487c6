import type { MikroORM } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { leaf, type Selection, typescript } from '../../server/selection/selection.js'
import { sql } from '../../server/selection/sql.js'
import { query } from '../support/test-database.js'
import { type Library, libraryEntities, librarySchema, librarySelections, openLibrary } from './library.js'
import { serve } from './serve.js'

let library: Library
beforeAll(async () => {
  library = await openLibrary()
  const name = new URL(library.databaseUrl).pathname.slice(1)
  await query(library.databaseUrl, `alter database ${name} set timezone = 'America/New_York'`)
  await query(library.databaseUrl, `alter role current_user in database ${name} set timezone = 'Asia/Shanghai'`)
})
afterAll(() => library.close())

/** Books whose spine has the instant as TypeScript gets it, and whose nap the hour that SQL sees in it. */
const selections: readonly Selection[] = librarySelections.map((selection) =>
  selection.type !== 'Book'
    ? selection
    : {
        ...selection,
        fields: {
          ...selection.fields,
          spine: typescript({ needs: ['lentAt', 'printedOn'], resolve: (needed) => JSON.stringify(needed) }),
          nap: leaf({ type: 'text', sql: (book) => sql`coalesce(extract(hour from ${book('lentAt')}), -1)::text` }),
        },
      },
)

type Nodes = readonly { readonly lentAt: string | null; readonly spine: string; readonly nap: string }[]

/** A page of books as one service has it, and the next one by its cursor. */
async function pagesOf(orm: MikroORM) {
  const service = await serve({ schema: librarySchema(), orm, selections })
  const ask = async (after: string | null): Promise<{ pageInfo: { endCursor: string }; nodes: Nodes }> => {
    const document = `query ($after: String) {
      books(first: 8, after: $after, orderBy: [{ field: lentAt, direction: ASC }]) {
        pageInfo { endCursor } nodes { lentAt printedOn spine nap }
      }
    }`
    const { text } = await service.send({ query: document, variables: { after }, viewer: 'anna' })
    return JSON.parse(text).data.books
  }
  const first = await ask(null)
  const second = await ask(first.pageInfo.endCursor)
  await service.close()
  return {
    cursors: [first, second].map(({ pageInfo }) => pageInfo.endCursor),
    nodes: [...first.nodes, ...second.nodes],
  }
}

async function withOrm<T>(pooler: 'none' | 'session' | 'transaction', use: (orm: MikroORM) => Promise<T>): Promise<T> {
  const logger = pino({ level: 'silent' })
  const address = { connectionString: library.databaseUrl }
  const options = { entities: libraryEntities, poolSize: 1, statementTimeoutMs: 20_000, pooler, logger }
  const orm = await connectOrm(address, options)
  try {
    return await use(orm)
  } finally {
    await orm.close(true)
  }
}

test.each(['none', 'session', 'transaction'] as const)(
  'the zone of database and role changes no answer with DATABASE_POOLER=%s',
  async (pooler) => {
    const { nodes } = await withOrm(pooler, pagesOf)
    expect(nodes[0]).toEqual({
      lentAt: '2024-02-29T23:59:59.999Z',
      printedOn: '2024-01-03',
      spine: '{"lentAt":"2024-02-29T23:59:59.999400Z","printedOn":"2024-01-03"}',
      nap: '23',
    })
    expect(nodes.every(({ nap }) => nap === '23')).toBe(true)
  },
)

test('what the engine writes needs no zone of the session: behind a pooler that keeps none it is the same', async () => {
  const expected = await withOrm('none', pagesOf)
  const foreign = await withOrm('none', async (orm) => {
    // There is one connection only, and so the next reads are in this zone.
    await orm.em.fork().execute(`set timezone = 'Pacific/Kiritimati'`)
    return pagesOf(orm)
  })
  // The leaf's own SQL doesn't say in which zone it wants the hour.
  const withoutNap = (nodes: Nodes) => nodes.map(({ nap: _nap, ...node }) => node)
  expect(foreign.cursors).toEqual(expected.cursors)
  expect(withoutNap(foreign.nodes)).toEqual(withoutNap(expected.nodes))
  expect(foreign.nodes).not.toEqual(expected.nodes)
})
