import { accept, type Checked, refuse } from './issue.js'
import { type LocalDateIssueCode, parseLocalDate } from './local-date.js'
import { instantOf, type LocalTime } from './time-zone.js'

export type InstantIssueCode = 'INSTANT_MALFORMED' | LocalDateIssueCode

/** An instant, RFC 3339 with an offset; the first group is its day. */
export const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/**
 * Reads an instant, RFC 3339 with an offset, to the millisecond. Refusals: INSTANT_MALFORMED, and those of
 * `parseLocalDate` for a day that doesn't exist. Leap seconds are not accepted.
 */
export function parseInstant(text: string): Checked<Date, InstantIssueCode> {
  const match = instantPattern.exec(text)
  if (!match) {
    return refuse(
      'INSTANT_MALFORMED',
      '时间格式不对，请按 2023-07-14T17:00:00+08:00 的形式填写，须带时区。',
      'The time is not in the form 2023-07-14T17:00:00+08:00; it needs an offset.',
    )
  }
  const day = parseLocalDate(match[1] as string)
  return day.ok ? accept(new Date(text)) : day
}

/**
 * Reads a moment: an instant, or a day, which means noon of that day in the zone. Noon lies within the office hours of
 * a call's first and last day, so a day on which a call is open counts as in the call.
 * Refusals: those of `parseInstant` and `parseLocalDate`.
 */
export function parseMoment(text: string, timeZone: string): Checked<Date, InstantIssueCode> {
  if (text.includes('T')) return parseInstant(text)
  const day = parseLocalDate(text)
  return day.ok ? accept(instantOf(day.value, '12:00' as LocalTime, timeZone)) : day
}
