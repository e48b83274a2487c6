import { ask } from './ask.js'
import type { TypedDocument } from './typed-document.js'

/** Languages that the service answers in. */
export type Locale = 'zh-CN' | 'en'

/** As much of `fetch` as is used, so that mini-programs and tests can hand in their own. */
export type Fetch = (
  url: string,
  init: {
    method: 'POST'
    headers: Record<string, string>
    body: string
    signal?: AbortSignal
    credentials?: 'include'
  },
) => Promise<{
  readonly status: number
  readonly headers: { get(name: string): string | null }
  text(): Promise<string>
}>

export type CallOptions = {
  /** Stops the call; the service then stops its work as well. */
  readonly signal?: AbortSignal
  /** Milliseconds for the whole call, retries and waiting included; 30,000 unless given. */
  readonly timeoutMs?: number
  /** Language of texts and messages; the service's choice unless given. */
  readonly locale?: Locale
  /** The operation may be sent again; queries unless said, and mutations that come to the same when repeated. */
  readonly repeatable?: boolean
}

export type ClientOptions = Omit<CallOptions, 'signal' | 'repeatable'> & {
  /** Address of the service's GraphQL, e.g. "https://example.org/graphql". */
  readonly url: string
  /** `fetch` of the runtime unless given. */
  readonly fetch?: Fetch
  /** Bearer token, or a function that gives one before each request. */
  readonly token?: string | (() => Token | Promise<Token>)
  /** Where `auth.signIn` keeps the session's token, and requests take it from; the client's memory unless given. */
  readonly tokenStore?: TokenStore
  /** For web pages: sessions are cookies that scripts can't read, and no token is kept. */
  readonly cookies?: boolean
  /** How often a query is sent again after network failures and when the service is busy; 2 unless given. */
  readonly retries?: number
}

type Token = string | null | undefined

/** A place for the token of a session, such as a phone's key store. */
export type TokenStore = {
  readonly get: () => Token | Promise<Token>
  readonly set: (token: string | null) => void | Promise<void>
}

/** A way to a service, for the functions that take one; `createClient` binds them all to it. */
export type Connection = {
  /**
   * Sends one operation. The document gives the types of the variables and of the result; a plain string's result is
   * unknown. One call is one request, unless a query has to be sent again.
   * @throws ShenbaoError; with `kind: 'graphql'` also when only a part could not be answered (`error.data` has the rest).
   */
  readonly query: <Result = unknown, Variables = Readonly<Record<string, unknown>>>(
    document: TypedDocument<Result, Variables>,
    ...rest: Rest<Variables>
  ) => Promise<Result>
}

type Rest<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables, options?: CallOptions]
    : [variables: Variables, options?: CallOptions]

export function connect(options: ClientOptions): Connection {
  return {
    query: <Result, Variables>(
      document: TypedDocument<Result, Variables>,
      ...[variables, callOptions]: Rest<Variables>
    ) => ask({ ...options, ...callOptions }, document.toString(), variables) as Promise<Result>,
  }
}
