/** The languages of every text a user sees. */
export type Locale = 'zh-CN' | 'en'

/** One text in both languages; neither may be missing. */
export type LocalizedText = Readonly<Record<Locale, string>>

/** One text, or a list of them, in one language. */
export function textIn(
  texts: LocalizedText | readonly LocalizedText[] | null | undefined,
  locale: Locale,
): string | readonly string[] | null | undefined {
  return isList(texts) ? texts.map((text) => text[locale]) : texts?.[locale]
}

function isList(texts: LocalizedText | readonly LocalizedText[] | null | undefined): texts is readonly LocalizedText[] {
  return Array.isArray(texts)
}
