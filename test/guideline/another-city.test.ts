import { describe, expect, it } from 'vitest'
import { compileEdition } from '../../schema/rules/compile-edition.js'
import type { Facts } from '../../schema/rules/facts.js'
import { paperDeadline } from '../../schema/rules/paper-deadline.js'
import { loadGuideline } from '../../server/guideline/load-guideline.js'
import { routeOf, verdictOn } from '../eligibility/judge.js'
import { valmarText } from './valmar-file.js'

/*
 * A second city, invented: its notice has rules of other kinds than Xining's, and needs a file and no code.
 */

const loaded = loadGuideline(valmarText, 'valmar-2025.yaml')
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const { edition } = loaded
const compiled = compileEdition(edition)

const asOf = new Date('2025-03-15T12:00:00Z')
const amounts = (total: string, specialFunds = total, selfRaised = '0.00') => ({ total, specialFunds, selfRaised })
const good: Facts = {
  applicant: { kind: 'ENTERPRISE', district: 'S01', foundedOn: '2023-03-15' },
  leader: { birthDate: '1979-03-16' },
  personnel: [],
  project: { stage: 'LAB_SCALE', startsOn: '2025-07-01', endsOn: '2027-06-30' },
  budget: {
    expenditure: amounts('1200000.00', '900000.00', '300000.00'),
    direct: amounts('1000000.00'),
    indirect: amounts('200000.00'),
  },
}

function outcomes(facts: Facts, category = 'open-sea') {
  const { result, findings } = verdictOn(compiled, { category, direction: null, asOf, facts })
  return { result, ...Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome])) }
}

describe('the notice of an invented city', () => {
  it('loads without a doubt', () => {
    expect(loaded.ok && loaded.warnings).toEqual([])
  })

  it('finds an applicant at every limit eligible', () => {
    expect(outcomes(good)).toEqual({
      result: 'ELIGIBLE',
      'budget.indirect-share': 'PASS', // 200,000 × 100 = 1,000,000 × 20
      'budget.self-raised-share': 'PASS', // 300,000 × 100 = 1,200,000 × 25
      'budget.young-limit': 'NOT_APPLICABLE',
      'leader.age': 'PASS', // 46 tomorrow
      'personnel.age': 'PASS', // nobody
      'applicant.years': 'PASS', // 2 years today
      'project.length': 'PASS', // 24 months less a day
      'project.stage': 'PASS',
    })
  })

  it.each([
    [
      'a cent of indirect costs too much',
      { budget: { ...good.budget, indirect: amounts('200000.01') } },
      'budget.indirect-share',
    ],
    ['a leader who turns 46 today', { leader: { birthDate: '1979-03-15' } }, 'leader.age'],
    ['a participant of 17', { personnel: [{ birthDate: '2007-03-16' }] }, 'personnel.age'],
    [
      'an organisation a day too young',
      { applicant: { ...good.applicant, foundedOn: '2023-03-16' } },
      'applicant.years',
    ],
    ['a project a day too long', { project: { ...good.project, endsOn: '2027-07-01' } }, 'project.length'],
    ['a pilot', { project: { ...good.project, stage: 'PILOT' } }, 'project.stage'],
  ] satisfies [string, Facts, string][])('refuses %s', (_name, change, rule) => {
    expect(outcomes({ ...good, ...change })).toMatchObject({ result: 'INELIGIBLE', [rule]: 'FAIL' })
  })

  it('warns, and refuses nothing, for too few funds of their own', () => {
    const budget = { ...good.budget, expenditure: amounts('1200000.00', '900000.01', '299999.99') }
    expect(outcomes({ ...good, budget })).toMatchObject({ result: 'ELIGIBLE', 'budget.self-raised-share': 'FAIL' })
  })

  it("can't decide without the birth date and names it", () => {
    const { result, findings } = verdictOn(compiled, {
      asOf,
      category: 'open-sea',
      facts: { ...good, leader: {} },
    })
    expect(result).toBe('UNDETERMINED')
    const [finding] = findings.filter(({ outcome }) => outcome === 'UNKNOWN')
    expect(finding).toMatchObject({ rule: 'leader.age', clause: 's4.1', missing: [{ name: 'leader.birthDate' }] })
  })

  it('holds a young team to its limit', () => {
    expect(outcomes(good, 'young-teams')).toMatchObject({ result: 'INELIGIBLE', 'budget.young-limit': 'FAIL' })
  })

  it('asks for attachments by category', () => {
    const needed = (category: string) => verdictOn(compiled, { category, asOf, facts: {} }).attachments[0]?.requirement
    expect([needed('open-sea'), needed('young-teams')]).toEqual(['REQUIRED', 'NOT_REQUIRED'])
  })

  it('recommends through two authorities in turn where the notice says so', () => {
    const route = (facts: Facts) => {
      const { result, route, authorities } = routeOf(compiled, { asOf, facts })
      return [result, route, ...authorities.map(({ code }) => code)]
    }
    expect(route({ applicant: { kind: 'ENTERPRISE', district: 'N01' } })).toEqual([
      'FOUND',
      'harbour',
      'north-council',
      'harbour-board',
    ])
    expect(route({ applicant: { kind: 'ENTERPRISE', district: 'S01' } })).toEqual(['FOUND', 'others', 'south-council'])
    expect(route({})).toEqual(['UNDETERMINED', null])
  })

  it('keeps its own hours, summer time included', () => {
    const hours = edition.calls.map(({ code, opensAt, closesAt }) => [code, opensAt, closesAt])
    expect(hours).toEqual([
      ['spring', '2025-03-03T08:00:00+00:00', '2025-03-30T23:30:00+01:00'],
      ['autumn', '2025-09-01T08:00:00+01:00', '2025-10-26T01:30:00+01:00'],
      ['open', null, null],
    ])
    const call = (at: string) => verdictOn(compiled, { asOf: new Date(at), facts: {} }).call
    expect([call('2025-03-30T22:30:00Z'), call('2025-03-30T22:31:00Z')]).toEqual(['spring', 'open'])
  })

  it('counts its own working days', () => {
    // From Sunday 30 March: Monday and Tuesday are days off, then 2 and 3 April, the made-up Friday 4 April, Sunday 6 April.
    const deadline = paperDeadline(edition, 'spring', null)
    expect(deadline).toMatchObject({ ok: true, value: { due: '2025-04-06', copies: 3 } })
    expect(paperDeadline(edition, 'autumn', new Date('2025-12-30T12:00:00Z'))).toMatchObject({
      ok: false,
      issues: [{ code: 'CALENDAR_NOT_PUBLISHED' }],
    })
  })

  it('fills in what the file leaves out', () => {
    expect(edition.city.parks).toEqual([])
    expect(edition.categories[0]?.fundingRange).toBeNull()
    expect(edition.categories[1]?.fundingRange).toEqual({ min: '0.00', max: '250000.00' })
    expect(edition.categories[0]?.directions[0]?.children[1]).toEqual({
      code: 'surface-currents',
      label: 'A.2',
      name: { 'zh-CN': '表层洋流', en: 'Surface currents' },
      clause: 's2',
      offices: [],
      children: [],
    })
    expect(edition.parameters.map(({ type }) => type)).toEqual([
      'INT',
      'INT',
      'INT',
      'INT',
      'INT',
      'DATE',
      'MONEY',
      'STRINGS',
      'BOOL',
      'STRING',
    ])
  })
})
