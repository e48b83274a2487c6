/** The languages of every text a user sees. */
export type Locale = 'zh-CN' | 'en'

/** One text in both languages; neither may be missing. */
export type LocalizedText = Readonly<Record<Locale, string>>
