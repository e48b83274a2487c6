import { describe, expect, it } from 'vitest'
import { readCase } from '../../schema/rules/case-facts.js'
import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import { compileEdition } from '../../schema/rules/compile-edition.js'
import { readFacts } from '../../schema/rules/read-facts.js'
import { tinyEdition } from './tiny-edition.js'

const found = (facts: unknown) => readFacts(facts, []).issues.map(({ path, code }) => [path, code])

describe('readFacts', () => {
  it('accepts facts that are missing, null, unknown by name, or right', () => {
    expect(found({})).toEqual([])
    expect(found(null)).toEqual([])
    expect(found({ applicant: null, partners: [], shoeSize: 3, leader: { shoeSize: 'x' } })).toEqual([])
    expect(found({ budget: { expenditure: { total: '0.10' } }, personnel: [{ birthDate: '1990-02-28' }] })).toEqual([])
  })

  it.each<[string, unknown, string, string]>([
    ['a number for a bool', { applicant: { legalPerson: 1 } }, 'applicant.legalPerson', 'FACT_TYPE'],
    ['a text for a bool', { leader: { onStaff: 'true' } }, 'leader.onStaff', 'FACT_TYPE'],
    ['a text for a count', { leader: { ongoingProjects: '2' } }, 'leader.ongoingProjects', 'FACT_TYPE'],
    ['a fraction for a count', { leader: { ongoingProjects: 1.5 } }, 'leader.ongoingProjects', 'FACT_TYPE'],
    ['a count below zero', { leader: { ongoingProjects: -1 } }, 'leader.ongoingProjects', 'NEGATIVE_COUNT'],
    ['a count past 2^53', { leader: { ongoingProjects: 2 ** 53 } }, 'leader.ongoingProjects', 'COUNT_TOO_LARGE'],
    ['a number for an amount', { budget: { direct: { total: 5 } } }, 'budget.direct.total', 'FACT_TYPE'],
    [
      'a negative amount',
      { budget: { expenditure: { specialFunds: '-0.01' } } },
      'budget.expenditure.specialFunds',
      'NEGATIVE_AMOUNT',
    ],
    [
      'three decimals',
      { budget: { expenditure: { specialFunds: '1.005' } } },
      'budget.expenditure.specialFunds',
      'AMOUNT_TOO_PRECISE',
    ],
    ['an amount in a list', { budget: { equipmentItems: ['1', 'x'] } }, 'budget.equipmentItems[1]', 'AMOUNT_MALFORMED'],
    ['a day of another form', { applicant: { foundedOn: '2020/1/1' } }, 'applicant.foundedOn', 'DATE_MALFORMED'],
    [
      'a day that never was',
      { applicant: { badCreditRecords: ['2023-02-30'] } },
      'applicant.badCreditRecords[0]',
      'DATE_NOT_REAL',
    ],
    ['a date object', { applicant: { foundedOn: new Date(0) } }, 'applicant.foundedOn', 'FACT_TYPE'],
    ['an unknown enum value', { partners: [{}, { kind: 'COLLEGE' }] }, 'partners[1].kind', 'FACT_VALUE_UNKNOWN'],
    ['a number for a text', { applicant: { district: 630102 } }, 'applicant.district', 'FACT_TYPE'],
    ['one value for a list', { attachments: 'licence' }, 'attachments', 'FACT_TYPE'],
    ['nothing in a list', { attachments: [null] }, 'attachments[0]', 'FACT_TYPE'],
    ['nothing among objects', { partners: [null] }, 'partners[0]', 'FACT_TYPE'],
    ['a text for an object', { applicant: 'ACME' }, 'applicant', 'FACT_TYPE'],
    ['a list for an object', { budget: { direct: [] } }, 'budget.direct', 'FACT_TYPE'],
    ['a text among objects', { partners: ['ACME'] }, 'partners[0]', 'FACT_TYPE'],
    ['no object at all', 'facts', '', 'FACT_TYPE'],
  ])('refuses %s', (_, facts, path, code) => {
    expect(found(facts)).toEqual([[path, code]])
  })

  it('reports everything at once and never repeats a value', () => {
    const { issues } = readFacts(
      {
        applicant: { kind: 'secret-1', legalPerson: 'secret-2' },
        leader: { birthDate: 'secret-3' },
      },
      [],
    )
    expect(issues.map(({ path }) => path)).toEqual(['applicant.kind', 'applicant.legalPerson', 'leader.birthDate'])
    expect(JSON.stringify(issues)).not.toContain('secret')
  })

  it('does not take inherited keys for facts', () => {
    expect(found(Object.create({ applicant: 'ACME' }))).toEqual([])
  })
})

describe('readCase', () => {
  const compiled = compileEdition(tinyEdition)
  const check = (asked: Parameters<typeof readCase>[1]) =>
    readCase(compiled, asked).issues.map(({ path, code }) => [path, code])

  it('accepts codes of the edition, and none', () => {
    expect(check({ category: 'research', direction: 'solar', facts: { attachments: ['licence'] } })).toEqual([])
    expect(check({ category: null, facts: null })).toEqual([])
  })

  it('refuses codes that the edition does not have', () => {
    expect(check({ category: 'art', direction: 'wind', facts: { attachments: ['licence', 'x'] } })).toEqual([
      ['category', 'CATEGORY_UNKNOWN'],
      ['direction', 'DIRECTION_UNKNOWN'],
      ['facts.attachments[1]', 'ATTACHMENT_UNKNOWN'],
    ])
  })

  it('refuses a direction of another category', () => {
    expect(check({ category: 'research', direction: 'music', facts: {} })).toEqual([
      ['direction', 'DIRECTION_OF_OTHER_CATEGORY'],
    ])
  })

  it('gives the paths of facts below facts', () => {
    expect(check({ facts: { leader: { onStaff: 1 } } })).toEqual([['facts.leader.onStaff', 'FACT_TYPE']])
    expect(check({ facts: [] })).toEqual([['facts', 'FACT_TYPE']])
  })

  it('stands before the verdict: what it refuses is never judged', () => {
    const asOf = new Date('2023-07-10T12:00:00Z')
    const judge = (asked: Parameters<typeof readCase>[1], at: Date) =>
      checkEligibility(compiled, readCase(compiled, asked), at)
    expect(() => judge({ facts: { leader: { onStaff: 1 } } }, asOf)).toThrow(/can't be judged; facts\.leader\.onStaff/)
    expect(() => judge({ category: 'art', facts: {} }, asOf)).toThrow(/can't be judged; category/)
    expect(() => judge({ facts: {} }, new Date('x'))).toThrow(/asOf is not a valid Date/)
  })
})
