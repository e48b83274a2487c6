import type { Locale } from '../../schema/rules/localized-text.js'
import { qualityValues } from './quality-values.js'

/**
 * The language for the caller by `Accept-Language` (RFC 9110, 12.5.4): English where it weighs more than Chinese, or
 * the same and is named first; otherwise Chinese, the language of the notices.
 */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: { locale: Locale; weight: number } = { locale: 'zh-CN', weight: 0 }
  if (!acceptLanguage) return best.locale
  for (const { value, weight } of qualityValues(acceptLanguage)) {
    const locale = localeOfRange(value)
    if (locale && weight > best.weight) best = { locale, weight }
  }
  return best.locale
}

function localeOfRange(range: string): Locale | undefined {
  if (range === 'en' || range.startsWith('en-')) return 'en'
  return range === '*' || range === 'zh' || range.startsWith('zh-') ? 'zh-CN' : undefined
}
