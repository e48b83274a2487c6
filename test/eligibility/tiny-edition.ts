import type { Edition, EligibilityRule, Parameter } from '../../schema/rules/edition.js'
import { localDate } from '../../schema/rules/local-date.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'

/** One text in both languages, for editions that tests make up. */
export function text(of: string): LocalizedText {
  return { 'zh-CN': `${of}（中文）`, en: of }
}

function parameter(name: string, type: Parameter['type'], value: Parameter['value']): Parameter {
  return { name, type, value, clause: '1.1', note: text(name) }
}

/** A rule of level BLOCK that always applies, unless said otherwise. */
export function rule(id: string, given: Partial<EligibilityRule>): EligibilityRule {
  return {
    id,
    clause: '1.1',
    level: 'BLOCK',
    title: text(id),
    when: null,
    require: null,
    fix: text(`fix ${id}`),
    ...given,
  }
}

/** A made-up city with one of everything, in a zone with summer time; tests replace the part they are about. */
export const tinyEdition: Edition = {
  city: {
    code: 'tiny',
    name: text('Tiny'),
    timeZone: 'Europe/Zurich',
    areaCode: '044',
    districts: [{ code: 'D1', name: text('First District') }],
    parks: [{ code: 'green', name: text('Green Park') }],
  },
  year: 2024,
  edition: 1,
  title: text('Guideline'),
  note: text('First edition'),
  calendar: {
    code: 'TINY',
    weekend: [6, 7],
    holidays: [localDate('2023-08-01')],
    makeUpDays: [],
    from: localDate('2023-01-01'),
    through: localDate('2023-12-31'),
  },
  clauses: [{ id: '1.1', label: '1.1', summary: text('All of it'), decidable: true }],
  offices: [{ code: 'office', name: text('Office'), phone: '1' }],
  acceptanceDesks: [],
  complaintDesks: [],
  authorities: [
    { code: 'district-one', name: text('District One') },
    { code: 'parks', name: text('Parks') },
  ],
  categories: [
    {
      code: 'research',
      name: text('Research'),
      clause: '1.1',
      fundingModes: ['DIRECT'],
      fundingNote: text('Direct'),
      fundingRange: null,
      offices: ['office'],
      priorities: [],
      directions: [
        {
          code: 'energy',
          name: text('Energy'),
          label: '',
          clause: '1.1',
          offices: [],
          children: [{ code: 'solar', name: text('Solar'), label: '', clause: '1.1', offices: [], children: [] }],
        },
      ],
    },
    {
      code: 'culture',
      name: text('Culture'),
      clause: '1.1',
      fundingModes: ['DIRECT'],
      fundingNote: text('Direct'),
      fundingRange: null,
      offices: ['office'],
      priorities: [],
      directions: [{ code: 'music', name: text('Music'), label: '', clause: '1.1', offices: [], children: [] }],
    },
  ],
  calls: [
    {
      code: 'summer',
      name: text('Summer'),
      clause: '1.1',
      kind: 'WINDOW',
      opensAt: '2023-07-03T09:00:00+02:00',
      closesAt: '2023-07-28T17:00:00+02:00',
      releaseMonths: [],
      release: text('Autumn'),
    },
    {
      code: 'pool',
      name: text('Pool'),
      clause: '1.1',
      kind: 'ALL_YEAR',
      opensAt: null,
      closesAt: null,
      releaseMonths: [],
      release: text('Any time'),
    },
  ],
  paper: { clause: '1.1', copies: 2, workingDays: 5 },
  parameters: [
    parameter('limit', 'INT', 2),
    parameter('most', 'MONEY', '1000.50'),
    parameter('cutOff', 'DATE', '2022-12-31'),
    parameter('strict', 'BOOL', true),
    parameter('wanted', 'STRING', 'ENTERPRISE'),
    parameter('kinds', 'STRINGS', ['ENTERPRISE', 'UNIVERSITY']),
  ],
  rules: [],
  attachments: [
    {
      code: 'licence',
      name: text('Licence'),
      clause: '1.1',
      categories: [],
      when: null,
      optional: false,
      condition: text('always'),
    },
  ],
  routes: [],
}
