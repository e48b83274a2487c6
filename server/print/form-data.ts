import { labels } from '../../schema/labels.js'
import type { Form, SectionOf } from '../../schema/rules/form/form.js'
import { type NarrativeNode, parseNarrative } from '../../schema/rules/form/parse-narrative.js'
import { basicsData } from './basics-data.js'
import { budgetData } from './budget-data.js'
import { chineseDate, chineseMonth, labelOf, padRows } from './cells.js'
import { type NarrativeContext, narrativeData } from './narrative-data.js'
import type { PrintedForm } from './printed-form.js'

/** Rows that the form prints even when they are empty: table 10.2, table 14-1. */
const PERSONNEL_ROWS = 15
const EXPERT_ROWS = 2

/** What the template is given: everything as text, amounts in 万元, an empty text for what isn't filled in. */
export function formData(printed: PrintedForm, narratives: Narratives, context: NarrativeContext): object {
  const { form, guideline, applicant, savedAt } = printed
  const { startMonth, endMonth, title } = form.cover ?? {}
  return {
    draft: printed.draft,
    acceptanceNumber: printed.acceptanceNumber ?? '',
    documentTitle: [title, '申报书'].filter(Boolean).join(' '),
    documentDate: {
      ...{ year: savedAt.getUTCFullYear(), month: savedAt.getUTCMonth() + 1, day: savedAt.getUTCDate() },
      ...{ hour: savedAt.getUTCHours(), minute: savedAt.getUTCMinutes(), second: savedAt.getUTCSeconds() },
    },
    keywords: [guideline.category, guideline.direction].filter((word) => word !== null),
    city: guideline.city,
    // The form of a programme year is made in the year before.
    madeIn: `${[...String(guideline.year - 1)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')}年制`,
    title: title ?? '',
    category: guideline.category ?? '',
    direction: guideline.direction ?? '',
    period: startMonth || endMonth ? `${chineseMonth(startMonth)} — ${chineseMonth(endMonth)}` : '',
    submittedOn: chineseDate(printed.submittedOn),
    ...basicsData(form.basics ?? {}, applicant),
    narratives: mapValues(narratives, (nodes) => narrativeData(nodes, context)),
    indicators: indicatorsData(form.indicators ?? {}),
    personnel: personnelData(form.team ?? {}),
    budget: budgetData(form.budget ?? {}),
    legalRepresentative: form.opinion?.legalRepresentative ?? '',
    declarations: declarationsData(form.declarations ?? {}, printed),
    attachments: attachmentsData(form.attachments ?? {}, printed),
  }
}

/** The texts of the form as trees, by the names that the template knows them by. */
export type Narratives = Readonly<Record<string, readonly NarrativeNode[]>>

export function readNarratives(form: Form): Narratives {
  const { research, indicators, scale, team, budget } = form
  const texts = {
    grounds: form.grounds?.text,
    stateOfTheArt: form.stateOfTheArt?.text,
    market: form.market?.text,
    goals: research?.goals,
    content: research?.content,
    innovations: research?.innovations,
    methods: form.methods?.text,
    economicBasis: indicators?.economicBasis,
    resultsNote: indicators?.resultsNote,
    social: indicators?.social,
    scale: scale?.scale,
    site: scale?.site,
    conditions: form.conditions?.text,
    leaderProfile: team?.leaderProfile,
    schedule: form.schedule?.text,
    equipmentNote: budget?.equipmentNote,
    operationsNote: budget?.operationsNote,
    labourNote: budget?.labourNote,
    opinion: form.opinion?.text,
  }
  return mapValues(texts, (text) => parseNarrative(text ?? ''))
}

function mapValues<From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}

function indicatorsData({ technical, economic, results }: SectionOf<'indicators'>): object {
  const rows = (list: typeof technical) =>
    (list ?? []).map(({ name, quantity, unit, note }) => ({
      ...{ name: name ?? '', quantity: quantity ?? '', unit: unit ?? '', note: note ?? '' },
    }))
  return { technical: rows(technical), economic: rows(economic), results: rows(results) }
}

function personnelData({ personnel }: SectionOf<'team'>): object[] {
  return padRows(personnel ?? [], PERSONNEL_ROWS, {}).map((person, index) => ({
    number: String(index + 1),
    name: person.name ?? '',
    sex: labelOf('Sex', person.sex),
    age: person.age == null ? '' : String(person.age),
    title: person.title ?? '',
    speciality: person.speciality ?? '',
    idNumber: person.idNumber ?? '',
    employer: person.employer ?? '',
    task: person.task ?? '',
    months: person.months == null ? '' : String(person.months),
  }))
}

function declarationsData(declarations: SectionOf<'declarations'>, { attachments }: PrintedForm): object {
  const { confidential, recusal, platforms, recusalExperts, recusalInstitution, platformList } = declarations
  const list = platformList ?? []
  const kinds = Object.keys(labels.PlatformKind) as (keyof typeof labels.PlatformKind)[]
  return {
    ...{ confidential: confidential ?? null, recusal: recusal ?? null, platforms: platforms ?? null },
    experts: padRows(recusalExperts ?? [], EXPERT_ROWS, {}).map(({ name, employer, reason }) => ({
      ...{ name: name ?? '', employer: employer ?? '', reason: reason ?? '' },
    })),
    institution: { name: recusalInstitution?.name ?? '', reason: recusalInstitution?.reason ?? '' },
    // The table has a row for each kind; a kind with several platforms takes as many rows.
    platformList: kinds.flatMap((kind) => {
      const platformsOfKind = padRows(
        list.filter((platform) => platform.kind === kind),
        1,
        {},
      )
      return platformsOfKind.map(({ name, proof }, index) => ({
        number: index === 0 ? (labels.PlatformKind[kind].code ?? '') : '',
        kind: labels.PlatformKind[kind]['zh-CN'],
        name: name ?? '',
        proof: attachments.find(({ key }) => key === proof)?.fileName ?? '',
      }))
    }),
  }
}

function attachmentsData({ items }: SectionOf<'attachments'>, { attachments, guideline }: PrintedForm): object[] {
  return (items ?? []).map(({ key, requirement, note }) => {
    const file = attachments.find((attachment) => attachment.key === key)
    return {
      requirement: guideline.requirements[requirement ?? ''] ?? requirement ?? '',
      file: file?.fileName ?? '',
      pages: file?.pages == null ? '' : String(file.pages),
      note: note ?? '',
    }
  })
}
