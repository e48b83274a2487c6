import { type Label, type LabelledEnum, labels } from '../../schema/labels.js'
import type { Locale } from './connection.js'

export { type Label, type LabelledEnum, labels }

/**
 * How a value of an enum is printed; a value that this version doesn't know yet is printed as it is.
 * `labelOf('ProjectStage', 'PILOT', 'zh-CN')` is 中试.
 */
export function labelOf(name: LabelledEnum, value: string, locale: Locale): string {
  const known: Readonly<Record<string, Label>> = labels[name]
  return Object.hasOwn(known, value) ? (known[value]?.[locale] ?? value) : value
}
