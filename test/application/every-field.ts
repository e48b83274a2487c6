import type { Fields } from '../../schema/rules/form/field.js'
import { fieldsOfRow, fieldsOfSection, sectionNames } from '../../schema/rules/form/form.js'

/** Every field of every section, as a selection of `Application`. */
export function everythingOf(): string {
  return sectionNames
    .map((name) => `${name} { revision editedAt editedBy ${selectionOf(fieldsOfSection(name))} }`)
    .join(' ')
}

function selectionOf(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, { type }]) => {
      if (typeof type !== 'object') return name
      return `${name} { ${selectionOf(fieldsOfRow('one' in type ? type.one : type.list))} }`
    })
    .join(' ')
}
