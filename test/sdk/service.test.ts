import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, createClient, fieldErrors, isShenbaoError } from '../../sdk/src/index.js'
import { scriptedServer } from './scripted-server.js'
import { startXiningService } from './xining-service.js'

let service: Awaited<ReturnType<typeof startXiningService>>
let client: Client

beforeAll(async () => {
  service = await startXiningService()
  client = createClient({ url: service.url, locale: 'en' })
})
afterAll(() => service.close())

const xining = { city: 'xining', year: 2024 } as const

describe('guidelines', () => {
  test('one whole guideline in one call, in the language asked for', async () => {
    const guideline = await client.guideline.get({ ...xining, locale: 'zh-CN' })
    expect(guideline.categories.map(({ name }) => name)).toEqual([
      '重大科技专项',
      '重点研发与转化计划',
      '科技创新能力建设专项',
      '民生科技专项',
    ])
    expect(guideline.categories[0]?.fundingRange).toEqual({ min: '1000000.00', max: '5000000.00' })
    expect(guideline.categories[0]?.directions[0]?.children).toHaveLength(5)
    expect(guideline.rules.length).toBeGreaterThan(20)
    expect((await client.guideline.get(xining)).categories[0]?.name).toBe('Major science and technology specials')
  })

  test('one that is not there is an error with a code and a place', async () => {
    const error = await client.guideline.get({ city: 'atlantis', year: 2024 }).catch((reason: unknown) => reason)
    if (!isShenbaoError(error) || error.kind !== 'graphql') throw error
    expect(error.codes).toEqual(['GUIDELINE_NOT_FOUND'])
    expect(error.paths).toEqual(['guideline'])
    expect(error.data).toEqual({ guideline: null })
  })

  test('the list, page by page', async () => {
    const found: string[] = []
    for await (const { city, year, edition } of client.guidelines.list({ first: 1 })) {
      found.push(`${city.code} ${year} ${edition}`)
    }
    expect(found).toEqual(['xining 2024 1'])
  })
})

describe('the list of a service that', () => {
  const page = (code: string, endCursor: string | null, hasNextPage: boolean) => ({
    guidelines: { totalCount: 9, nodes: [{ city: { code } }], pageInfo: { endCursor, hasNextPage } },
  })

  async function read(...pages: ReturnType<typeof page>[]) {
    const asked: unknown[] = []
    const server = await scriptedServer((response, { text }) => {
      asked.push(JSON.parse(text).variables.after)
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ data: pages[asked.length - 1] }))
    })
    const codes: string[] = []
    try {
      for await (const { city } of createClient({ url: server.url }).guidelines.list()) codes.push(city.code)
      return { codes, asked, error: undefined }
    } catch (error) {
      return { codes, asked, error }
    } finally {
      await server.close()
    }
  }

  test('has three pages is read to its end', async () => {
    const outcome = await read(page('a', '1', true), page('b', '2', true), page('c', '3', false))
    expect(outcome).toEqual({ codes: ['a', 'b', 'c'], asked: [undefined, '1', '2'], error: undefined })
  })

  test.each([
    ['does not move', [page('a', '1', true), page('b', '1', true)]],
    ['goes in a circle', [page('a', '1', true), page('b', '2', true), page('c', '1', true)]],
    ['promises more without a cursor', [page('a', null, true)]],
  ])('%s is not read for ever', async (_name, pages) => {
    const { codes, error } = await read(...pages)
    expect(codes).toHaveLength(pages.length)
    expect(error).toMatchObject({ kind: 'cursor' })
  })
})

describe('eligibility', () => {
  test('a verdict with clauses, facts and what to do', async () => {
    const { verdict, errors } = await client.eligibility.check({
      ...xining,
      category: 'livelihood',
      asOf: '2023-06-01',
      facts: { applicant: { ongoingProjects: 2 } },
    })
    expect(errors).toEqual([])
    expect(verdict?.call.code).toBe('window-2024')
    const finding = verdict?.findings.find(({ rule }) => rule.code === 'applicant.concurrent-projects')
    expect(finding).toMatchObject({ outcome: 'FAIL', level: 'BLOCK', clause: { code: '1.3.5', label: '一（三）5' } })
    expect(finding?.facts).toContainEqual(expect.objectContaining({ name: 'applicant.ongoingProjects', value: '2' }))
    expect(finding?.fix).toContain('major special')
  })

  test("what is wrong with an input is data, under the form's field names", async () => {
    const { verdict, errors } = await client.eligibility.check({
      ...xining,
      category: 'lottery',
      facts: { budget: { expenditure: { specialFunds: '1.005' } }, attachments: ['integrity-commitment', 'selfie'] },
    })
    expect(verdict).toBeNull()
    const fields = fieldErrors(errors)
    expect(Object.keys(fields).sort()).toEqual([
      'category',
      'facts.attachments.1',
      'facts.budget.expenditure.specialFunds',
    ])
    expect(fields['facts.budget.expenditure.specialFunds']?.[0]).toContain('decimals')
  })

  test('who recommends', async () => {
    const { route } = await client.route({
      ...xining,
      category: 'key-rnd-conversion',
      direction: 'clean-energy',
      facts: { applicant: { kind: 'ENTERPRISE', district: '630104', park: '' } },
    })
    expect(route).toMatchObject({ outcome: 'FOUND', clause: { code: '1.2' } })
  })

  test('when the papers are due', async () => {
    const { calls } = await client.guideline.get(xining)
    const window = calls.find(({ kind }) => kind === 'WINDOW')
    const { deadline } = await client.paperDeadline({ call: window?.id ?? '' })
    // Five working days after Friday, 14 July 2023.
    expect(deadline).toMatchObject({ countedFrom: '2023-07-14', dueOn: '2023-07-21', copies: 2, workingDays: 5 })
  })
})

test("an application's own document is answered as it selects", async () => {
  const data = await client.query('query ($city: String!) { guideline(city: $city, year: 2024) { code: year } }', {
    city: 'xining',
  })
  expect(data).toEqual({ guideline: { code: 2024 } })
})
