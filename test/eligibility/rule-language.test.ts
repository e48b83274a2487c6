import { describe, expect, it } from 'vitest'
import type { Facts } from '../../schema/rules/facts.js'
import { evaluateExpression } from './evaluate-expression.js'

/** The value of an expression; null when it can't be decided. */
const value = (source: string, facts?: Facts) => evaluateExpression(source, facts).value
const missing = (source: string, facts?: Facts) => evaluateExpression(source, facts).missing

describe('values', () => {
  it('reads amounts as exact fen', () => {
    const facts = { budget: { expenditure: { total: '1000.50', selfRaised: '0.01' } } }
    expect(value('budget.expenditure.total == parameters.most', facts)).toBe(true)
    expect(value('budget.expenditure.total - budget.expenditure.selfRaised < parameters.most', facts)).toBe(true)
    expect(value('budget.expenditure.selfRaised * 100 == yuan(1)', facts)).toBe(true)
    expect(value('-budget.expenditure.selfRaised < yuan(0)', facts)).toBe(true)
  })

  it('counts ten thousand yuan as wan', () => {
    expect(value('wan(1) == yuan(10000)')).toBe(true)
    expect(value('wan(100) + yuan(1) > wan(100)')).toBe(true)
  })

  it('keeps shares exact by multiplying', () => {
    // 30% of 333.34 is 100.002: 100.00 is within, 100.01 is not.
    const share = 'budget.indirect.total * 100 <= budget.expenditure.total * 30'
    const budget = (indirect: string) => ({
      budget: { indirect: { total: indirect }, expenditure: { total: '333.34' } },
    })
    expect(value(share, budget('100.00'))).toBe(true)
    expect(value(share, budget('100.01'))).toBe(false)
  })

  it('compares and reckons dates', () => {
    const born = (day: string) => ({ leader: { birthDate: day } })
    expect(value('leader.birthDate < date("1990-01-01")', born('1989-12-31'))).toBe(true)
    expect(value('leader.birthDate < date("1990-01-01")', born('1990-01-01'))).toBe(false)
    expect(value('date("2024-02-29").minusYears(1) == date("2023-02-28")')).toBe(true)
    expect(value('date("2024-01-31").plusMonths(1) == date("2024-02-29")')).toBe(true)
    expect(value('date("2024-01-01").plusDays(-1) == date("2023-12-31")')).toBe(true)
    // Born 1963-07-11, so 59 on 10 July 2023 and 60 a day later.
    expect(value('yearsBetween(leader.birthDate, asOf) < 60', born('1963-07-11'))).toBe(true)
    expect(value('yearsBetween(leader.birthDate, asOf) < 60', born('1963-07-10'))).toBe(false)
  })

  it('takes the day of asOf in the zone of the city', () => {
    const asOf = new Date('2023-07-09T22:30:00Z') // 00:30 on 10 July in Zürich
    expect(evaluateExpression('asOf == date("2023-07-10")', {}, { asOf }).value).toBe(true)
  })

  it('has quantifiers, a filter and sizes for lists', () => {
    const facts: Facts = { partners: [{ kind: 'UNIVERSITY' }, { kind: 'ENTERPRISE' }, { kind: 'ENTERPRISE' }] }
    expect(value('partners.exists(p, p.kind == "UNIVERSITY")', facts)).toBe(true)
    expect(value('partners.all(p, p.kind in ["UNIVERSITY", "ENTERPRISE"])', facts)).toBe(true)
    expect(value('partners.exists_one(p, p.kind == "UNIVERSITY")', facts)).toBe(true)
    expect(value('partners.exists_one(p, p.kind == "ENTERPRISE")', facts)).toBe(false)
    expect(value('partners.filter(p, p.kind == "ENTERPRISE").size() == 2', facts)).toBe(true)
    expect(value('size(partners) == 3', facts)).toBe(true)
    expect(value('size(partners) == 0 && partners.all(p, p.integrityBreach)', { partners: [] })).toBe(true)
  })

  it('keeps the variables of nested macros apart', () => {
    const facts: Facts = { partners: [{ kind: 'UNIVERSITY' }], personnel: [{ integrityBreach: true }] }
    expect(value('partners.all(p, personnel.exists(q, q.integrityBreach) && p.kind == "UNIVERSITY")', facts)).toBe(true)
    expect(value('[1, 2].all(n, [2, 3].exists(n, n > 2) && n < 3)')).toBe(true)
  })

  it('chooses by condition, negates and looks into lists', () => {
    const facts: Facts = { attachments: ['licence'], applicant: { kind: 'ENTERPRISE', district: 'D1' } }
    expect(value('"licence" in attachments', facts)).toBe(true)
    expect(value('applicant.kind in parameters.kinds && applicant.kind == parameters.wanted', facts)).toBe(true)
    expect(value('(parameters.strict ? 1 : 2) == 1')).toBe(true)
    expect(value('!parameters.strict || 2 * 3 - 1 == 5')).toBe(true)
    expect(value('applicant.district.startsWith("D")', facts)).toBe(true)
  })
})

describe('missing facts', () => {
  it('leaves undecided what hangs on one, and names it', () => {
    expect(missing('applicant.legalPerson')).toEqual(['applicant.legalPerson'])
    expect(missing('!applicant.legalPerson', { applicant: { legalPerson: null } })).toEqual(['applicant.legalPerson'])
    expect(missing('size(partners) > 0', { applicant: {} })).toEqual(['partners'])
  })

  it('names all of them at once', () => {
    expect(missing('applicant.ongoingProjects + leader.ongoingProjects <= 2')).toEqual([
      'applicant.ongoingProjects',
      'leader.ongoingProjects',
    ])
    expect(missing('yearsBetween(leader.birthDate, project.startsOn) < 60')).toEqual([
      'leader.birthDate',
      'project.startsOn',
    ])
    expect(missing('applicant.kind == "OTHER" || applicant.kind == "ENTERPRISE"')).toEqual(['applicant.kind'])
  })

  it('decides without them where one side is enough', () => {
    expect(value('applicant.legalPerson || true')).toBe(true)
    expect(value('true || applicant.legalPerson')).toBe(true)
    expect(value('applicant.legalPerson && false')).toBe(false)
    expect(value('false && applicant.legalPerson')).toBe(false)
  })

  it('names only those that matter', () => {
    const source = '(applicant.legalPerson || parameters.strict) && leader.onStaff'
    expect(missing(source)).toEqual(['leader.onStaff'])
    expect(missing('(applicant.legalPerson && parameters.strict) && leader.onStaff')).toEqual([
      'applicant.legalPerson',
      'leader.onStaff',
    ])
  })

  it('lets one element of a list decide', () => {
    const partners: Facts = { partners: [{}, { integrityBreach: true }, { kind: 'OTHER' }] }
    expect(value('partners.exists(p, p.integrityBreach)', partners)).toBe(true)
    expect(value('partners.all(p, !p.integrityBreach)', partners)).toBe(false)
    expect(missing('partners.all(p, p.integrityBreach)', partners)).toEqual([
      'partners[0].integrityBreach',
      'partners[2].integrityBreach',
    ])
    expect(missing('partners.exists_one(p, p.integrityBreach)', partners)).toHaveLength(2)
    expect(missing('partners.filter(p, p.integrityBreach).size() > 0', partners)).toHaveLength(2)
  })

  it('is carried through every kind of value', () => {
    expect(missing('(leader.onStaff ? 1 : 2) == 1')).toEqual(['leader.onStaff'])
    expect(missing('(parameters.strict ? applicant.ongoingProjects : 2) == 1')).toEqual(['applicant.ongoingProjects'])
    expect(value('(parameters.strict ? 1 : applicant.ongoingProjects) == 1')).toBe(true)
    expect(missing('2 in [applicant.ongoingProjects, leader.ongoingProjects]')).toHaveLength(2)
    expect(missing('-applicant.ongoingProjects < 0')).toEqual(['applicant.ongoingProjects'])
    expect(missing('applicant.foundedOn.plusDays(1) < asOf')).toEqual(['applicant.foundedOn'])
    expect(missing('category.code == "research"')).toEqual(['category'])
    expect(missing('direction.leaf && "energy" in direction.path')).toEqual(['direction'])
  })
})

describe('facts read', () => {
  const reads = (source: string, facts: Facts) =>
    evaluateExpression(source, facts).reads.map(({ name, value }) => [name, value])

  it('are listed in order, each once, as text', () => {
    const facts: Facts = {
      applicant: { ongoingProjects: 1, foundedOn: '2000-01-31', badCreditRecords: [], overdueProjects: ['2020-02-03'] },
      budget: { expenditure: { total: '1200' }, equipmentItems: ['5', '0.10'] },
      partners: [{ kind: 'UNIVERSITY' }, { kind: 'OTHER' }],
    }
    expect(reads('applicant.ongoingProjects + 1 <= parameters.limit || applicant.ongoingProjects == 9', facts)).toEqual(
      [
        ['applicant.ongoingProjects', '1'],
        ['parameters.limit', '2'],
      ],
    )
    expect(reads('applicant.foundedOn < parameters.cutOff && parameters.strict', facts)).toEqual([
      ['applicant.foundedOn', '2000-01-31'],
      ['parameters.cutOff', '2022-12-31'],
      ['parameters.strict', 'true'],
    ])
    expect(reads('budget.expenditure.total > parameters.most', facts)).toEqual([
      ['budget.expenditure.total', '1200.00'],
      ['parameters.most', '1000.50'],
    ])
    expect(reads('budget.equipmentItems.exists(m, m > yuan(9)) || "OTHER" in parameters.kinds', facts)).toEqual([
      ['budget.equipmentItems', '5.00,0.10'],
      ['parameters.kinds', 'ENTERPRISE,UNIVERSITY'],
    ])
    expect(reads('size(applicant.badCreditRecords) == 0 && size(applicant.overdueProjects) == 0', facts)).toEqual([
      ['applicant.badCreditRecords', '[]'],
      ['applicant.overdueProjects', '2020-02-03'],
    ])
    expect(reads('partners.exists(p, p.kind == "UNIVERSITY")', facts)).toEqual([
      ['partners', '2'],
      ['partners[0].kind', 'UNIVERSITY'],
    ])
  })

  it('carry the labels of the facts and parameters', () => {
    const [fact, parameter] = evaluateExpression('applicant.ongoingProjects < parameters.limit', {
      applicant: { ongoingProjects: 1 },
    }).reads
    expect(fact?.label.en).toBe('projects under way, without this one and without major specials')
    expect(parameter?.label).toEqual({ 'zh-CN': 'limit（中文）', en: 'limit' })
  })
})
