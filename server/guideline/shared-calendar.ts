import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { LocalDate } from '../../schema/rules/local-date.js'
import type { WorkingCalendar } from '../../schema/rules/working-days.js'
import { type CalendarInFile, calendarShape } from './guideline-file.js'

const folder = new URL('calendars/', import.meta.url)
const loaded = new Map<string, WorkingCalendar>()

/** Names under which a guideline file can refer to a country's working calendar, such as `cn`. */
export function sharedCalendarNames(): string[] {
  return readdirSync(folder).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : []))
}

/**
 * A country's working calendar from `calendars/NAME.yaml`; null when there is none of that name. Read once.
 * @throws ZodError when the file doesn't have a calendar's shape: a fault of the program, whose file it is.
 */
export function sharedCalendar(name: string): WorkingCalendar | null {
  const known = loaded.get(name)
  if (known) return known
  const file = new URL(`${name}.yaml`, folder)
  if (!existsSync(file)) return null
  const calendar = toCalendar(calendarShape('countryCode').parse(parse(readFileSync(file, 'utf8'))))
  loaded.set(name, calendar)
  return calendar
}

/** A calendar as written, in the form that working days are counted with. */
export function toCalendar({ code, weekend, from, through, holidays, makeUpDays }: CalendarInFile): WorkingCalendar {
  return {
    code,
    weekend,
    holidays: holidays as LocalDate[],
    makeUpDays: (makeUpDays ?? []) as LocalDate[],
    from: from as LocalDate,
    through: through as LocalDate,
  }
}
