import type { Edition } from './edition.js'
import { accept, type Checked, refuse } from './issue.js'
import type { LocalDate } from './local-date.js'
import { localDateOf } from './time-zone.js'
import { addWorkingDays, type WorkingDaysIssueCode } from './working-days.js'

/** When the sealed paper copies are due, and how that was reckoned. */
export type PaperDeadline = {
  /** Last day on which they are received, in the city's zone. */
  readonly due: LocalDate
  /** The day that isn't counted yet: the call's last, or that of the formal check if later. */
  readonly countedFrom: LocalDate
  readonly workingDays: number
  readonly copies: number
  readonly clause: string
}

export type PaperDeadlineIssueCode = WorkingDaysIssueCode | 'CALL_UNKNOWN' | 'FORMAL_CHECK_NEEDED'

/**
 * The day on which the paper copies are due: the edition's number of working days after the local day on which the call
 * closes, or on which the formal check passed if that is later [A]. The all-year pool doesn't close, so there it counts
 * from the formal check.
 *
 * Refusals: CALL_UNKNOWN, FORMAL_CHECK_NEEDED (for the all-year pool), CALENDAR_NOT_PUBLISHED.
 */
export function paperDeadline(
  edition: Pick<Edition, 'calls' | 'paper' | 'calendar' | 'city'>,
  call: string,
  formalCheckPassedAt: Date | null,
): Checked<PaperDeadline, PaperDeadlineIssueCode> {
  const named = edition.calls.find(({ code }) => code === call)
  if (!named) {
    const codes = edition.calls.map(({ code }) => code).join(', ')
    return refuse(
      'CALL_UNKNOWN',
      `本指南没有这个申报批次；可用的有：${codes}。`,
      `The guideline has no such call; it has: ${codes}.`,
    )
  }
  const { timeZone } = edition.city
  const days = [named.closesAt ? new Date(named.closesAt) : null, formalCheckPassedAt]
    .filter((instant) => instant !== null)
    .map((instant) => localDateOf(instant, timeZone))
    .sort()
  const countedFrom = days.at(-1)
  if (!countedFrom) {
    return refuse(
      'FORMAL_CHECK_NEEDED',
      '全年储备没有截止时间，请提供形式审查通过的时间。',
      'The all-year pool has no closing time; give the time at which the formal check passed.',
    )
  }
  const { workingDays, copies, clause } = edition.paper
  const due = addWorkingDays(edition.calendar, countedFrom, workingDays)
  return due.ok ? accept({ due: due.value, countedFrom, workingDays, copies, clause }) : due
}
