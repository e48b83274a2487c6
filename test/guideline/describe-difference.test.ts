import { describe, expect, it } from 'vitest'
import type { Edition } from '../../schema/rules/edition.js'
import { type Change, describeDifference } from '../../server/guideline/describe-difference.js'
import { loadGuideline } from '../../server/guideline/load-guideline.js'
import { xiningText } from './xining-file.js'

function load(text: string): Edition {
  const loaded = loadGuideline(text, 'x.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.edition
}

const before = load(xiningText)

/** The difference that replacing passages of the file makes. */
function differenceOf(...replaced: readonly (readonly [string, string])[]): Change[] {
  let text = xiningText
  for (const [passage, other] of replaced) {
    expect(text).toContain(passage)
    text = text.replace(passage, other)
  }
  return describeDifference(before, load(text))
}

const changed = (section: string, code: string, field: string, was: string, is: string) => [
  { section, code, kind: 'CHANGED', fields: [{ field, before: was, after: is }] },
]

describe('the difference of two editions', () => {
  it('is nothing between equal ones, however they are written', () => {
    expect(differenceOf()).toEqual([])
    expect(differenceOf(['  copies: 2\n  workingDays: 5\n', '  workingDays: 5\n  copies: 2\n'])).toEqual([])
    // The number of the edition isn't content: it differs by design.
    expect(differenceOf(['edition: 1\n', 'edition: 2\n'])).toEqual([])
  })

  it.each<[string, string, string, ReturnType<typeof changed>]>([
    [
      'a parameter',
      'value: 2022-12-31',
      'value: 2023-06-30',
      changed('parameters', 'recordCutOff', 'value', '2022-12-31', '2023-06-30'),
    ],
    [
      'a closing hour',
      '2023-07-14 17:00',
      '2023-07-14 18:00',
      changed('calls', 'window-2024', 'closesAt', '2023-07-14T17:00:00+08:00', '2023-07-14T18:00:00+08:00'),
    ],
    [
      'a month of release',
      '[2023-08]',
      '[2023-08, 2023-09]',
      changed('calls', 'window-2024', 'releaseMonths', '2023-08', '2023-08, 2023-09'),
    ],
    [
      'an amount',
      'max: "5000000.00"',
      'max: "6000000"',
      changed('categories', 'major-special', 'fundingRange.max', '5000000.00', '6000000.00'),
    ],
    [
      "a direction's label",
      'label: （4）',
      'label: （三）',
      changed('directions', 'new-materials', 'label', '（4）', '（三）'),
    ],
    [
      "a rule's condition",
      'require: leader.onStaff',
      'require: "!leader.onStaff"',
      changed('rules', 'leader.on-staff', 'require', 'leader.onStaff', '!leader.onStaff'),
    ],
    [
      'a level',
      'level: WARN\n    title: { zh-CN: 项目负责人',
      'level: BLOCK\n    title: { zh-CN: 项目负责人',
      changed('rules', 'leader.on-staff', 'level', 'WARN', 'BLOCK'),
    ],
    [
      "an attachment's condition",
      'when: project.platform\n',
      'when: project.platform || project.industrialisation\n',
      changed(
        'attachments',
        'platform-rules',
        'when',
        'project.platform',
        'project.platform || project.industrialisation',
      ),
    ],
    [
      "a route's authority",
      'ganhe: ganhe-economy',
      'ganhe: nanchuan-economy',
      changed('routes', 'park-enterprise', 'authorities[0].codes.ganhe', 'ganhe-economy', 'nanchuan-economy'),
    ],
    [
      'a telephone',
      '0971-8230519',
      '0971-8230520',
      changed('offices', 'general-office', 'phone', '0971-8230519', '0971-8230520'),
    ],
    ['working days', 'workingDays: 5', 'workingDays: 7', changed('paper', '', 'workingDays', '5', '7')],
    [
      'a text in one language',
      'en: First edition, entered',
      'en: First edition, typed in',
      changed(
        'guideline',
        '',
        'note.en',
        'First edition, entered from the notice as published.',
        'First edition, typed in from the notice as published.',
      ),
    ],
  ])('names %s with old and new', (_name, passage, other, expected) => {
    expect(differenceOf([passage, other])).toEqual(expected)
  })

  it('names what is new and what is gone', () => {
    const park = '    - { code: biotech, name: { zh-CN: 生物科技产业园区, en: Biotechnology Industrial Park } }\n'
    expect(differenceOf([park, ''], ['          biotech: biotech-economy\n', ''])).toEqual([
      { section: 'city', code: 'biotech', kind: 'REMOVED', fields: [] },
      {
        section: 'routes',
        code: 'park-enterprise',
        kind: 'CHANGED',
        fields: [{ field: 'authorities[0].codes.biotech', before: 'biotech-economy', after: '' }],
      },
    ])
    const clause = '  "2.4": { label: 二（四）, summary: { zh-CN: 新增, en: new } }\n'
    expect(differenceOf(['clauses:\n', `clauses:\n${clause}`])).toEqual([
      {
        section: 'clauses',
        code: '2.4',
        kind: 'ADDED',
        fields: [
          { field: 'label', before: '', after: '二（四）' },
          { field: 'summary.zh-CN', before: '', after: '新增' },
          { field: 'summary.en', before: '', after: 'new' },
          { field: 'decidable', before: '', after: 'false' },
        ],
      },
    ])
  })

  it('shows another order, which decides among routes', () => {
    const routes = [...before.routes].reverse()
    const [change, ...others] = describeDifference(before, { ...before, routes })
    expect(others).toEqual([])
    expect(change).toMatchObject({ section: 'routes', kind: 'REORDERED' })
    expect(change?.fields[0]?.after).toMatch(/^manual, municipal-institution/)
  })

  it("doesn't mind a country's calendar growing", () => {
    const calendar = { ...before.calendar, holidays: [] }
    expect(describeDifference(before, { ...before, calendar })).toEqual([])
    expect(describeDifference(before, { ...before, calendar: { ...calendar, code: 'XINING' } })).toMatchObject([
      { section: 'calendar', kind: 'CHANGED' },
    ])
  })
})
