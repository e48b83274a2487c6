import { type CallKind, type ParameterType, parameterTypes, type RuleLevel } from '../../schema/enums.js'
import type { Direction, Edition, Parameter } from '../../schema/rules/edition.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import type { PreviewGuideline } from './preview.js'

/**
 * A fetched guideline in the form that the evaluator reads. What no verdict hangs on (offices, routes, the working
 * calendar, most names) stays empty.
 * @throws Error when the guideline needs a newer version of this package.
 */
export function previewEdition(guideline: PreviewGuideline): Edition {
  const { city, year, edition, categories } = guideline
  return {
    year,
    edition,
    city: {
      ...nameless(city),
      timeZone: city.timeZone,
      areaCode: '',
      districts: guideline.districts.map(nameless),
      parks: guideline.parks.map(nameless),
    },
    categories: categories.map((category) => ({
      code: category.code,
      name: text(category.nameZh, category.nameEn),
      clause: '',
      fundingModes: [],
      fundingNote: none,
      fundingRange: null,
      offices: [],
      priorities: [],
      directions: category.directions.map(direction),
    })),
    calls: guideline.calls.map(({ kind, opensAt, closesAt, ...call }) => ({
      ...nameless(call),
      clause: '',
      kind: kind as CallKind,
      opensAt,
      closesAt,
      releaseMonths: [],
      release: none,
    })),
    parameters: guideline.parameters.map(parameter),
    rules: guideline.rules.map((rule) => ({
      id: rule.code,
      clause: rule.clause.code,
      level: rule.level as RuleLevel,
      title: text(rule.titleZh, rule.titleEn),
      when: rule.when,
      require: rule.require,
      fix: text(rule.fixZh, rule.fixEn),
    })),
    attachments: guideline.attachmentRequirements.map((attachment) => ({
      ...nameless(attachment),
      clause: attachment.clause.code,
      categories: categories
        .filter((category) => category.attachmentRequirements.some(({ code }) => code === attachment.code))
        .map(({ code }) => code),
      when: attachment.when,
      optional: attachment.optional,
      condition: none,
    })),
    ...unread,
  }
}

const none: LocalizedText = { 'zh-CN': '', en: '' }
const never = '0001-01-01' as LocalDate

const unread = {
  title: none,
  note: none,
  calendar: { code: '', weekend: [], holidays: [], makeUpDays: [], from: never, through: never },
  clauses: [],
  offices: [],
  acceptanceDesks: [],
  complaintDesks: [],
  authorities: [],
  paper: { clause: '', copies: 0, workingDays: 0 },
  routes: [],
} satisfies Partial<Edition>

function text(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en }
}

function nameless({ code }: { readonly code: string }) {
  return { code, name: none }
}

type FetchedDirection = {
  readonly code: string
  readonly leaf: boolean
  readonly children?: readonly FetchedDirection[]
}

function direction({ code, leaf, children = [] }: FetchedDirection): Direction {
  if (!leaf && children.length === 0) throw tooNew(`direction ${code}`)
  return { ...nameless({ code }), label: '', clause: '', offices: [], children: children.map(direction) }
}

function parameter(fetched: PreviewGuideline['parameters'][number]): Parameter {
  const { name, value } = fetched
  const type = parameterTypes.find((known) => known === fetched.type)
  if (!type) throw tooNew(`parameter ${name}`)
  return { name, type, value: parameterValue(type, value), clause: '', note: text(fetched.noteZh, fetched.noteEn) }
}

function parameterValue(type: ParameterType, value: string): Parameter['value'] {
  if (type === 'INT') return Number(value)
  if (type === 'BOOL') return value === 'true'
  if (type === 'STRINGS') return value === '' ? [] : value.split(',')
  return value
}

function tooNew(what: string): Error {
  return new Error(
    `The guideline's ${what} needs a newer version of @shenbao/sdk to preview it; ask the service for the verdict instead.`,
  )
}
