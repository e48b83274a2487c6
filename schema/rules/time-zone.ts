import { accept, type Checked, refuse } from './issue.js'
import type { LocalDate } from './local-date.js'

declare const localTimeBrand: unique symbol

/** A wall-clock time, written 'HH:mm' or 'HH:mm:ss', 00:00 to 23:59:59. */
export type LocalTime = string & { readonly [localTimeBrand]: true }

const MS_PER_DAY = 86_400_000
const MS_PER_QUARTER = 900_000
const REGULAR_SINCE = Date.UTC(1973, 0, 1)

/**
 * Checks a time zone's IANA name ('Asia/Shanghai', 'UTC') against the engine's own database and gives it in that
 * database's spelling. Refusal: TIME_ZONE_UNKNOWN; also for offsets such as '+08:00', which know no summer time.
 */
export function parseTimeZone(text: string): Checked<string, 'TIME_ZONE_UNKNOWN'> {
  const name = text.trim()
  const known = /^[A-Za-z]/.test(name) ? spelling(name) : undefined
  if (known === undefined) {
    return refuse(
      'TIME_ZONE_UNKNOWN',
      '不认识这个时区，请填写 IANA 时区名称，例如 Asia/Shanghai。',
      'The time zone is unknown; write an IANA name such as Asia/Shanghai.',
    )
  }
  return accept(known)
}

/** Reads a wall-clock time, 'HH:mm' or 'HH:mm:ss'. Refusal: TIME_MALFORMED, also for 24:00. */
export function parseLocalTime(text: string): Checked<LocalTime, 'TIME_MALFORMED'> {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)) {
    return refuse(
      'TIME_MALFORMED',
      '时间格式不对，请按 24 小时制“时:分”填写，例如 17:00。',
      'The time is not in the 24-hour form hours:minutes; write it like 17:00.',
    )
  }
  return accept(text as LocalTime)
}

/**
 * The calendar day on which an instant falls in a time zone.
 * @throws RangeError for an invalid Date, an unknown zone, or a day outside the years 1 to 9999.
 */
export function localDateOf(instant: Date, timeZone: string): LocalDate {
  const day = Math.floor(wallClock(instant.getTime(), timeZone) / MS_PER_DAY)
  // Most questions are about today.
  if (day !== lastDay.day) lastDay = { day, date: dateOfDay(day) }
  return lastDay.date
}

let lastDay: { readonly day: number; readonly date: LocalDate } = { day: 0, date: dateOfDay(0) }

function dateOfDay(day: number): LocalDate {
  const text = new Date(day * MS_PER_DAY).toISOString()
  if (!/^\d{4}-/.test(text) || text.startsWith('0000')) throw new RangeError('the date leaves the years 1 to 9999')
  return text.slice(0, 10) as LocalDate
}

/**
 * The instant at which a zone's clocks show `time` on `date`. Where clocks change, the choice is the one of iCalendar
 * (RFC 5545, 3.3.5): a time that occurs twice means its first occurrence; a time that is skipped is read with the
 * offset before the change, so it lands as much later as the clocks jumped.
 * @throws RangeError for an unknown zone.
 */
export function instantOf(date: LocalDate, time: LocalTime, timeZone: string): Date {
  const wall = Date.parse(`${date}T${time}Z`)
  // No zone is more than 15 hours from UTC, so these two lie on either side of the answer.
  const before = offset(wall - MS_PER_DAY, timeZone)
  const after = offset(wall + MS_PER_DAY, timeZone)
  const candidates = [wall - before, wall - after].filter((instant) => wallClock(instant, timeZone) === wall)
  return new Date(candidates.length > 0 ? Math.min(...candidates) : wall - before)
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offset(instant: number, timeZone: string): number {
  return wallClock(instant, timeZone) - instant
}

/** What a zone's clocks show at an instant, to the second, written as if it were UTC, in milliseconds since 1970. */
function wallClock(instant: number, timeZone: string): number {
  // Since 1973 all clocks change on a quarter of an hour, so within one the distance from UTC stays.
  if (instant < REGULAR_SINCE) return readClock(instant, timeZone)
  const quarter = Math.floor(instant / MS_PER_QUARTER) * MS_PER_QUARTER
  const key = `${timeZone} ${quarter}`
  let ahead = distances.get(key)
  if (ahead === undefined) {
    ahead = readClock(quarter, timeZone) - quarter
    if (distances.size >= 1000) distances.clear()
    distances.set(key, ahead)
  }
  return Math.floor(instant / 1000) * 1000 + ahead
}

/** How far clocks are ahead of UTC, by zone and quarter of an hour: asking the engine takes ten times as long. */
const distances = new Map<string, number>()

function readClock(instant: number, timeZone: string): number {
  const shown: Record<string, number> = {}
  for (const part of formatter(timeZone).formatToParts(instant)) {
    if (part.type !== 'literal' && part.type !== 'era') shown[part.type] = Number(part.value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  const wall = new Date(0)
  // Date.UTC would read the years 1 to 99 as 1901 to 1999.
  wall.setUTCFullYear(year, month - 1, day)
  return wall.setUTCHours(hour, minute, second)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Formatters are slow to make and quick to use; there are no more of them than zones in the guidelines. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  let made = formatters.get(timeZone)
  if (!made) {
    made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(timeZone, made)
  }
  return made
}

function spelling(name: string): string | undefined {
  try {
    const resolved = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
    // An alias such as Asia/Chongqing is kept: engines differ in which of its names they give back.
    return resolved.toLowerCase() === name.toLowerCase() ? resolved : name
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
