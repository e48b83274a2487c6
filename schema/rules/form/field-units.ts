import type { FormField } from './field.js'

/** Fields that only make sense together: a direction belongs to its category, a number to its kind of document. */
const together: readonly (readonly [string, ...string[]])[] = [
  ['category', 'direction'],
  ['idKind', 'idNumber'],
]

/** Names of a table's fields; those that only make sense together are one unit. */
export function inUnits(fields: Readonly<Record<string, FormField>>): (readonly [string, ...string[]])[] {
  const units = together.filter((unit) => unit.every((name) => Object.hasOwn(fields, name)))
  return Object.keys(fields).flatMap((name): (readonly [string, ...string[]])[] => {
    const unit = units.find((names) => names.includes(name))
    if (!unit) return [[name]]
    return unit[0] === name ? [unit] : []
  })
}
