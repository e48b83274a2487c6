import type { MikroORM } from '@mikro-orm/postgresql'
import type { Locale } from '../../schema/rules/localized-text.js'
import type { EditionRegister } from '../guideline/edition-register.js'

/** What a resolver knows of its request. */
export type Context = {
  /** From `Accept-Language`; Chinese unless the caller prefers English. */
  readonly locale: Locale
  readonly editions: EditionRegister
  readonly orm: MikroORM
  /** The server's clock; tests set it. */
  readonly now: () => Date
  /** Aborted when the client goes away, or when the server ends before the answer is ready. */
  readonly signal: AbortSignal
  /** Names this request in the answer's `x-request-id`, in masked errors and in the log. */
  readonly requestId: string
  /** What the request's one line in the log will tell. */
  readonly trace: RequestTrace
}

/** Filled in while a request is answered; holds nothing a caller typed, except a name that can't be personal data. */
export type RequestTrace = { operation?: string; cost?: number; errors?: readonly string[] }

/**
 * The part of a context that tells when nobody waits any more. A signal takes some time to make, and many requests are
 * answered without a statement that would listen to it; so it is made when it is asked for. The getter is a class's, as
 * Apollo Server copies contexts, which would call an object's own.
 */
export class Abortable {
  constructor(readonly controller: AbortController) {}

  get signal(): AbortSignal {
    return this.controller.signal
  }
}
