import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../schema/rules/facts.js'
import { type Client, createClient } from '../../sdk/src/index.js'
import { fetchPreviewGuideline, type PreviewGuideline, previewEligibility } from '../../sdk/src/preview.js'
import { someFacts } from '../eligibility/generate-facts.js'
import { smallGuideline } from './small-guideline.js'
import { startXiningService } from './xining-service.js'

let service: Awaited<ReturnType<typeof startXiningService>>
let client: Client
let guideline: PreviewGuideline

beforeAll(async () => {
  service = await startXiningService()
  client = createClient({ url: service.url })
  // Through JSON, as it would be kept for when there is no network.
  guideline = JSON.parse(JSON.stringify(await fetchPreviewGuideline(client, { city: 'xining', year: 2024 })))
})
afterAll(() => service.close())

const categories = ['major-special', 'key-rnd-conversion', 'capacity-building', 'livelihood', 'lottery']
const directions = [
  'clean-energy',
  'four-bases',
  'four-bases-photovoltaics',
  'medical-health',
  'public-service-platform',
]
const moments = ['2023-06-01', '2023-05-15T01:00:00Z', '2023-07-14T17:00:01+08:00', '2026-02-29', 'soon']
const attachments = ['integrity-commitment', 'audit-report', 'industry-university-research-agreement', 'selfie']

const maybe = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 4 })
/** Mostly good inputs, so that verdicts are compared more often than refusals. */
const mostly = (values: readonly string[]) =>
  fc.oneof({ weight: 9, arbitrary: maybe(values.slice(0, -1)) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const inputs = fc.record({
  city: fc.constant('xining'),
  year: fc.constant(2024),
  category: mostly(categories),
  direction: mostly(directions),
  asOf: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...moments.slice(0, 3)) }, fc.constantFrom(...moments)),
  facts: fc
    .tuple(someFacts, fc.option(fc.uniqueArray(mostly(attachments).filter((code) => code !== null))))
    .map(([facts, attached]): Facts => ({ ...facts, applicant: known(facts.applicant), attachments: attached })),
})

/** The generator also makes codes of other guidelines; here they would refuse nearly every input. */
function known(applicant: Facts['applicant']): Facts['applicant'] {
  return applicant?.district ? { ...applicant, district: '630102' } : applicant
}

describe('a preview', () => {
  test("is the service's own answer, verdicts and refusals alike, in both languages", async () => {
    let judged = 0
    await fc.assert(
      fc.asyncProperty(inputs, fc.constantFrom('zh-CN' as const, 'en' as const), async (input, locale) => {
        const answer = await client.eligibility.check(input, { locale })
        expect(previewEligibility(guideline, input, { locale })).toEqual(answer)
        if (answer.verdict) judged++
      }),
      { numRuns: 150 },
    )
    expect(judged).toBeGreaterThan(30)
  }, 60_000)

  test('needs one request, and none once the guideline is there', async () => {
    const counted: string[] = []
    const counting = createClient({
      url: service.url,
      fetch: (url, init) => {
        counted.push(init.body)
        return fetch(url, init)
      },
    })
    const input = { city: 'xining', year: 2024, asOf: '2023-06-01' }
    const first = await counting.eligibility.preview(input)
    expect(await counting.eligibility.preview(input)).toEqual(first)
    expect(counted).toHaveLength(1)
    const offline = createClient({ url: 'http://127.0.0.1:1/graphql' })
    expect(await offline.eligibility.preview(input, { guideline })).toEqual(first)
  })

  test('takes the present moment when none is given', () => {
    const before = Date.now()
    const { verdict } = previewEligibility(smallGuideline, {})
    expect(Date.parse(verdict?.asOf ?? '')).toBeGreaterThanOrEqual(before)
  })

  test('refuses an input that is about another guideline', () => {
    expect(() => previewEligibility(guideline, { city: 'xining', year: 2025 })).toThrow(
      'The guideline is of xining 2024',
    )
  })

  test('says so when the guideline is newer than this package', () => {
    const [most] = smallGuideline.parameters
    const newer = { ...smallGuideline, parameters: most ? [{ ...most, type: 'DURATION' }] : [] }
    expect(() => previewEligibility(newer, {})).toThrow('newer version of @shenbao/sdk')
  })
})
