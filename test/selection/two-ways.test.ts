import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuidelineServices, startGuidelineServices } from './guideline-services.js'

const someCase = {
  city: 'xining',
  year: 2024,
  category: 'major-special',
  asOf: '2023-06-01',
  facts: {
    applicant: { ongoingProjects: 2, legalPerson: true, kind: 'ENTERPRISE' },
    attachments: ['business-licence'],
  },
}

let services: GuidelineServices
beforeAll(async () => {
  services = await startGuidelineServices()
})
afterAll(() => services.close())

const everything = `
  fragment Where on Clause { id code label summary decidable }
  fragment Leaf on Direction { id code label name leaf clause { ...Where } offices { id code name phone role } }
  fragment Whole on Guideline {
    __typename id year edition inForce title note contentHash importedAt
    city { code name timeZone areaCode } paper { copies workingDays }
    districts { code name } parks { code name }
    categories {
      id code name clause { ...Where } fundingModes fundingNote fundingRange { min max } priorities
      offices { id code name phone role } attachmentRequirements { id code name condition when optional clause { code } }
      directions { ...Leaf children { ...Leaf children { id name leaf } } }
    }
    calls { id code name kind opensAt closesAt releaseMonths release clause { ...Where } }
    clauses { ...Where }
    rules { id code level title when require fix clause { ...Where } }
    parameters { id name type value note clause { ...Where } }
    offices { id code name phone role } authorities { id code name }
    attachmentRequirements { id code name condition when optional clause { ...Where } }
  }`

describe('what is all SQL is passed through: one statement, nothing for graphql-js, the same bytes, which are right', () => {
  test.each<[string, string, Record<string, unknown>?]>([
    ['everything of the notice', `{ guideline(city: "xining", year: 2024) { ...Whole } } ${everything}`],
    ['texts that have to be escaped', `{ guideline(city: "nasty", year: 2024) { ...Whole } } ${everything}`],
    ['a page with everything', `{ guidelines(first: 2) { totalCount nodes { ...Whole } } } ${everything}`],
    ['a list without rows', '{ guideline(city: "city1", year: 2022) { clauses { id } categories { id } } }'],
    [
      'rows that are not stored in their order',
      '{ guideline(city: "city1", year: 2021, edition: 1) { clauses { code } } }',
    ],
    [
      'aliases, one field in two languages',
      '{ a: guideline(city: "xining", year: 2024) { zh: title(locale: ZH_CN) en: title(locale: EN) title own: title(locale: null) } }',
    ],
    [
      'aliases that are names of the engine’s own, at every level',
      `{ r: guideline(city: "xining", year: 2024) { r: title t0: year texts: city { r: code t1: name } categories { r: code row_to_json: fundingRange { r: min } text: priorities } }
         page0: guidelines(first: 2) { r: totalCount page0: nodes { r: id } t1: edges { r: cursor t0: node { r: edition } } place: pageInfo { r: endCursor } } }`,
    ],
    [
      'fields merged from several places',
      `{ guideline(city: "xining", year: 2024) { city { code } ... { city { name } } ...More city { code timeZone } } }
       fragment More on Guideline { city { areaCode name } categories { code } categories { name code } }`,
    ],
    [
      'conditions by variables',
      `query ($yes: Boolean!, $no: Boolean = false, $locale: Locale) { guideline(city: "xining", year: 2024) {
         id @include(if: $no) year @skip(if: $no) edition @include(if: $yes) @skip(if: $yes) title(locale: $locale)
         ... @include(if: $yes) { note } ...More @skip(if: $yes) } } fragment More on Guideline { contentHash }`,
      { yes: true, locale: 'EN' },
    ],
    [
      'fragments on an interface and on other types',
      `{ guideline(city: "xining", year: 2024) { ... on Node { id __typename } calls { ...Identity ... on Call { kind } } } }
       fragment Identity on Node { nodeId: id }`,
    ],
    [
      'several root fields, __typename among them',
      `{ __typename one: guideline(city: "xining", year: 2024) { id } page: guidelines(last: 3) { nodes { id } }
         node(id: "Clause:xining-2024-1/1.3.5") { id ... on Clause { label } ... on Office { phone } }
         none: node(id: "Clause:nothing") { id } unknown: node(id: "Nothing:1") { id } }`,
    ],
    [
      'all parts of a page',
      '{ guidelines(first: 3) { __typename edges { __typename cursor node { id } } pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor } totalCount } }',
    ],
    [
      'an empty page',
      '{ guidelines(first: 0) { edges { cursor } nodes { id } pageInfo { hasNextPage startCursor endCursor } totalCount } }',
    ],
    [
      'filters and orders by variables',
      `query ($filter: GuidelineFilter, $orderBy: [GuidelineOrder!], $first: Int) {
         guidelines(filter: $filter, orderBy: $orderBy, first: $first) { totalCount nodes { id inForce importedAt } } }`,
      { filter: { inForce: false, year: 2022 }, orderBy: [{ field: 'IMPORTED_AT', direction: 'DESC' }], first: 5 },
    ],
    [
      'names that JavaScript has its own ideas about',
      '{ guideline(city: "xining", year: 2024) { __proto__: id constructor: year toString: edition hasOwnProperty: city { valueOf: code } } }',
    ],
    [
      'a key as long as PostgreSQL takes it',
      `{ guideline(city: "xining", year: 2024) { ${'k'.repeat(63)}: id ${'k'.repeat(62)}: year } }`,
    ],
  ])('%s', async (_name, query, variables) => {
    for (const language of ['zh-CN', 'en']) {
      // Twice, and then by name, as a prepared statement.
      for (let time = 0; time < 3; time++) {
        const { data, errors } = await services.both({ query, variables, language })
        expect(errors).toBeUndefined()
        const { text } = await services.oracle.send({ query, variables, language })
        expect(JSON.stringify(data)).toBe(JSON.stringify(JSON.parse(text).data))
      }
    }
    services.direct.takeStatements()
    services.direct.takeCompleted()
    await services.direct.send({ query, variables })
    expect(services.direct.takeStatements()).toHaveLength(1)
    expect(services.direct.takeCompleted()).toBe(0)
  })
})

test('one document with other variables is another statement where they decide what is selected', async () => {
  const query = `query ($some: Boolean!, $locale: Locale, $city: String!) { guideline(city: $city, year: 2024) {
    title(locale: $locale) ... @include(if: $some) { year } edition @skip(if: $some) } }`
  for (const some of [true, false, true]) {
    for (const locale of ['EN', 'ZH_CN', null, undefined]) {
      for (const city of ['xining', 'city2']) {
        const variables = { some, locale, city }
        const { data } = await services.both({ query, variables })
        expect(data).toEqual(JSON.parse((await services.oracle.send({ query, variables })).text).data)
      }
    }
  }
})

describe('what TypeScript made is written without graphql-js, with the same bytes', () => {
  test.each<[string, string, Record<string, unknown>?]>([
    [
      'a query that is no read',
      '{ enumLabels(name: "CallKind") { value label } guideline(city: "xining", year: 2024) { id title } }',
    ],
    [
      'bound types made by TypeScript',
      '{ checkEligibility(input: {city: "xining", year: 2024}) { verdict { call { id name opensAt clause { label } } findings { clause { id summary en: summary(locale: EN) } rule { id fix } } } errors { code } } guideline(city: "xining", year: 2024) { rules { fix } } }',
    ],
    [
      'a verdict, with conditions and arguments below the root',
      `query ($input: CheckEligibilityInput!, $all: Boolean!, $outcomes: [Outcome!], $locale: Locale) {
         __typename a: checkEligibility(input: $input) { __typename verdict { ...Verdict } errors { code message path clause { id } } }
         b: checkEligibility(input: $input) { verdict { findings(outcomes: $outcomes) { outcome title(locale: $locale) } } } }
       fragment Verdict on Verdict { result edition asOf findings { level outcome facts { name label value } missing { name label(locale: EN) } }
         attachments @include(if: $all) { attachment { id code name } requirement attached missing { name } } }`,
      { input: someCase, all: true, outcomes: ['UNKNOWN', 'REVIEW'], locale: 'EN' },
    ],
    [
      'a refused case, with everything wrong about it',
      'query ($input: CheckEligibilityInput!) { checkEligibility(input: $input) { verdict { result } errors { code message path } } }',
      {
        input: {
          ...someCase,
          category: 'art',
          asOf: 'today',
          facts: { attachments: ['x'], leader: { birthDate: '1' } },
        },
      },
    ],
    [
      'a route and a deadline',
      `query ($input: RouteInput!) { route(input: $input) { route { outcome clause { label } authorities { code name } facts { name value } missing { name label } } errors { code } }
         paperDeadline(call: "Call:nothing") { deadline { dueOn } errors { code message path } } }`,
      { input: { city: 'xining', year: 2024, facts: { applicant: { district: '630103' } } } },
    ],
  ])('%s', async (_name, query, variables) => {
    for (const language of ['zh-CN', 'en']) {
      const { data, errors } = await services.both({ query, variables, language })
      expect(errors).toBeUndefined()
      expect(data).toBeTruthy()
    }
    services.direct.takeCompleted()
    await services.direct.send({ query, variables })
    expect(services.direct.takeCompleted()).toBe(0)
  })

  test('one document with other variables selects and answers for these', async () => {
    const query = `query ($input: CheckEligibilityInput!, $outcomes: [Outcome!], $some: Boolean!) { checkEligibility(input: $input) {
      verdict { findings(outcomes: $outcomes) { rule { code } outcome @include(if: $some) } } errors { code } } }`
    for (const some of [true, false]) {
      for (const outcomes of [['PASS'], ['UNKNOWN'], [], null, undefined]) {
        for (const category of ['major-special', 'nothing']) {
          await services.both({ query, variables: { input: { ...someCase, category }, outcomes, some } })
        }
      }
    }
  })

  test.each([
    'query ($input: CheckEligibilityInput!) { checkEligibility(input: $input) { errors { code } } }',
    'query ($input: CheckEligibilityInput) { checkEligibility(input: $input) { errors { code } } }',
  ])('inputs that do not fit their type: %s', async (query) => {
    const { city, year } = someCase
    for (const input of [
      null,
      [],
      'x',
      {},
      { city },
      { city, year: '2024' },
      { city, year: 2 ** 31 },
      { city, year, extra: 1 },
      { city, year, facts: [] },
      { city, year, facts: { partners: { kind: 'ENTERPRISE' } } },
      { city, year, facts: { partners: [null] } },
      { city, year, facts: { partners: [{ kind: 'BANK' }] } },
      { city, year, facts: { budget: { equipmentItems: '1.00' } } },
      { city, year, facts: { budget: { equipmentItems: [1] } } },
      { city, year, facts: null, asOf: null, category: null },
    ]) {
      await services.both({ query, variables: { input } })
    }
    await services.both({ query })
  })
})

describe('what is not is completed by graphql-js, with the same bytes', () => {
  test.each<[string, string]>([
    ['a guideline that is not there', '{ guideline(city: "nowhere", year: 2024) { id } }'],
    [
      'one of several that is not there',
      '{ a: guideline(city: "xining", year: 2024) { id } b: guideline(city: "xining", year: 1) { id } }',
    ],
    ['introspection beside data', '{ __schema { queryType { name } } guideline(city: "xining", year: 2024) { id } }'],
  ])('%s', async (_name, query) => {
    for (const language of ['zh-CN', 'en']) await services.both({ query, language })
    services.direct.takeCompleted()
    await services.direct.send({ query })
    expect(services.direct.takeCompleted()).toBe(1)
  })

  test.each([
    'query ($on: Boolean = true) { guideline(city: "xining", year: 2024) @include(if: $on) { id } }',
    'query ($on: Boolean = true) { guideline(city: "xining", year: 2024) { id year @include(if: $on) } }',
    'query ($first: Int!) { guidelines(first: $first) { totalCount } }',
    'query ($on: Boolean = true, $on: Int) { guideline(city: "xining", year: 2024) { id @skip(if: $on) } }',
  ])('variables that have no fitting value: %s', async (query) => {
    for (const variables of [{ on: null }, {}, { on: 'x', first: 1.5 }]) {
      const { errors = [] } = await services.both({ query, variables })
      expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR')
    }
  })

  test('a guideline that is not there: the error names what was asked for, in the language asked for', async () => {
    const query =
      '{ b: guideline(city: "nowhere", year: 2024) { id } a: guideline(city: "xining", year: 2024) { year } }'
    const { data, errors, status } = await services.both({ query, language: 'en' })
    expect(status).toBe(200)
    expect(data).toEqual({ b: null, a: { year: 2024 } })
    expect(errors).toEqual([
      {
        message: expect.stringContaining('There is no guideline for city "nowhere", year 2024'),
        locations: [{ line: 1, column: 3 }],
        path: ['b'],
        extensions: { code: 'GUIDELINE_NOT_FOUND' },
      },
    ])
    services.direct.takeStatements()
    await services.direct.send({ query })
    expect(services.direct.takeStatements()).toHaveLength(1)
  })
})

describe('all reads of a request are one statement, whatever stands beside them', () => {
  const pages = Array.from({ length: 20 }, (_, i) => `p${i}: guidelines(first: ${i + 1}) { totalCount nodes { year } }`)

  test.each<[string, string, string[]]>([
    ['introspection', '__type(name: "Node") { name } __schema { queryType { name } }', []],
    ['a field that is refused', 'bad: guidelines(first: -1) { totalCount }', ['BAD_USER_INPUT']],
    [
      'a field that TypeScript answers',
      '__typename route(input: { city: "nowhere", year: 1 }) { errors { code } }',
      [],
    ],
  ])('%s', async (_name, beside, codes) => {
    const query = `{ ${pages.join(' ')} ${beside} }`
    const { errors } = await services.both({ query })
    expect((errors ?? []).map(({ extensions }) => extensions?.code)).toEqual(codes)
    services.direct.takeStatements()
    await services.direct.send({ query })
    expect(services.direct.takeStatements().filter((text) => text.includes('guideline'))).toHaveLength(1)
  })
})
