import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GuidelineServices, startGuidelineServices } from './guideline-services.js'

let services: GuidelineServices
beforeAll(async () => {
  services = await startGuidelineServices()
})
afterAll(() => services.close())

const documents = [
  'query ($id: ID!) { node(id: $id) { id } }',
  `query ($id: ID!, $yes: Boolean!) { node(id: $id) { __typename id
     ... on Guideline { title en: title(locale: EN) city { name } categories @include(if: $yes) { id name directions { code name } } }
     ... on Category { name priorities fundingRange { min max } clause { ...Label } directions @skip(if: $yes) { name offices { phone } } }
     ... on Clause { ...Label summary } } } fragment Label on Clause { code label }`,
  `query ($id: ID!) { __typename a: node(id: $id) { id ... on Category { offices { name } } }
     b: node(id: "Clause:nasty-2024-1/1.3.5") { ... on Clause { summary } } c: node(id: $id) { ... on Clause { decidable } } }`,
]
const ids = [
  'Guideline:xining-2024-1',
  'Guideline:nasty-2024-1',
  'Guideline:nobody',
  'Category:xining-2024-1/major-special',
  'Category:nasty-2024-1/major-special',
  'Clause:xining-2024-1/1.3.5',
  'Clause:nasty-2024-1/1.3.5',
  'Nothing:1',
]
const requests = fc
  .tuple(fc.constantFrom(...documents), fc.constantFrom(...ids), fc.boolean(), fc.constantFrom('zh-CN', 'en'))
  .map(([query, id, yes, language]) => ({ query, variables: { id, yes }, language }))

test('documents that come together get the bytes that each gets alone, and these are right', async () => {
  const alone = new Map<string, unknown>()
  let sent = 0
  let statements = 0
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: 20, maxLength: 40, size: 'max' }), async (together) => {
      services.direct.takeStatements()
      const answers = await Promise.all(together.map((request) => services.direct.send(request)))
      statements += services.direct.takeStatements().length
      sent += together.length
      for (const [i, request] of together.entries()) {
        const asked = JSON.stringify(request)
        const known = alone.get(asked) ?? (await services.direct.send(request))
        expect(answers[i]).toEqual(known)
        if (alone.has(asked)) continue
        alone.set(asked, known)
        expect(await services.completed.send(request)).toEqual(known)
        const { data } = JSON.parse((await services.oracle.send(request)).text)
        expect(JSON.parse((known as { text: string }).text).data).toEqual(data)
      }
    }),
    { numRuns: 60 },
  )
  // As they come, without anything that holds them up, some share a statement.
  expect(statements).toBeLessThan(sent)
}, 120_000)
