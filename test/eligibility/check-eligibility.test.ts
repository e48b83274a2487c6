import { describe, expect, it } from 'vitest'
import { compileEdition } from '../../schema/rules/compile-edition.js'
import type { AttachmentRequirement, EligibilityRule } from '../../schema/rules/edition.js'
import type { Facts } from '../../schema/rules/facts.js'
import type { Case } from '../../schema/rules/verdict.js'
import { verdictOn } from './judge.js'
import { rule, text, tinyEdition } from './tiny-edition.js'

const noon = new Date('2023-07-10T12:00:00Z')

function judge(rules: readonly EligibilityRule[], facts: Facts, asked: Partial<Case<Facts>> = {}) {
  return verdictOn(compileEdition({ ...tinyEdition, rules }), { asOf: noon, ...asked, facts })
}

const pass = rule('pass', { require: 'true' })
const fail = rule('fail', { require: 'false' })
const unknown = rule('unknown', { require: 'leader.onStaff' })

describe('a finding', () => {
  const only = (given: Partial<EligibilityRule>, asked: Facts = {}) => {
    const [finding] = judge([rule('r', given)], asked).findings
    if (!finding) throw new Error('There is no finding.')
    // Its parts are worked out when they are read.
    const { rule: id, clause, level, outcome, title, facts, missing, fix } = finding
    return { rule: id, clause, level, outcome, title, facts, missing, fix }
  }

  it('says whether the condition holds', () => {
    expect(only({ require: 'leader.onStaff' }, { leader: { onStaff: true } })).toEqual({
      rule: 'r',
      clause: '1.1',
      level: 'BLOCK',
      outcome: 'PASS',
      title: text('r'),
      facts: [
        {
          name: 'leader.onStaff',
          label: expect.objectContaining({ en: "is on the applicant's staff" }),
          value: 'true',
        },
      ],
      missing: [],
      fix: null,
    })
    expect(only({ require: 'leader.onStaff' }, { leader: { onStaff: false } })).toMatchObject({
      outcome: 'FAIL',
      fix: text('fix r'),
    })
    expect(only({ require: 'leader.onStaff' })).toMatchObject({
      outcome: 'UNKNOWN',
      facts: [],
      missing: [{ name: 'leader.onStaff' }],
      fix: text('fix r'),
    })
  })

  it('does not apply when its condition of use is false, and is unknown while that is', () => {
    const given = { when: 'applicant.kind == "ENTERPRISE"', require: 'leader.onStaff' }
    expect(only(given, { applicant: { kind: 'OTHER' } })).toMatchObject({
      outcome: 'NOT_APPLICABLE',
      facts: [{ name: 'applicant.kind', value: 'OTHER' }],
      missing: [],
      fix: null,
    })
    expect(only(given, { leader: { onStaff: true } })).toMatchObject({
      outcome: 'UNKNOWN',
      missing: [{ name: 'applicant.kind' }],
    })
    expect(only(given, { applicant: { kind: 'ENTERPRISE' } })).toMatchObject({
      outcome: 'UNKNOWN',
      facts: [{ name: 'applicant.kind' }],
      missing: [{ name: 'leader.onStaff' }],
    })
  })

  it('is for a person to review when the rule has no condition of its own', () => {
    const given = { level: 'JUDGE', when: 'project.platform' } as const
    expect(only(given, { project: { platform: true } })).toMatchObject({ outcome: 'REVIEW', fix: text('fix r') })
    expect(only(given, { project: { platform: false } })).toMatchObject({ outcome: 'NOT_APPLICABLE', fix: null })
    expect(only(given)).toMatchObject({ outcome: 'UNKNOWN', missing: [{ name: 'project.platform' }] })
    expect(only({ level: 'JUDGE' })).toMatchObject({ outcome: 'REVIEW' })
  })
})

describe('the verdict', () => {
  const result = (...rules: EligibilityRule[]) => judge(rules, {}).result
  const at = (level: EligibilityRule['level'], of: EligibilityRule) => ({ ...of, level })

  it('follows the blocking rules, a failed one before an unknown one', () => {
    expect(result()).toBe('ELIGIBLE')
    expect(result(pass)).toBe('ELIGIBLE')
    expect(result(pass, unknown)).toBe('UNDETERMINED')
    expect(result(unknown, fail, pass)).toBe('INELIGIBLE')
  })

  it('is not changed by rules of other levels', () => {
    for (const level of ['WARN', 'ROUTE'] as const) {
      expect(result(pass, at(level, fail), at(level, unknown))).toBe('ELIGIBLE')
    }
    expect(result(pass, rule('person', { level: 'JUDGE' }))).toBe('ELIGIBLE')
  })

  it('has a finding for every rule, in the order of the guideline', () => {
    expect(judge([fail, unknown, pass], {}).findings.map((finding) => finding.rule)).toEqual([
      'fail',
      'unknown',
      'pass',
    ])
  })

  it('is never made from an expression that fails', () => {
    const broken = rule('far.away', { require: 'asOf.plusDays(9999999) > asOf' })
    expect(() => judge([broken], {})).toThrow(/^rule far\.away, require asOf\.plusDays\(9999999\) > asOf failed: /)
  })
})

describe('the call', () => {
  // The window is open from 3 July 09:00 to 28 July 17:00, both included, at UTC+2.
  it.each([
    ['2023-07-03T06:59:59.999Z', 'pool'],
    ['2023-07-03T07:00:00.000Z', 'summer'],
    ['2023-07-28T15:00:00.000Z', 'summer'],
    ['2023-07-28T15:00:00.999Z', 'summer'],
    ['2023-07-28T15:00:01.000Z', 'pool'],
  ])('at %s is %s', (instant, code) => {
    const rules = [rule('open', { level: 'ROUTE', require: 'call.open && call.kind == "WINDOW"' })]
    const verdict = judge(rules, {}, { asOf: new Date(instant) })
    expect(verdict.call).toBe(code)
    expect(verdict.findings[0]?.outcome).toBe(code === 'summer' ? 'PASS' : 'FAIL')
    expect(verdict.result).toBe('ELIGIBLE')
  })
})

describe('attachments', () => {
  function attachment(code: string, given: Partial<AttachmentRequirement>): AttachmentRequirement {
    const base = { code, name: text(code), clause: '1.1', condition: text(code) }
    return { ...base, categories: [], when: null, optional: false, ...given }
  }
  const attachments = [
    attachment('always', {}),
    attachment('optional', { optional: true }),
    attachment('platform', { when: 'project.platform' }),
    attachment('research', { categories: ['research'] }),
    attachment('every', { categories: ['culture', 'research'] }),
    attachment('both', { categories: ['research'], when: 'project.platform' }),
  ]
  const compiled = compileEdition({ ...tinyEdition, attachments })
  const requirements = (facts: Facts, category?: string) =>
    Object.fromEntries(
      verdictOn(compiled, { asOf: noon, category, facts }).attachments.map((found) => [
        found.attachment,
        [found.requirement, ...found.missing.map(({ name }) => name)].join(' '),
      ]),
    )

  it('are required by condition and by category, either of which can rule them out', () => {
    expect(requirements({ project: { platform: true } }, 'research')).toEqual({
      always: 'REQUIRED',
      optional: 'NOT_REQUIRED',
      platform: 'REQUIRED',
      research: 'REQUIRED',
      every: 'REQUIRED',
      both: 'REQUIRED',
    })
    expect(requirements({}, 'culture')).toMatchObject({
      research: 'NOT_REQUIRED',
      every: 'REQUIRED',
      both: 'NOT_REQUIRED',
    })
    expect(requirements({ project: { platform: false } })).toMatchObject({
      platform: 'NOT_REQUIRED',
      research: 'UNKNOWN category',
      every: 'REQUIRED',
      both: 'NOT_REQUIRED',
    })
    expect(requirements({})).toMatchObject({
      platform: 'UNKNOWN project.platform',
      both: 'UNKNOWN category project.platform',
    })
    expect(requirements({}, 'research')).toMatchObject({ both: 'UNKNOWN project.platform' })
    expect(requirements({ project: { platform: true } })).toMatchObject({ both: 'UNKNOWN category' })
  })

  it('tell whether they were handed in, as far as that is known', () => {
    const attached = (facts: Facts) =>
      verdictOn(compiled, { asOf: noon, facts }).attachments.map((found) => found.attached)
    expect(attached({ attachments: ['always'] })).toEqual([true, false, false, false, false, false])
    expect(attached({})).toEqual([null, null, null, null, null, null])
  })
})

describe('compileEdition', () => {
  it('names the place of an expression with problems', () => {
    const rules = [rule('a.b', { require: 'applicant.kind == "X"' })]
    expect(() => compileEdition({ ...tinyEdition, rules })).toThrow(/^rule a\.b, require: .*"X" is no value/)
  })
})
