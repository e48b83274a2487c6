/** What the tests use of the package, which brings no types. */
declare module 'oidc-provider' {
  import type { IncomingHttpHeaders, RequestListener } from 'node:http'

  interface ProviderContext {
    readonly path: string
    readonly headers: IncomingHttpHeaders
    status: number
    body: Record<string, unknown>
  }

  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): RequestListener
    use(middleware: (context: ProviderContext, next: () => Promise<void>) => Promise<void>): void
  }
}
