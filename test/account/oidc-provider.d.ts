/** What the tests use of the package, which brings no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  interface ProviderContext {
    readonly path: string
    body: Record<string, unknown>
  }

  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): RequestListener
    use(middleware: (context: ProviderContext, next: () => Promise<void>) => Promise<void>): void
  }
}
