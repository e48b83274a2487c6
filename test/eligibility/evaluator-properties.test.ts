import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateWithCel } from './cel-oracle.js'
import { evaluateExpression } from './evaluate-expression.js'
import { someExpression } from './generate-expression.js'
import { forget, someFacts } from './generate-facts.js'
import { verdictOn } from './judge.js'
import { xining } from './xining.js'

const forgetful = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 })
const asOf = new Date('2023-06-01T04:00:00Z')

describe('the evaluator', () => {
  it('gives what the CEL library gives, whatever facts are missing', () => {
    fc.assert(
      fc.property(someExpression, someFacts, (source, facts) => {
        expect(evaluateExpression(source, facts).value).toBe(evaluateWithCel(source, facts))
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps what it has decided when more facts become known', () => {
    fc.assert(
      fc.property(someExpression, someFacts, forgetful, (source, facts, forgets) => {
        const { value } = evaluateExpression(source, forget(facts, forgets))
        fc.pre(value !== null)
        expect(evaluateExpression(source, facts).value).toBe(value)
      }),
      { numRuns: 1000 },
    )
  })

  it('names missing facts exactly when it is undecided, and never one that is known', () => {
    fc.assert(
      fc.property(someExpression, someFacts, (source, facts) => {
        const { value, missing, reads } = evaluateExpression(source, facts)
        expect(missing.length > 0).toBe(value === null)
        const known = new Set(reads.map(({ name }) => name))
        expect(missing.filter((name) => known.has(name))).toEqual([])
        expect(new Set(missing).size).toBe(missing.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a verdict by the notice of Xining', () => {
  const someCase = fc.record({
    category: fc.option(fc.constantFrom(...xining.categories.keys())),
    direction: fc.option(fc.constantFrom(...xining.directions.keys())),
    facts: someFacts.map((facts) => ({
      ...facts,
      attachments: facts.attachments?.map((_, index) => xining.edition.attachments[index]?.code ?? ''),
    })),
  })

  it('keeps every decided finding when more facts become known', () => {
    fc.assert(
      fc.property(someCase, forgetful, (asked, forgets) => {
        const later = verdictOn(xining, { ...asked, asOf })
        const earlier = verdictOn(xining, { ...asked, asOf, facts: forget(asked.facts, forgets) })
        for (const [index, finding] of earlier.findings.entries()) {
          if (finding.outcome !== 'UNKNOWN') expect(later.findings[index]?.outcome).toBe(finding.outcome)
        }
        if (earlier.result !== 'UNDETERMINED') expect(later.result).toBe(earlier.result)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same each time and changes nothing in the case', () => {
    fc.assert(
      fc.property(someCase, (asked) => {
        const before = structuredClone(asked)
        const first = verdictOn(xining, { ...asked, asOf })
        const second = verdictOn(xining, { ...asked, asOf })
        expect(second).toEqual(first)
        expect(second.attachments).toEqual(first.attachments)
        expect(asked).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })
})
