import { type LabelledEnum, labels } from '../../schema/labels.js'
import type { Fen } from '../../schema/rules/money.js'
import { formatWan } from '../../schema/rules/money.js'

/** Texts of cells. What isn't filled in is an empty text. */

/** A value's label in Chinese. */
export function labelOf<E extends LabelledEnum>(name: E, value: keyof (typeof labels)[E] | null | undefined): string {
  const table: Record<string, { readonly 'zh-CN': string }> = labels[name]
  return value == null ? '' : (table[value as string]?.['zh-CN'] ?? '')
}

/** An amount in 万元, exactly. */
export function wan(fen: Fen | null): string {
  return fen === null ? '' : formatWan(fen)
}

/** 2027-01 as 2027年1月, with room to write when it is missing. */
export function chineseMonth(month: string | null | undefined): string {
  const [year, number] = (month ?? '').split('-')
  return year && number ? `${year}年${Number(number)}月` : '    年  月'
}

/** 2027-01-31 as 2027年1月31日. */
export function chineseDate(day: string | null | undefined): string {
  const [year, month, date] = (day ?? '').split('-')
  return year && month && date ? `${year}年${Number(month)}月${Number(date)}日` : ''
}

/** A mobile number without China's prefix, which nobody writes; other numbers as they are. */
export function phone(number: string | null | undefined): string {
  return (number ?? '').replace(/^\+86(?=1\d{10}$)/, '')
}

/** The rows, and empty ones up to as many as the form prints. */
export function padRows<Row>(rows: readonly Row[], least: number, empty: Row): Row[] {
  return [...rows, ...Array.from({ length: Math.max(0, least - rows.length) }, () => empty)]
}
