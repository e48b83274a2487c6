/** One sentence in the two languages of the product. */
export interface Text {
  zh: string
  en: string
}

/**
 * A start that can't succeed until somebody changes something: a setting, a right, a running process.
 * Shown without a stack trace; whoever throws it says what is wrong, where, and what to do.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError'

  constructor(
    readonly problem: Text,
    readonly remedy: Text,
    options?: ErrorOptions,
  ) {
    super(`${problem.en} ${remedy.en}\n${problem.zh}${remedy.zh}`, options)
  }
}
