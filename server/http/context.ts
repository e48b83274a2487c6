import type { Locale } from '../../schema/rules/localized-text.js'
import type { EditionRegister } from '../guideline/edition-register.js'

/** What a resolver knows of its request. */
export type Context = {
  /** From `Accept-Language`; Chinese unless the caller prefers English. */
  readonly locale: Locale
  readonly editions: EditionRegister
  /** The server's clock; tests set it. */
  readonly now: () => Date
  /** Aborted when the client goes away or the server's patience ends. */
  readonly signal: AbortSignal
}
