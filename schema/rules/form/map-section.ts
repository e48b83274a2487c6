import type { FormField } from './field.js'
import { fieldsOfRow, fieldsOfSection, type SectionName } from './form.js'

/** A field with its value, and where in the section it stands; rows are counted from 0. */
export type Visited = { readonly field: FormField; readonly value: unknown; readonly path: readonly string[] }

/**
 * A section with every filled-in field replaced by what `change` makes of it, rows and groups inside out. Fields that the
 * form doesn't have are left out, and so is what `change` makes undefined.
 */
export function mapSection(
  section: SectionName,
  content: object,
  change: (visited: Visited) => unknown,
): Record<string, unknown> {
  return mapFields(fieldsOfSection(section), content, [], change)
}

function mapFields(
  fields: Readonly<Record<string, FormField>>,
  content: object,
  path: readonly string[],
  change: (visited: Visited) => unknown,
): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = (content as Record<string, unknown>)[name]
    if (value == null) continue
    const here = [...path, name]
    const result = change({ field, value: inside(field, value, here, change), path: here })
    if (result != null) changed[name] = result
  }
  return changed
}

function inside({ type }: FormField, value: unknown, path: readonly string[], change: (visited: Visited) => unknown) {
  if (typeof type !== 'object') return value
  if ('one' in type) return mapFields(fieldsOfRow(type.one), value as object, path, change)
  const fields = fieldsOfRow(type.list)
  return (value as readonly object[]).map((row, at) => mapFields(fields, row, [...path, String(at)], change))
}
