import type { FormField } from './field.js'
import { inUnits } from './field-units.js'
import { fieldsOfRow, fieldsOfSection, type SectionName } from './form.js'

type Values = Readonly<Record<string, unknown>>
type Row = Values & { readonly key?: string }
type Fields = Readonly<Record<string, FormField>>

/**
 * A section with its empty fields filled in from another; what says something is left as it is. Rows are filled in from the
 * row with the same key, and a list without rows gets those of the other. Fields that only make sense together, such as the
 * kind of a document and its number, are filled in only if all of them are empty.
 */
export function fillSection(section: SectionName, content: object, from: object): Record<string, unknown> {
  return fillFields(fieldsOfSection(section), content as Values, from as Values)
}

function fillFields(fields: Fields, content: Values, from: Values): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...content }
  for (const unit of inUnits(fields)) {
    for (const name of unit) {
      const value = isEmpty(content, unit)
        ? from[name]
        : fillInside(fields[name] as FormField, content[name], from[name])
      if (value != null) filled[name] = value
    }
  }
  return filled
}

function isEmpty(content: Values, unit: readonly string[]): boolean {
  return unit.every((name) => content[name] == null || (Array.isArray(content[name]) && content[name].length === 0))
}

function fillInside({ type }: FormField, value: unknown, from: unknown): unknown {
  if (typeof type !== 'object' || value == null || from == null) return value
  if ('one' in type) return fillFields(fieldsOfRow(type.one), value as Values, from as Values)
  const rows = new Map((from as readonly Row[]).map((row) => [row.key, row]))
  return (value as readonly Row[]).map((row) => fillFields(fieldsOfRow(type.list), row, rows.get(row.key) ?? {}))
}
