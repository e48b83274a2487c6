import type { Locale, LocalizedText } from '../../schema/rules/localized-text.js'

/** Where a command writes, and in which language. */
export class Terminal {
  constructor(
    readonly locale: Locale,
    readonly out: (line: string) => void,
    readonly err: (line: string) => void,
  ) {}

  say(zhCN: string, en: string): void {
    this.out(this.locale === 'zh-CN' ? zhCN : en)
  }

  complain(zhCN: string, en: string): void {
    this.err(this.locale === 'zh-CN' ? zhCN : en)
  }

  text(text: LocalizedText): string {
    return text[this.locale]
  }
}

/** Chinese when the terminal's locale is, else English; POSIX's order of variables. */
export function terminalLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
