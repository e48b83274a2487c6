import type { ProjectState } from '../../schema/enums.js'
import { issue } from '../../schema/rules/issue.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import { endsBeforeItBegins } from './check-record.js'
import type { Categories } from './city-categories.js'
import { type DraftIssue, DraftReader } from './draft-reader.js'

/** A project of the ledger as it comes from a form or a file. */
export type ProjectDraft = {
  readonly number?: string | null
  readonly title?: string | null
  readonly leaderName?: string | null
  readonly leaderIdKind?: string | null
  readonly leaderIdNumber?: string | null
  readonly creditCode?: string | null
  readonly unitName?: string | null
  readonly category?: string | null
  readonly startsOn?: string | null
  readonly plannedEndOn?: string | null
  readonly state: ProjectState
  readonly endedOn?: string | null
}

/** One that can be stored. */
export type CheckedProject = {
  readonly number: string
  readonly title: string
  readonly leaderName: string
  /** Normalised; null if it is not known. Personal data. */
  readonly leaderIdNumber: string | null
  readonly creditCode: string
  readonly unitName: string
  readonly category: string
  readonly startsOn: LocalDate
  readonly plannedEndOn: LocalDate
  readonly state: ProjectState
  readonly endedOn: LocalDate | null
}

/** States of a project that isn't carried out any more. */
export const endStates: readonly ProjectState[] = ['CLOSED', 'TERMINATED', 'REVOKED']

/** Checks a project of the ledger; issues have the draft's field as path. */
export function checkProject(
  draft: ProjectDraft,
  categories: Categories,
  today: LocalDate,
): { readonly project: CheckedProject } | { readonly issues: readonly DraftIssue[] } {
  const read = new DraftReader(today)
  const number = read.name('number', draft.number)
  const title = read.text('title', draft.title)
  const leaderName = read.name('leaderName', draft.leaderName)
  const { leaderIdKind, leaderIdNumber: given } = draft
  const leaderIdNumber = given ? read.idNumber('leaderIdNumber', leaderIdKind, given) : null
  const creditCode = read.creditCode('creditCode', draft.creditCode)
  const unitName = read.name('unitName', draft.unitName)
  const named = read.name('category', draft.category)
  const category = categories.codeOf(named)
  if (named !== '' && category === null) read.add('category', unknownCategory(categories))
  const startsOn = read.day('startsOn', draft.startsOn)
  const plannedEndOn = read.day('plannedEndOn', draft.plannedEndOn)
  if (startsOn && plannedEndOn && plannedEndOn < startsOn) read.add('plannedEndOn', endsBeforeItBegins)
  const { state } = draft
  const ended = endStates.includes(state)
  if (!ended && draft.endedOn) read.add('endedOn', stillUnderWay)
  const endedOn = ended ? read.pastDay('endedOn', draft.endedOn) : null
  if (startsOn && endedOn && endedOn < startsOn) read.add('endedOn', endsBeforeItBegins)
  if (read.issues.length > 0 || !creditCode || !category || !startsOn || !plannedEndOn) return { issues: read.issues }
  return {
    project: {
      ...{ number, title, leaderName, leaderIdNumber, creditCode, unitName, category },
      ...{ startsOn, plannedEndOn, state, endedOn },
    },
  }
}

const stillUnderWay = issue(
  'PROJECT_UNDER_WAY',
  '只有已结题、已终止或已撤销的项目才有结束日期；请改状态或删去日期。',
  'Only a project that was closed, terminated or revoked has ended; change its state or leave the day out.',
)

const unknownCategory = ({ known }: Categories) =>
  issue(
    'CATEGORY_UNKNOWN',
    `没有这个计划类别；可填：${known.join('、')}，其他填 other。`,
    `There is no such category; give one of ${known.join(', ')}, or "other".`,
  )
