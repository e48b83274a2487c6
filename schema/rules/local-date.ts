import { accept, type Checked, refuse } from './issue.js'

declare const localDateBrand: unique symbol
declare const yearMonthBrand: unique symbol

/** A calendar day without time or zone, written 'YYYY-MM-DD' and known to exist. Compares as text. */
export type LocalDate = string & { readonly [localDateBrand]: true }

/** A calendar month, written 'YYYY-MM'. Compares as text. */
export type YearMonth = string & { readonly [yearMonthBrand]: true }

export type LocalDateIssueCode = 'DATE_MALFORMED' | 'DATE_NOT_REAL' | 'DATE_OUT_OF_RANGE'
export type YearMonthIssueCode = 'MONTH_MALFORMED' | 'MONTH_OUT_OF_RANGE'

const FIRST_YEAR = 1900
const LAST_YEAR = 2199
const MS_PER_DAY = 86_400_000

/**
 * Reads a day written 'YYYY-MM-DD'. Years 1900 to 2199 are accepted: everything this service handles lies there, and a
 * slip such as 0202 or 20233 doesn't.
 *
 * Refusals: DATE_MALFORMED (another notation), DATE_NOT_REAL (30 February), DATE_OUT_OF_RANGE.
 */
export function parseLocalDate(text: string): Checked<LocalDate, LocalDateIssueCode> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return refuse(
      'DATE_MALFORMED',
      '日期格式不对，请按“年-月-日”填写，例如 2023-07-14。',
      'The date is not in the form year-month-day; write it like 2023-07-14.',
    )
  }
  if (!exists(text)) {
    return refuse(
      'DATE_NOT_REAL',
      '日历上没有这一天，请核对月份和日期。',
      'There is no such day in the calendar; check month and day.',
    )
  }
  if (!yearInRange(text)) {
    return refuse(
      'DATE_OUT_OF_RANGE',
      `年份应在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间，请核对。`,
      `The year must be between ${FIRST_YEAR} and ${LAST_YEAR}; check it.`,
    )
  }
  return accept(text as LocalDate)
}

/**
 * A day from a constant or from data that was checked before.
 * @throws RangeError when the text is no such day: a fault of the program, not of its user.
 */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text)
  if (!parsed.ok) throw new RangeError(`not a local date: ${text}`)
  return parsed.value
}

/** Reads a month written 'YYYY-MM', years 1900 to 2199. Refusals: MONTH_MALFORMED, MONTH_OUT_OF_RANGE. */
export function parseYearMonth(text: string): Checked<YearMonth, YearMonthIssueCode> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) {
    return refuse(
      'MONTH_MALFORMED',
      '月份格式不对，请按“年-月”填写，例如 2023-07。',
      'The month is not in the form year-month; write it like 2023-07.',
    )
  }
  if (!yearInRange(text)) {
    return refuse(
      'MONTH_OUT_OF_RANGE',
      `年份应在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间，请核对。`,
      `The year must be between ${FIRST_YEAR} and ${LAST_YEAR}; check it.`,
    )
  }
  return accept(text as YearMonth)
}

/** The month that a day lies in. */
export function yearMonthOf(date: LocalDate): YearMonth {
  return date.slice(0, 7) as YearMonth
}

/** The first day of a month. */
export function firstDayOf(month: YearMonth): LocalDate {
  return `${month}-01` as LocalDate
}

/** The last day of a month: 28 to 31. */
export function lastDayOf(month: YearMonth): LocalDate {
  return addDays(addMonths(firstDayOf(month), 1), -1)
}

/** Whole months from one month to another: 0 for the same, negative when `to` comes first. */
export function monthsBetween(from: YearMonth, to: YearMonth): number {
  return monthNumber(to) - monthNumber(from)
}

/** -1, 0 or 1 as `a` is before, the same as or after `b`; fit for sorting. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Days from one day to another: 0 for the same, negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** ISO 8601 day of the week: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: LocalDate): number {
  // Day 0, 1970-01-01, was a Thursday; days before it have negative numbers.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/**
 * The day `days` later, or earlier when negative. The result may leave 1900–2199.
 * @throws RangeError past year 1 or 9999, which no 'YYYY-MM-DD' can hold, and for a fraction of a day.
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + whole(days))
}

/**
 * The same day `months` later, or earlier when negative. Where the month is too short its last day is taken: 31 January
 * and one month is 28 or 29 February (Civil Code, article 202).
 * @throws RangeError past year 1 or 9999, and for a fraction of a month.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const month = monthNumber(date) + whole(months)
  const first = dayNumber(dateText(month, 1))
  const lastDay = dayNumber(dateText(month + 1, 1)) - first
  const day = Math.min(Number(date.slice(8)), lastDay)
  return fromDayNumber(first + day - 1)
}

/**
 * The same day `years` earlier; 29 February becomes 28 February in a common year.
 * @throws RangeError before year 1, and for a fraction of a year.
 */
export function minusYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, -12 * years)
}

/**
 * Completed years of age (周岁) on a day. The birthday itself counts; who was born on 29 February completes a year on
 * 28 February of a common year. Negative before the birth.
 */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return addMonths(birthDate, 12 * years) <= day ? years : years - 1
}

function exists(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function yearInRange(text: string): boolean {
  const year = Number(text.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of days, months or years: ${count}`)
  return count
}

/** Days since 1970-01-01. */
function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY
}

function fromDayNumber(days: number): LocalDate {
  const text = new Date(days * MS_PER_DAY).toISOString()
  if (!/^\d{4}-/.test(text) || text.startsWith('0000')) throw new RangeError('the date leaves the years 1 to 9999')
  return text.slice(0, 10) as LocalDate
}

/** Months since January of year 0. */
function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

function dateText(month: number, day: number): string {
  const year = Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${pad(month - year * 12 + 1)}-${pad(day)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
