import type { LocalizedText } from '../localized-text.js'
import { computeBudget } from './budget.js'
import type { FormField } from './field.js'
import { type Form, fieldsOfRow, fieldsOfSection, type SectionName } from './form.js'
import type { FieldPath } from './form-issue.js'

/** A field that has to be filled in before the application can be submitted. */
export type MissingField = {
  /** Inside the section. */
  readonly path: FieldPath
  /** The field as the form prints it, with the groups and rows that it stands in. */
  readonly label: LocalizedText
}

/** Whether a field is asked for when the rest of the form is as it is; fields that aren't named always are. */
const askedFor: Readonly<Partial<Record<`${SectionName}.${string}`, (form: Form) => boolean>>> = {
  'indicators.economicBasis': ({ indicators }) => (indicators?.economic ?? []).length > 0,
  'budget.purchasedEquipment': (form) => isSpent(form, 'equipment'),
  'budget.equipmentNote': (form) => isSpent(form, 'equipment'),
  'budget.operationsNote': (form) => isSpent(form, 'operations'),
  'budget.labourNote': (form) => isSpent(form, 'labour'),
}

/** Lists that the table of fields doesn't ask for, and that the form needs all the same. */
const neededThen: Readonly<Partial<Record<`${SectionName}.${string}`, (form: Form) => boolean>>> = {
  'budget.fundingSources': ({ budget }) => (computeBudget(budget ?? {}).rows.expenditure.selfRaised ?? 0n) > 0n,
}

/** True as long as it isn't certain that nothing is spent on it. */
function isSpent({ budget }: Form, row: 'equipment' | 'operations' | 'labour'): boolean {
  const { specialFunds, selfRaised, total } = computeBudget(budget ?? {}).rows[row]
  return specialFunds === null || selfRaised === null || total !== 0n
}

/** What is still missing in a section, field by field, in the order of the print. */
export function missingFields(section: SectionName, form: Form): MissingField[] {
  return [...missingIn(fieldsOfSection(section), form[section] ?? {}, { form, section, path: [], label: none })]
}

type Place = {
  readonly form: Form
  readonly section: SectionName
  readonly path: FieldPath
  readonly label: LocalizedText
}

const none: LocalizedText = { 'zh-CN': '', en: '' }

function* missingIn(fields: Readonly<Record<string, FormField>>, values: object, at: Place): Iterable<MissingField> {
  for (const [name, field] of Object.entries(fields)) {
    const value = (values as Readonly<Record<string, unknown>>)[name]
    const inside = within(at, name, field)
    const { type } = field
    if (typeof type === 'object' && 'one' in type) {
      if (value != null || isRequired(field, at, name)) yield* missingIn(fieldsOfRow(type.one), value ?? {}, inside)
    } else if (typeof type === 'object' && Array.isArray(value) && value.length > 0) {
      for (const [index, row] of value.entries()) {
        yield* missingIn(fieldsOfRow(type.list), row, inRow(inside, index))
      }
    } else if (isEmpty(value) && isRequired(field, at, name)) {
      yield { path: inside.path, label: inside.label }
    }
  }
}

function isRequired({ required }: FormField, { form, section, path }: Place, name: string): boolean {
  if (path.length > 0) return required === true
  const place = `${section}.${name}` as const
  return required ? (askedFor[place]?.(form) ?? true) : (neededThen[place]?.(form) ?? false)
}

function isEmpty(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0)
}

function within({ label, path, ...at }: Place, name: string, field: FormField): Place {
  const joined =
    label === none
      ? { 'zh-CN': field['zh-CN'], en: field.en }
      : { 'zh-CN': `${label['zh-CN']}：${field['zh-CN']}`, en: `${label.en}: ${field.en}` }
  return { ...at, path: [...path, name], label: joined }
}

function inRow({ label, path, ...at }: Place, index: number): Place {
  const row = { 'zh-CN': `${label['zh-CN']}（第 ${index + 1} 行）`, en: `${label.en} (row ${index + 1})` }
  return { ...at, path: [...path, String(index)], label: row }
}
