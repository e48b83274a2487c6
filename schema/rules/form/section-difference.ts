import type { LocalizedText } from '../localized-text.js'
import type { FormField } from './field.js'
import { fieldsOfRow, fieldsOfSection, type SectionName } from './form.js'
import { mergeOrder } from './merge-order.js'
import { isSame } from './same-value.js'

type Values = Readonly<Record<string, unknown>>
type Row = Values & { readonly key: string }
type Fields = Readonly<Record<string, FormField>>

/** What was changed in a field, or that rows of a list were moved. */
export type FieldChange = {
  /** Such as `leader.title` or `partners.k1.name`, rows by their keys. */
  readonly path: string
  /** As it is printed, with the place of the row. */
  readonly label: LocalizedText
  readonly field: FormField
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED'
  /** Null where nothing was filled in, and for rows that were moved. */
  readonly before: unknown
  readonly after: unknown
}

type Place = { readonly path: string; readonly label: LocalizedText }

/**
 * What was changed in a section, field by field, in the order of the form. Rows are the same when their keys are; each field
 * of a row that was added or taken out is told.
 */
export function sectionDifference(section: SectionName, before: object, after: object): FieldChange[] {
  return changesOf(fieldsOfSection(section), before as Values, after as Values, null)
}

function changesOf(fields: Fields, before: Values, after: Values, place: Place | null): FieldChange[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const [old, now] = [before[name] ?? null, after[name] ?? null]
    if (field.type === 'key' && name === 'key') return []
    if (isSame(old, now)) return []
    const here: Place = {
      path: place ? `${place.path}.${name}` : name,
      label: place ? joinedLabel(place.label, field) : { 'zh-CN': field['zh-CN'], en: field.en },
    }
    if (typeof field.type !== 'object') return [changed(here, field, old, now)]
    if ('one' in field.type) {
      return changesOf(fieldsOfRow(field.type.one), (old ?? {}) as Values, (now ?? {}) as Values, here)
    }
    return rowChanges(field, field.type.list, (old ?? []) as Row[], (now ?? []) as Row[], here)
  })
}

function changed(place: Place, field: FormField, before: unknown, after: unknown): FieldChange {
  return { ...place, field, kind: before === null ? 'ADDED' : after === null ? 'REMOVED' : 'CHANGED', before, after }
}

function rowChanges(field: FormField, row: string, before: readonly Row[], after: readonly Row[], place: Place) {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((found, at) => [found.key, { found, at }])))
  const keys = [before, after].map((rows) => rows.map(({ key }) => key)) as [string[], string[]]
  const changes: FieldChange[] = []
  const { order } = mergeOrder(keys[0], keys[0], keys[1], new Set(keys.flat()))
  for (const key of order) {
    const [was, is] = [old?.get(key), now?.get(key)]
    const at = rowPlace(place, key, (is ?? was)?.at ?? 0)
    const inside = changesOf(fieldsOfRow(row), was?.found ?? {}, is?.found ?? {}, at)
    // A row with nothing in it is told as such.
    if (inside.length > 0) changes.push(...inside)
    else if (!was || !is) changes.push({ ...at, field, kind: was ? 'REMOVED' : 'ADDED', before: null, after: null })
  }
  const stayed = keys[0].filter((key) => now?.has(key))
  const isMoved = stayed.join() !== keys[1].filter((key) => old?.has(key)).join()
  return isMoved ? [...changes, { ...place, field, kind: 'MOVED' as const, before: null, after: null }] : changes
}

function rowPlace({ path, label }: Place, key: string, at: number): Place {
  return {
    path: `${path}.${key}`,
    label: { 'zh-CN': `${label['zh-CN']}（第 ${at + 1} 行）`, en: `${label.en} (row ${at + 1})` },
  }
}

function joinedLabel(of: LocalizedText, field: FormField): LocalizedText {
  return { 'zh-CN': `${of['zh-CN']}：${field['zh-CN']}`, en: `${of.en}: ${field.en}` }
}
