import type { FormField } from '../../schema/rules/form/field.js'
import {
  type Form,
  fieldsOfRow,
  fieldsOfSection,
  type SectionName,
  sectionNames,
} from '../../schema/rules/form/form.js'
import { formSections } from '../../schema/rules/form/sections.js'
import type { Locale } from './connection.js'
import { type Application, contentOf } from './section.js'

export type { FieldType, FormField } from '../../schema/rules/form/field.js'
export type { Form, RowName, RowOf, SectionName, SectionOf } from '../../schema/rules/form/form.js'
export {
  codeOfSection,
  fieldsOfRow,
  fieldsOfSection,
  sectionNames,
  sectionOfCode,
} from '../../schema/rules/form/form.js'
export { rowTypes } from '../../schema/rules/form/rows.js'
export { formSections } from '../../schema/rules/form/sections.js'
// In a file of their own, which bundlers leave out where nobody checks anything.
export * from './form-checks.js'

/** How a section is headed in the print: `sectionLabel('budget', 'zh-CN')` is 十二、项目经费预算. */
export function sectionLabel(section: SectionName, locale: Locale): string {
  return formSections[section][locale]
}

/**
 * How a field is printed, with the groups and rows that it stands in: `leader.title` of the basics is 项目负责人：职称. What the
 * form doesn't have is given as it is.
 * @param path as errors, missing fields and conflicts have it: `partners.0.name`, `partners.k1.name`
 * @param content the section, in which rows are looked up by their keys
 */
export function fieldLabel(
  section: SectionName,
  path: string | readonly string[],
  locale: Locale,
  content: object = {},
): string {
  let fields: Readonly<Record<string, FormField>> = fieldsOfSection(section)
  let rows: unknown
  let values: unknown = content
  let label = ''
  for (const step of typeof path === 'string' ? path.split('.') : path) {
    if (rows) {
      const place = placeOf(step, rows)
      label += place === null ? '' : locale === 'en' ? ` (row ${place + 1})` : `（第 ${place + 1} 行）`
      values = Array.isArray(rows) ? rows[place ?? -1] : undefined
      rows = undefined
      continue
    }
    const field = Object.hasOwn(fields, step) ? fields[step] : undefined
    const name = field?.[locale] ?? step
    label += label === '' ? name : `${locale === 'en' ? ': ' : '：'}${name}`
    values = (values as Readonly<Record<string, unknown>> | null | undefined)?.[step]
    const { type } = field ?? {}
    fields = typeof type !== 'object' ? {} : fieldsOfRow('one' in type ? type.one : type.list)
    rows = typeof type === 'object' && 'list' in type ? (values ?? []) : undefined
  }
  return label
}

/** Place of the row that a step of a path means, from 0; null for a key that no row has. */
function placeOf(step: string, rows: unknown): number | null {
  const found = (rows as readonly { readonly key?: unknown }[]).findIndex(({ key }) => key === step)
  if (found >= 0) return found
  return /^\d+$/.test(step) ? Number(step) : null
}

/** The sections of an application that was read, for `checkForm` and `formCompleteness`. */
export function formOf(application: Application): Form {
  return Object.fromEntries(sectionNames.map((name) => [name, contentOf(application[name])])) as Form
}
