import { describe, expect, it } from 'vitest'
import { checkExpression, compileExpression } from '../../schema/rules/compile-expression.js'
import { ruleScope } from '../../schema/rules/rule-scope.js'
import { tinyEdition } from './tiny-edition.js'

const scope = ruleScope(tinyEdition)

/** Each problem as the part of the source that it points at, and its English message. */
function problems(source: string): [string, string][] {
  return checkExpression(scope, source, 'bool').map(({ start, end, message }) => {
    expect(message['zh-CN']).toMatch(/\p{Script=Han}/u)
    return [source.slice(start, end), message.en]
  })
}

describe('values written in a rule', () => {
  it.each([
    ['applicant.kind == "ENTREPRISE"', 'ENTREPRISE', 'ApplicantKind'],
    ['"ENTREPRISE" != applicant.kind', 'ENTREPRISE', 'ApplicantKind'],
    ['applicant.kind in ["UNIVERSITY", "COLLEGE"]', 'COLLEGE', 'ApplicantKind'],
    ['partners.exists(p, p.kind == "COLLEGE")', 'COLLEGE', 'ApplicantKind'],
    ['applicant.level == "TOWN"', 'TOWN', 'AdministrativeLevel'],
    ['project.stage == "DONE"', 'DONE', 'ProjectStage'],
    ['applicant.district == "D2"', 'D2', 'district'],
    ['applicant.park == "red"', 'red', 'park'],
    ['"licens" in attachments', 'licens', 'attachment'],
    ['category.code == "art"', 'art', 'category'],
    ['direction.code == "wind"', 'wind', 'direction'],
    ['"wind" in direction.path', 'wind', 'direction'],
    ['direction.category == "solar"', 'solar', 'category'],
    ['call.kind == "OPEN"', 'OPEN', 'CallKind'],
  ])('%s is no value of its fact', (source, literal, domain) => {
    expect(problems(source)).toEqual([
      [`"${literal}"`, expect.stringContaining(`"${literal}" is no value of ${domain}`)],
    ])
  })

  it('are checked where they come from a parameter or a list too', () => {
    expect(problems('applicant.level in parameters.kinds').map(([at]) => at)).toEqual([
      'parameters.kinds',
      'parameters.kinds',
    ])
    expect(problems('["UNIVERSITY", "COLLEGE"].exists(k, applicant.kind == k)')).toHaveLength(1)
  })

  it('are accepted when they are values, and for texts that are free', () => {
    expect(problems('applicant.kind == "ENTERPRISE" && applicant.kind in parameters.kinds')).toEqual([])
    expect(problems('applicant.park != "" && applicant.parentDepartment != "anything"')).toEqual([])
    expect(problems('call.kind == "ALL_YEAR" || call.open')).toEqual([])
  })

  it('of two facts with different values are not compared', () => {
    expect(problems('applicant.kind == applicant.level')[0]?.[1]).toContain('ApplicantKind and AdministrativeLevel')
    expect(problems('category.code in direction.path')[0]?.[1]).toContain('different values')
  })
})

describe('types', () => {
  it.each([
    ['budget.expenditure.total > 1000', 'yuan(…) or wan(…)'],
    ['applicant.ongoingProjects == "2"', 'int and string'],
    ['applicant.foundedOn < "2020-01-01"', 'date and string'],
    ['applicant.kind < "OTHER"', "can't be compared with <"],
    ['partners == partners', "Values of type list of object can't be compared"],
    ['applicant.legalPerson + 1 == 2', "doesn't go with bool and int"],
    ['wan(1) * wan(1) > wan(1)', "doesn't go with money and money"],
    ['1 in attachments', 'int and list of string'],
    ['1 in applicant.kind', 'a list to the right of in'],
    ['partners in partners', "doesn't go with"],
    ['applicant.kind && true', 'Here bool is needed, not string'],
    ['!applicant.ongoingProjects', 'Here bool is needed, not int'],
    ['-applicant.kind == "OTHER"', 'A minus needs'],
    ['(applicant.legalPerson ? 1 : "x") == 1', 'Both sides of "? :"'],
    ['[1, "x"].exists(n, true)', 'all be of the same type'],
    ['applicant.kind.all(k, true)', 'a list before all'],
    ['partners.all(p, p.kind)', 'The condition of all must be bool'],
    ['asOf.minusYears("3") < asOf', 'minusYears needs int here, not string'],
    ['applicant.kind.minusYears(3) < asOf', 'minusYears needs date here'],
    ['size(applicant.kind) > 1', 'size needs list here'],
    ['applicant.ongoingProjects', 'The expression must give bool, not int'],
    ['applicant', 'must give bool, not object'],
  ])('%s is refused', (source, message) => {
    expect(problems(source).map(([, en]) => en)).toEqual([expect.stringContaining(message)])
  })
})

describe('what is left out of the language', () => {
  it.each([
    ['has(applicant.kind)', 'unknown, not absent'],
    ['applicant.kind == null', 'a missing fact needs no null'],
    ['1.5 < 2.5', 'Only whole numbers'],
    ['applicant.ongoingProjects / 2 < 1', 'multiply instead'],
    ['applicant.ongoingProjects % 2 == 0', 'multiply instead'],
    ['partners[0].integrityBreach', 'Indexes and maps'],
    ['{"a": 1} == {"a": 1}', 'Indexes and maps'],
    ['partners.map(p, p.kind) == []', 'no function map'],
    ['timestamp("2020-01-01T00:00:00Z") < asOf', 'no function timestamp'],
    ['attachments.join(",") == ""', 'no function join'],
    ['date(applicant.kind) < asOf', 'a day written out'],
  ])('%s is refused with what to do instead', (source, message) => {
    expect(problems(source)[0]?.[1]).toContain(message)
  })
})

describe('names, dates and writing', () => {
  it('names what is known instead of an unknown name', () => {
    expect(problems('aplicant.kind == "OTHER"')).toEqual([['aplicant', expect.stringContaining('applicant, leader')]])
    expect(problems('leader.kind == "OTHER"')).toEqual([['leader.kind', expect.stringContaining('onStaff')]])
    expect(problems('parameters.limits > 1')).toEqual([['parameters.limits', expect.stringContaining('limit, most')]])
    expect(problems('applicant.kind.code == "OTHER"')[0]?.[1]).toBe('A value of type string has no fields.')
    expect(problems('partners.all(p, q.integrityBreach)').map(([at]) => at)).toEqual(['q'])
  })

  it('refuses days that do not exist', () => {
    expect(problems('asOf > date("2023-02-30")')).toEqual([['"2023-02-30"', expect.stringContaining('no such day')]])
    expect(problems('asOf > date("30.2.2023")')).toHaveLength(1)
  })

  it('refuses macros and functions with the wrong arguments', () => {
    expect(problems('partners.all(p.kind, true)')).toHaveLength(1)
    expect(problems('partners.all(p)')).toHaveLength(1)
    expect(problems('wan(1, 2) > wan(1)')[0]?.[1]).toContain('wrong number of arguments')
  })

  it.each(['applicant.kind ==', '(true', '"open', 'a @ b', ''])('says where %j can no longer be read', (source) => {
    expect(problems(source)).toEqual([[expect.any(String), expect.stringContaining("can't be read")]])
  })

  it('reports every problem, in the order of the text', () => {
    const source = 'leader.kind == "X" || budget.total > 5 || (applicant.kind == "Y" && applicant.level == "Z")'
    expect(problems(source).map(([at]) => at)).toEqual(['leader.kind', 'budget.total', '"Y"', '"Z"'])
  })

  it('checks a fact that names an authority as text', () => {
    expect(checkExpression(scope, 'applicant.district', 'string')).toEqual([])
    expect(checkExpression(scope, 'applicant.legalPerson', 'string')).toHaveLength(1)
  })

  it('never compiles what has problems', () => {
    expect(() => compileExpression(scope, 'leader.kind == "X"', 'bool')).toThrow(/no fact or parameter leader\.kind/)
  })
})
