import type { LocalizedText } from './localized-text.js'

/**
 * One thing that is wrong with a value, or doubtful about it. `code` is permanent and UPPER_SNAKE. The message says
 * what to do and never repeats the value, because values checked here can be personal data.
 */
export type Issue<Code extends string = string> = {
  readonly code: Code
  readonly message: LocalizedText
}

/** What a check of a value gives: the normalised value, perhaps with warnings, or the reasons for refusing it. */
export type Checked<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly Issue<Code>[] }
  | { readonly ok: false; readonly issues: readonly Issue<Code>[] }

/** An accepted value. */
export function accept<Value, Code extends string = never>(
  value: Value,
  warnings: readonly Issue<Code>[] = [],
): Checked<Value, Code> {
  return { ok: true, value, warnings }
}

/** A refusal for one reason, with its message in Chinese and English. */
export function refuse<Code extends string>(code: Code, zhCN: string, en: string): Checked<never, Code> {
  return { ok: false, issues: [issue(code, zhCN, en)] }
}

/** An issue from its code and its message in Chinese and English. */
export function issue<Code extends string>(code: Code, zhCN: string, en: string): Issue<Code> {
  return { code, message: { 'zh-CN': zhCN, en } }
}
