/** One request over HTTP, as it is sent. */
export type Request = {
  readonly query: string
  readonly variables?: unknown
  readonly operationName?: unknown
  readonly extensions?: unknown
  readonly method: 'GET' | 'POST'
  readonly accept: string
  readonly language: 'zh-CN' | 'en'
  readonly viewer: string
  /** Milliseconds after which the caller goes away; its answer isn't looked at. */
  readonly leavesAfter?: number
}

/** A document, and the requests that bring it at the same time: other viewers, languages and values of variables. */
export type GeneratedDocument = {
  /** `valid`, or in which way it is broken. */
  readonly kind: string
  readonly requests: readonly Request[]
  /** The codes that an answer without data has to have one of; without them it may have data. */
  readonly refusedWith?: readonly string[]
}
