import { operations } from '../../server/access/operations.js'
import { buildSchema } from '../../server/schema.js'
import { selections } from '../../server/selections.js'
import { documentsOfOracle, oracleSchema } from '../selection/guideline-oracle.js'
import { openGuidelines } from '../selection/guideline-services.js'
import { fetchJson } from './fetch-json.js'
import type { PageOrder } from './source.js'
import { startServices, type World } from './world.js'

const parts = [
  'categories',
  'calls',
  'clauses',
  'rules',
  'parameters',
  'offices',
  'authorities',
  'attachmentRequirements',
]
const orders = [
  undefined,
  [],
  ...['CITY', 'YEAR', 'EDITION', 'IMPORTED_AT'].flatMap((field) => [[{ field }], [{ field, direction: 'DESC' }]]),
  [{ field: 'EDITION', direction: 'DESC' }, { field: 'CITY' }],
]

/** The service's own schema, over the 2024 notice, a city with texts that are hard to write, and many editions. */
export async function openGuidelineWorld(): Promise<World> {
  const { orm, databaseUrl, close: closeGuidelines } = await openGuidelines()
  const services = await startServices({
    orm,
    databaseUrl,
    makeSchema: buildSchema,
    selections,
    oracle: await oracleSchema(orm.em.fork()),
  })
  const codes = await codesOf(services.direct)
  const cities = ['xining', 'xining', 'nasty', 'city1', 'nobody']
  const moments = [
    '2023-06-01',
    '2023-07-14T17:00:00+08:00',
    '2023-07-14T17:00:01+08:00',
    '2030-01-01',
    '2023-02-30',
    'now',
  ]
  return {
    ...services,
    name: 'guideline',
    oracleKnows: documentsOfOracle(buildSchema(), selections),
    source: {
      schema: buildSchema(),
      values: {
        'guideline.city': [...cities, 'city3'],
        'guideline.year': [2024, 2024, 2021, 2022, 1999],
        'guideline.edition': [1, 1, 2, 3, 9],
        'GuidelineFilter.city': cities,
        'GuidelineFilter.year': [2024, 2021, 1999],
        '*.first': [0, 1, 2, 3, 7],
        '*.last': [0, 1, 2, 3, 7],
        'node.id': [...codes.ids, 'Nothing:1', 'Clause:', 'City:xining', ':'],
        'enumLabels.name': ['ProjectStage', 'CallKind', 'Outcome', 'Nothing', '__proto__'],
        'paperDeadline.call': [...codes.calls, ...codes.calls, 'Call:nobody', 'Guideline:xining-2024-1', ''],
        'paperDeadline.formalCheckPassedAt': [
          '2023-07-20T08:00:00+08:00',
          '2023-12-31T23:59:59Z',
          '2040-01-01T00:00:00Z',
          'soon',
        ],
        'CheckEligibilityInput.city': cities,
        'CheckEligibilityInput.year': [2024, 2024, 2024, 2021],
        'CheckEligibilityInput.category': [...codes.categories, 'nobody'],
        'CheckEligibilityInput.direction': [...codes.directions, 'nobody'],
        'CheckEligibilityInput.asOf': moments,
        'RouteInput.city': cities,
        'RouteInput.year': [2024, 2024, 2024, 2021],
        'RouteInput.category': [...codes.categories, 'nobody'],
        'RouteInput.direction': [...codes.directions, 'nobody'],
      },
      pages: { guidelines: await Promise.all(orders.map((orderBy) => pageOrder(services.direct, orderBy))) },
      reads: ['guideline', 'guidelines', 'node'],
      readsOfOne: ['guideline', 'node'],
      circle: { path: ['guidelines', 'nodes', 'categories', 'directions'], around: ['children'] },
      without: [],
      // These documents are sent by nobody in particular, who is refused what isn't for everyone.
      seldom: Object.keys(operations).filter((name) => name.startsWith('Query.') && !operations[name]?.PUBLIC),
      viewers: [''],
    },
    async close() {
      const failed = await services.close()
      await closeGuidelines()
      return failed
    },
  }
}

type Whole = Record<string, { id: string; code: string; directions?: { id: string; code: string }[] }[]>

async function codesOf(url: string) {
  const query = `{ guideline(city: "xining", year: 2024) { ${parts.map((part) => `${part} { id }`).join(' ')}
    categories { code directions { id code } } } }`
  const { guideline } = await fetchJson<{ guideline: Whole }>(url, { query })
  const idsOf = (part: string) => (guideline[part] ?? []).map(({ id }) => id)
  const categories = guideline.categories ?? []
  const directions = categories.flatMap((category) => category.directions ?? [])
  return {
    calls: idsOf('calls'),
    categories: categories.map(({ code }) => code),
    directions: directions.map(({ code }) => code),
    // A few of each kind: a document asks for one.
    ids: [
      ...parts.flatMap((part) => idsOf(part).slice(0, 4)),
      ...directions.slice(0, 4).map(({ id }) => id),
      'Guideline:xining-2024-1',
      'Category:nasty-2024-1/major-special',
    ],
  }
}

async function pageOrder(url: string, orderBy: unknown): Promise<PageOrder> {
  const query = 'query ($orderBy: [GuidelineOrder!]) { guidelines(first: 100, orderBy: $orderBy) { edges { cursor } } }'
  const { guidelines } = await fetchJson<{ guidelines: { edges: { cursor: string }[] } }>(url, {
    query,
    variables: { orderBy },
  })
  return { orderBy, cursors: guidelines.edges.map(({ cursor }) => cursor) }
}
