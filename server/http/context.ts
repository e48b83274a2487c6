import type { EntityManager } from '@mikro-orm/postgresql'
import type { Locale } from '../../schema/rules/localized-text.js'
import type { Viewer } from '../access/viewer.js'
import type { KnownSession } from '../account/authenticate-request.js'
import type { Authentication } from '../account/authentication.js'
import type { Caller } from '../account/caller.js'
import type { PreparedStatements } from '../database/prepared-statements.js'
import type { Files } from '../document/files.js'
import type { EditionRegister } from '../guideline/edition-register.js'
import type { Keyring } from '../secrets/keyring.js'
import type { Cancellation } from '../selection/cancellation.js'

/** What a resolver knows of its request. */
export type Context = {
  /** From `Accept-Language`; Chinese unless the caller prefers English. */
  readonly locale: Locale
  /** Who asks: the public unless the request has a session's token. */
  readonly viewer: Viewer
  /** The session behind the viewer, for use cases of sign-in; null for the public. */
  readonly session: KnownSession | null
  /** How the request came, and what its answer gets beside its body. */
  readonly caller: Caller
  /** Credentials, sessions and second factors, and the limits of trying them. */
  readonly authentication: Authentication
  readonly editions: EditionRegister
  /** Most characters in one text of the application form. */
  readonly narrativeMaxCharacters: number
  /** For statements of the service's own that are sent often. */
  readonly statements: PreparedStatements
  /** What personal values are sealed and found with. */
  readonly keyring: Keyring
  /** The contents of uploaded files. */
  readonly files: Files
  /**
   * A new EntityManager that finds and changes the rows that this caller may see, and no others (`policyEm`). Every use
   * case has one of its own: what one of them changed and didn't store is nothing to the next.
   * @param action what the audit trail calls its changes, the mutation's name
   */
  em(this: Context, action?: string): EntityManager
  /** The server's clock; tests set it. */
  readonly now: () => Date
  /** Cancelled when the client goes away, or when the server ends before the answer is ready. */
  readonly cancellation: Cancellation
  /** Names this request in the answer's `x-request-id`, in masked errors and in the log. */
  readonly requestId: string
  /** What the request's one line in the log will tell. */
  readonly trace: RequestTrace
}

/** Filled in while a request is answered; holds nothing a caller typed, except a name that can't be personal data. */
export type RequestTrace = { operation?: string; cost?: number; errors?: readonly string[] }
