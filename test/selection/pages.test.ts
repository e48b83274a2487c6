import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuidelineServices, startGuidelineServices } from './guideline-services.js'
import { walkBackward, walkForward } from './walk-pages.js'

let services: GuidelineServices
let columns: Record<string, (string | number)[]>
beforeAll(async () => {
  services = await startGuidelineServices()
  const rows = await services.orm.em.fork().execute<Record<string, string | number>[]>(
    `select 'Guideline:' || id as id, city_code as "CITY", year as "YEAR", edition as "EDITION",
            extract(epoch from imported_at)::text as "IMPORTED_AT" from guideline order by id`,
  )
  columns = Object.fromEntries(
    ['id', 'CITY', 'YEAR', 'EDITION', 'IMPORTED_AT'].map((name) => [name, rows.map((row) => row[name] ?? '')]),
  )
})
afterAll(() => services.close())

const steps = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom('CITY', 'YEAR', 'EDITION', 'IMPORTED_AT'),
    direction: fc.constantFrom('ASC', 'DESC'),
  }),
  { selector: ({ field }) => field, maxLength: 4 },
)
type Step = { field: string; direction: string }

/** The ids sorted in JavaScript; the primary key goes the way of the last step. */
function sorted(orderBy: readonly Step[]): string[] {
  const order = [...orderBy, { field: 'id', direction: orderBy.at(-1)?.direction ?? 'ASC' }]
  const places = (columns.id ?? []).map((_, i) => i)
  const compare = (a: number, b: number): number => {
    for (const { field, direction } of order) {
      const [one, other] = [columns[field]?.[a] ?? '', columns[field]?.[b] ?? '']
      if (one !== other) return one < other === (direction === 'ASC') ? -1 : 1
    }
    return 0
  }
  return places.sort(compare).map((place) => String(columns.id?.[place]))
}

test('forward and backward, in every order and page size, each row comes once and in its place', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 7, max: 40 }), async (orderBy, size) => {
      const text = orderBy.map(({ field, direction }) => `{field: ${field}, direction: ${direction}}`)
      const walk = { services, field: 'guidelines', args: `orderBy: [${text.join(', ')}]`, size }
      const expected = sorted(orderBy)
      expect(await walkForward(walk)).toEqual(expected)
      expect(await walkBackward(walk)).toEqual(expected)
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('one row a page, where instants differ by microseconds and are the same for several rows', async () => {
  const args = 'orderBy: [{field: IMPORTED_AT, direction: DESC}], filter: {year: 2023}'
  const walk = { services, field: 'guidelines', args, size: 1 }
  const ids = await walkForward(walk)
  expect(new Set(ids).size).toBe(15)
  expect(await walkBackward(walk)).toEqual(ids)
})

test('a field named twice in an order counts where it stands first', async () => {
  const args = 'orderBy: [{field: CITY}, {field: YEAR, direction: DESC}, {field: CITY, direction: DESC}]'
  const expected = sorted([
    { field: 'CITY', direction: 'ASC' },
    { field: 'YEAR', direction: 'DESC' },
  ])
  expect(await walkForward({ services, field: 'guidelines', args, size: 25 })).toEqual(expected)
})

describe('a window between two cursors', () => {
  const list = (args: string) => `{ guidelines(orderBy: [{field: CITY}] ${args}) { nodes { id } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage } totalCount } }`
  type List = { nodes: { id: string }[]; edges: { cursor: string }[]; pageInfo: object; totalCount: number }
  const read = async (args: string) => (await services.both({ query: list(args) })).data?.guidelines as List

  test('holds what lies between, and tells what lies outside', async () => {
    const whole = await read('first: 100')
    const cursor = (place: number) => JSON.stringify(whole.edges[place]?.cursor)
    const between = `after: ${cursor(3)}, before: ${cursor(8)}`
    const inner = whole.nodes.slice(4, 8)
    const all = { hasNextPage: true, hasPreviousPage: true }
    expect(await read(between)).toMatchObject({ nodes: inner, pageInfo: all, totalCount: whole.totalCount })
    expect(await read(`first: 2, ${between}`)).toMatchObject({ nodes: inner.slice(0, 2), pageInfo: all })
    expect(await read(`last: 3, ${between}`)).toMatchObject({ nodes: inner.slice(1), pageInfo: all })
    expect(await read(`after: ${cursor(8)}, before: ${cursor(3)}`)).toMatchObject({ nodes: [], pageInfo: all })
    expect(await read('first: 0')).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, hasPreviousPage: false } })
    expect(await read('last: 0')).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: true } })
  })
})

test('totalCount and the other parts cost nothing unless they are selected', async () => {
  await services.direct.send({ query: '{ guidelines { nodes { id } } }' })
  services.direct.takeStatements()
  await services.direct.send({ query: '{ guidelines { nodes { id } } }' })
  const [statement] = services.direct.takeStatements()
  expect(statement).not.toContain('count(')
  expect(statement).not.toContain('base64')
})
