import type { AuthorityChoice, Call, Category, Direction, Edition, Parameter } from '../../schema/rules/edition.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import { type Fen, formatMoney, parseMoney } from '../../schema/rules/money.js'
import { instantOf, type LocalTime } from '../../schema/rules/time-zone.js'
import type { WorkingCalendar } from '../../schema/rules/working-days.js'
import type { DirectionInFile, GuidelineFile } from './guideline-file.js'
import { parameterTypeOf } from './parameter-type.js'

/** The edition that a checked file describes: defaults filled in, hours as instants, amounts with two decimals. */
export function toEdition(file: GuidelineFile, calendar: WorkingCalendar): Edition {
  const { parks = [], ...city } = file.city
  return {
    city: { ...city, parks },
    year: file.year,
    edition: file.edition,
    title: file.title,
    note: file.note,
    calendar,
    clauses: Object.entries(file.clauses).map(([id, { label, summary, decidable = false }]) => ({
      id,
      label,
      summary,
      decidable,
    })),
    offices: file.offices,
    acceptanceDesks: file.acceptanceDesks ?? [],
    complaintDesks: file.complaintDesks ?? [],
    authorities: file.authorities,
    categories: file.categories.map(toCategory),
    calls: file.calls.map((call) => toCall(call, city.timeZone)),
    paper: file.paper,
    parameters: Object.entries(file.parameters).map(([name, parameter]) => toParameter(name, parameter)),
    rules: file.rules.map(({ id, clause, level, title, when = null, require = null, fix }) => ({
      id,
      clause,
      level,
      title,
      when,
      require,
      fix,
    })),
    attachments: file.attachments.map(
      ({ code, name, clause, categories = [], when = null, optional = false, condition }) => ({
        code,
        name,
        clause,
        categories,
        when,
        optional,
        condition,
      }),
    ),
    routes: file.routes.map(({ authorities, ...route }) => ({ ...route, authorities: authorities.map(toChoice) })),
  }
}

/** A written local time, `2023-07-14 17:00`, as the instant at which the zone's clocks show it. */
export function instantOfWritten(written: string, timeZone: string): Date {
  return instantOf(written.slice(0, 10) as LocalDate, written.slice(11) as LocalTime, timeZone)
}

function toCategory({ fundingRange, priorities = [], ...category }: GuidelineFile['categories'][number]): Category {
  return {
    ...category,
    fundingRange: fundingRange ? { min: money(fundingRange.min), max: money(fundingRange.max) } : null,
    priorities,
    directions: category.directions.map((direction) => toDirection(direction, category.clause)),
  }
}

function toDirection(direction: DirectionInFile, clauseAbove: string): Direction {
  const { code, label = '', name, clause = clauseAbove, offices = [], children = [] } = direction
  return { code, label, name, clause, offices, children: children.map((child) => toDirection(child, clause)) }
}

function toCall(call: GuidelineFile['calls'][number], timeZone: string): Call {
  const { code, name, clause, kind, opens, closes, releaseMonths = [], release } = call
  return {
    code,
    name,
    clause,
    kind,
    opensAt: opens ? isoWithOffset(opens, timeZone) : null,
    closesAt: closes ? isoWithOffset(closes, timeZone) : null,
    releaseMonths,
    release,
  }
}

/** `2023-07-14 17:00` in Asia/Shanghai becomes `2023-07-14T17:00:00+08:00`. */
function isoWithOffset(written: string, timeZone: string): string {
  const instant = instantOfWritten(written, timeZone)
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value
  const offset = name?.replace(/^GMT/, '') || '+00:00'
  const minutes = Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)))
  // Made from the instant, not from what was written: an hour that the clocks skip doesn't exist.
  const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  return `${local}${offset}`
}

function toParameter(name: string, { value, type, clause, note }: GuidelineFile['parameters'][string]): Parameter {
  const known = type ?? parameterTypeOf(value)
  return { name, type: known, value: known === 'MONEY' ? money(String(value)) : value, clause, note }
}

function toChoice(choice: GuidelineFile['routes'][number]['authorities'][number]): AuthorityChoice {
  return typeof choice === 'string' ? { code: choice } : { fact: choice.fact, codes: choice.codes ?? null }
}

function money(yuan: string): string {
  const amount = parseMoney(yuan)
  if (!amount.ok) throw new RangeError(`not an amount: ${yuan}`)
  return formatMoney(amount.value as Fen)
}
