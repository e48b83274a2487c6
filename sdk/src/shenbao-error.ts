/** One error of a GraphQL response. Its message comes from the service and may repeat what was sent. */
export type GraphQLErrorEntry = {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: { readonly code?: string; readonly [name: string]: unknown }
}

/** What can go wrong with a call, told apart by `kind`. */
export type Fault =
  /** The service could not be reached, or the connection broke; `code` is the runtime's, e.g. ECONNREFUSED. */
  | { readonly kind: 'network'; readonly code: string | undefined }
  /** No answer within `timeoutMs`, retries included. */
  | { readonly kind: 'timeout'; readonly timeoutMs: number }
  /** The caller's signal was aborted. */
  | { readonly kind: 'aborted' }
  /** Something other than a GraphQL response came back, such as a proxy's error page or JSON cut off. */
  | { readonly kind: 'http'; readonly status: number; readonly retryAfterMs: number | undefined }
  /** The service answered with errors. */
  | {
      readonly kind: 'graphql'
      readonly status: number
      readonly retryAfterMs: number | undefined
      /** Codes of the errors, e.g. GUIDELINE_NOT_FOUND. */
      readonly codes: readonly string[]
      /** Where in the answer the errors are, e.g. "guideline.calls.0". */
      readonly paths: readonly string[]
      readonly responseErrors: readonly GraphQLErrorEntry[]
      /** What could be answered all the same, or null. */
      readonly data: unknown
    }
  /** A list gave the same cursor twice, so reading on would never end. */
  | { readonly kind: 'cursor' }

/**
 * What every call of this package throws. Messages name the service's address and codes, never a token, a variable or
 * an answer; `responseErrors` and `data`, which may hold personal data, are left out when the error is logged.
 */
export type ShenbaoError = Error & Fault

/** Whether something caught is an error of this package. */
export function isShenbaoError(error: unknown): error is ShenbaoError {
  // By name, so that the ESM and the CommonJS copy know each other's errors.
  return error instanceof Error && error.name === NAME
}

const NAME = 'ShenbaoError'

export function shenbaoError(fault: Fault, english: string, chinese: string): ShenbaoError {
  const error = Object.assign(new Error(`${english} ${chinese}`), fault, { name: NAME })
  for (const hidden of ['responseErrors', 'data']) {
    if (hidden in error) Object.defineProperty(error, hidden, { enumerable: false })
  }
  return error
}
