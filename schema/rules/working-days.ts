import { accept, type Checked, refuse } from './issue.js'
import { addDays, dayOfWeek, type LocalDate } from './local-date.js'

/** Which days are worked, as published by an authority; for China the State Council's yearly notices. */
export type WorkingCalendar = {
  /** Short name, such as 'CN'. */
  readonly code: string
  /** Days of the week without work, ISO 8601: 6 is Saturday, 7 is Sunday. */
  readonly weekend: readonly number[]
  /** Days off; those on a weekend may be listed too. */
  readonly holidays: readonly LocalDate[]
  /** Days of a weekend that are worked to make up for days off elsewhere (调休上班). */
  readonly makeUpDays: readonly LocalDate[]
  /** First and last day for which the calendar is published, both included. */
  readonly from: LocalDate
  readonly through: LocalDate
}

export type WorkingDaysIssueCode = 'CALENDAR_NOT_PUBLISHED'

/**
 * Whether a day is worked. Refusal: CALENDAR_NOT_PUBLISHED outside the calendar; a guess from the weekday alone would be
 * wrong around every long holiday.
 */
export function isWorkingDay(calendar: WorkingCalendar, day: LocalDate): Checked<boolean, WorkingDaysIssueCode> {
  if (day < calendar.from || day > calendar.through) return notPublished(calendar, day)
  return accept(works(calendar, day))
}

/**
 * The day that lies `count` working days after `day`; `day` itself isn't counted, whether it is worked or not (Civil
 * Code, article 201). With 0, `day` itself if it is worked, else the next working day (article 203).
 *
 * Refusal: CALENDAR_NOT_PUBLISHED when a day that has to be looked at lies outside the calendar.
 * @throws RangeError when `count` is negative or not whole.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  day: LocalDate,
  count: number,
): Checked<LocalDate, WorkingDaysIssueCode> {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  let current = count === 0 ? day : addDays(day, 1)
  let left = Math.max(count, 1)
  while (current >= calendar.from && current <= calendar.through) {
    if (works(calendar, current)) left -= 1
    if (left === 0) return accept(current)
    current = addDays(current, 1)
  }
  return notPublished(calendar, current)
}

type Exceptions = { readonly holidays: ReadonlySet<LocalDate>; readonly makeUpDays: ReadonlySet<LocalDate> }

const exceptionsOf = new WeakMap<WorkingCalendar, Exceptions>()

/** Sets are built once per calendar object: its lists hold hundreds of days. */
function exceptions(calendar: WorkingCalendar): Exceptions {
  let built = exceptionsOf.get(calendar)
  if (!built) {
    built = { holidays: new Set(calendar.holidays), makeUpDays: new Set(calendar.makeUpDays) }
    exceptionsOf.set(calendar, built)
  }
  return built
}

function works(calendar: WorkingCalendar, day: LocalDate): boolean {
  const { holidays, makeUpDays } = exceptions(calendar)
  return makeUpDays.has(day) || !(holidays.has(day) || calendar.weekend.includes(dayOfWeek(day)))
}

function notPublished(calendar: WorkingCalendar, day: LocalDate): Checked<never, WorkingDaysIssueCode> {
  const year = day.slice(0, 4)
  const { code, from, through } = calendar
  return refuse(
    'CALENDAR_NOT_PUBLISHED',
    `工作日历 ${code} 只包含 ${from} 至 ${through}，尚不能计算 ${year} 年的工作日；该年放假安排公布后，请管理员补充日历。`,
    `The working calendar ${code} covers ${from} to ${through}, so working days of ${year} can't be counted; ` +
      'once that year is published, an administrator adds it to the calendar.',
  )
}
