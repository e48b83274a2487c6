import type { Direction, Edition } from '../../schema/rules/edition.js'
import { canonicalJson } from './edition-hash.js'

/** Parts of an edition that are compared one by one; `guideline` is what the edition says of itself. */
const sections = [
  'guideline',
  'city',
  'calendar',
  'offices',
  'authorities',
  'calls',
  'paper',
  'parameters',
  'categories',
  'directions',
  'rules',
  'attachments',
  'routes',
  'clauses',
] as const
export type Section = (typeof sections)[number]

/** What one field said before and says now; an empty text where it said nothing. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string }

/**
 * One thing that differs between two editions; `code` is its id, empty where the section is one thing. Of what is gone
 * the fields aren't repeated: the earlier edition still has them.
 */
export type Change = {
  readonly section: Section
  readonly code: string
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'REORDERED'
  readonly fields: readonly FieldChange[]
}

/** Things of a section by their code, in the edition's order. */
type Things = ReadonlyMap<string, unknown>

/** Everything that differs from one edition to another, section by section, in the order of the later edition. */
export function describeDifference(before: Edition, after: Edition): Change[] {
  const [old, now] = [thingsOf(before), thingsOf(after)]
  return sections.flatMap((section) => sectionChanges(section, old[section], now[section]))
}

function sectionChanges(section: Section, old: Things, now: Things): Change[] {
  const changes: Change[] = []
  for (const [code, thing] of now) {
    const was = old.get(code)
    if (was === undefined) changes.push({ section, code, kind: 'ADDED', fields: fieldChanges({}, thing) })
    else if (canonicalJson(was) !== canonicalJson(thing)) {
      changes.push({ section, code, kind: 'CHANGED', fields: fieldChanges(was, thing) })
    }
  }
  for (const code of old.keys()) {
    if (!now.has(code)) changes.push({ section, code, kind: 'REMOVED', fields: [] })
  }
  // Of routes the first that fits decides, and the first funding mode is the default: order is content.
  const common = (of: Things, other: Things) => [...of.keys()].filter((code) => other.has(code)).join(', ')
  const [was, is] = [common(old, now), common(now, old)]
  if (was !== is) {
    changes.push({ section, code: '', kind: 'REORDERED', fields: [{ field: '', before: was, after: is }] })
  }
  return changes
}

function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? '', now.get(field) ?? '']
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

/** Leaves of a value with their paths, such as `fundingRange.min`; a list of plain values is one leaf. */
function fieldsOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    return new Map(value === null || value === undefined ? [] : [[path, String(value)]])
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return new Map([[path, value.join(', ')]])
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...fieldsOf(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
    ]),
  )
}

function thingsOf(edition: Edition): Record<Section, Things> {
  const { city, calendar, offices, acceptanceDesks, complaintDesks } = edition
  const { districts, parks, ...itself } = city
  // A country's calendar grows every year without the notice changing, so only which one it is counts.
  const days = /^[A-Z]{2}$/.test(calendar.code) ? { code: calendar.code } : calendar
  return {
    guideline: one({ title: edition.title, note: edition.note }),
    city: new Map<string, unknown>([['', itself], ...byCode([...districts, ...parks])]),
    calendar: one(days),
    offices: byCode([
      ...offices,
      ...acceptanceDesks.map((desk) => ({ ...desk, role: 'ACCEPTANCE_DESK' })),
      ...complaintDesks.map((desk) => ({ ...desk, role: 'COMPLAINTS' })),
    ]),
    authorities: byCode(edition.authorities),
    calls: byCode(edition.calls),
    paper: one(edition.paper),
    parameters: new Map(edition.parameters.map(({ name, ...parameter }) => [name, parameter])),
    categories: byCode(edition.categories.map(({ directions: _, ...category }) => category)),
    directions: byCode(
      edition.categories.flatMap(({ code, directions }) => directions.flatMap((direction) => placed(direction, code))),
    ),
    rules: byId(edition.rules),
    attachments: byCode(edition.attachments),
    routes: byId(edition.routes),
    clauses: byId(edition.clauses),
  }
}

function one(thing: unknown): Things {
  return new Map([['', thing]])
}

function byCode(things: readonly { readonly code: string }[]): Map<string, unknown> {
  return new Map(things.map(({ code, ...thing }) => [code, thing]))
}

function byId(things: readonly { readonly id: string }[]): Things {
  return new Map(things.map(({ id, ...thing }) => [id, thing]))
}

function placed({ children, ...direction }: Direction, under: string): { code: string; under: string }[] {
  return [{ ...direction, under }, ...children.flatMap((child) => placed(child, direction.code))]
}
