import type { LocalizedText } from '../schema/rules/localized-text.js'

/**
 * A start that can't succeed until somebody changes something: a setting, a right, a running process.
 * Shown without a stack trace; whoever throws it says what is wrong, where, and what to do.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError'

  constructor(
    readonly problem: LocalizedText,
    readonly remedy: LocalizedText,
    options?: ErrorOptions,
  ) {
    super(`${problem.en} ${remedy.en}\n${problem['zh-CN']}${remedy['zh-CN']}`, options)
  }
}
