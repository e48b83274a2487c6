import { labels } from '../../schema/labels.js'
import type { FormField } from '../../schema/rules/form/field.js'
import { isPersonal } from '../../schema/rules/form/field.js'
import type { SectionName } from '../../schema/rules/form/form.js'
import { type FieldChange as Found, sectionDifference } from '../../schema/rules/form/section-difference.js'
import { textDifference } from '../../schema/rules/form/text-difference.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { FieldChange } from '../../schema/types/application-history.js'

/**
 * What was changed between two stored contents of a section, as the API tells it: choices by their printed labels, texts word
 * by word, and of personal values only that they were changed.
 */
export function changesBetween(section: SectionName, before: object, after: object): FieldChange[] {
  return sectionDifference(section, before, after).map(told)
}

function told({ path, label, field, kind, before, after }: Found): FieldChange {
  const personal = isPersonal(field)
  const isText = field.type === 'narrative' || (field.type === 'line' && !field.values)
  const isChanged = isText && kind === 'CHANGED'
  const texts = personal
    ? { before: null, after: null }
    : { before: textOf(field, before), after: textOf(field, after) }
  const change = Object.assign(new FieldChange(), { path, label, kind, personal, ...texts })
  // Worked out for who asks for it: a page of revisions may have hundreds of long texts.
  const get = () => (isChanged ? textDifference(before as string, after as string) : [])
  return Object.defineProperty(change, 'pieces', { get, enumerable: true })
}

function textOf({ type, values }: FormField, value: unknown): LocalizedText | null {
  if (value === null) return null
  if (values) return labelled(values.name, [value].flat() as string[])
  if (type === 'bool') return value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' }
  return { 'zh-CN': String(value), en: String(value) }
}

type Labels = Readonly<Record<string, Readonly<Record<string, LocalizedText>>>>

function labelled(name: string, codes: readonly string[]): LocalizedText {
  const of = (labels as unknown as Labels)[name]
  return {
    'zh-CN': codes.map((code) => of?.[code]?.['zh-CN'] ?? code).join('、'),
    en: codes.map((code) => of?.[code]?.en ?? code).join(', '),
  }
}
