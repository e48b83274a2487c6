import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSchema } from '../../server/schema.js'
import { type RootChoice, requests } from './generate-document.js'
import { type GuidelineServices, startGuidelineServices } from './guideline-services.js'

/** Documents of one run; `npm run torture` sets more. */
const documents = Number(process.env.GENERATED_DOCUMENTS ?? 2_000)

let services: GuidelineServices
let roots: RootChoice[]
beforeAll(async () => {
  services = await startGuidelineServices()
  const newest = await cursors('first: 3')
  const byCity = await cursors('first: 40, orderBy: [{field: CITY}]')
  const pages = [
    `(first: 2, after: ${newest[1]})`,
    `(last: 2, before: ${newest[2]})`,
    `(first: 3, after: ${byCity[9]}, orderBy: [{field: CITY}])`,
    `(last: $few, before: ${byCity[39]}, after: ${byCity[30]}, orderBy: [{field: CITY}])`,
    // A cursor of another order.
    `(first: 2, after: ${byCity[9]})`,
  ]
  roots = [...fixedRoots, ...pages.map((args) => ({ field: 'guidelines', args }))]
})
afterAll(() => services.close())

const fixedRoots: RootChoice[] = [
  { field: 'guideline', args: '(city: "xining", year: 2024)' },
  { field: 'guideline', args: '(city: "nasty", year: 2024, edition: 1)' },
  { field: 'guideline', args: '(city: "city3", year: 2022, edition: 2)' },
  { field: 'guideline', args: '(city: "city1", year: 2021, edition: 1)' },
  { field: 'guideline', args: '(city: "nobody", year: 2024)' },
  { field: 'guidelines', args: '' },
  { field: 'guidelines', args: '(first: 2)' },
  { field: 'guidelines', args: '(last: 2)' },
  { field: 'guidelines', args: '(first: $few, orderBy: $order)' },
  { field: 'guidelines', args: '(first: 1, filter: {city: $city, year: $year})' },
  {
    field: 'guidelines',
    args: '(last: 3, filter: {inForce: $either}, orderBy: [{field: IMPORTED_AT, direction: DESC}])',
  },
  { field: 'node', args: '(id: "Guideline:xining-2024-1")' },
  { field: 'node', args: '(id: "Category:nasty-2024-1/major-special")' },
  { field: 'node', args: '(id: "Clause:xining-2024-1/1.3.5")' },
  { field: 'node', args: '(id: "Nothing:1")' },
]

/** The cursors of a page, as literals. */
async function cursors(args: string): Promise<string[]> {
  const { data } = await services.both({ query: `{ guidelines(${args}) { edges { cursor } } }` })
  const { guidelines } = data as { guidelines: { edges: { cursor: string }[] } }
  return guidelines.edges.map(({ cursor }) => JSON.stringify(cursor))
}

test(`${documents} generated documents get the same bytes both ways, and the answers of the oracle`, async () => {
  let withData = 0
  services.direct.takeCompleted()
  await fc.assert(
    fc.asyncProperty(requests(buildSchema(), roots), async (request) => {
      const { data, errors = [] } = await services.both(request)
      if (data) withData++
      expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR')
      // The oracle takes any cursor.
      if (errors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT')) return
      const expected = JSON.parse((await services.oracle.send(request)).text)
      expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data))
    }),
    { numRuns: documents },
  )
  // The generator is worth something only if its documents are valid and take both ways.
  expect(withData).toBeGreaterThan(documents * 0.8)
  const completed = services.direct.takeCompleted()
  expect(completed).toBeGreaterThan(documents * 0.02)
  expect(completed).toBeLessThan(documents * 0.4)
}, 300_000)

test('broken documents get the same bytes both ways', async () => {
  const broken = fc.tuple(
    requests(buildSchema(), roots),
    fc.nat(),
    fc.constantFrom('', '}', '{', '"', '$x', '!', ' id ', '@'),
  )
  await fc.assert(
    fc.asyncProperty(broken, async ([{ query, ...rest }, position, text]) => {
      const at = position % query.length
      const { errors = [] } = await services.both({ ...rest, query: query.slice(0, at) + text + query.slice(at + 1) })
      expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR')
    }),
    { numRuns: Math.ceil(documents / 10) },
  )
}, 300_000)
