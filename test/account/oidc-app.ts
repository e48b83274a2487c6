import { type Answer } from '../http/ask.js'
import { startProvider, type TestProvider } from './identity-provider.js'
import { Browser, newVerifier } from './oidc-browser.js'
import { type Errors, type SignInApp, startSignInApp } from './sign-in-app.js'

/** Another site, whose pages may use the service. */
export const otherSite = 'https://apply.example.cn'
/** The page that wants a session. */
export const page = '/signed-in?step=2'

export const isPage = (address: string) => ['/signed-in', '/'].includes(new URL(address).pathname)
export const isCallback = (address: string) => new URL(address).pathname === '/auth/oidc/callback'
export const codeIn = (address: string) => /#code=([\w-]{43})$/.exec(address)?.[1] ?? `none in ${address}`

type Exchanged = { answer: Answer; session: { token: string | null } | null; errors: Errors }
type Visited = { verifier: string; end: string; code: string }

/** A service and the identity provider that people sign in at. */
export interface OidcApp {
  readonly app: SignInApp
  readonly provider: TestProvider
  /** Somebody whom the provider knows, with an address that it has verified unless `told` says otherwise. */
  newPerson(name: string, told?: object): string
  startOf(challenge: string, more?: Record<string, string>): string
  exchange(input: object, headers?: Record<string, string>): Promise<Exchanged>
  /** Where the page is told of an error. */
  refusedWith(code: string): string
  /** The way over the provider and back to the page; nobody breaks it off at the provider. */
  visit(person: string | null, browser?: Browser, more?: Record<string, string>): Promise<Visited>
  /** All of it; gives a token. */
  signInAt(person: string, browser?: Browser): Promise<string>
  /** The provider's answer, before the browser brings it to the service. */
  answerFor(person: string, browser: Browser): Promise<URL>
  close(): Promise<void>
}

export async function startOidcApp(): Promise<OidcApp> {
  const provider = await startProvider()
  const app = await startSignInApp({ environment: { ...provider.environment, CORS_ORIGINS: otherSite } })
  provider.admit(app.url)

  const startOf = (challenge: string, more: Record<string, string> = {}) =>
    `${app.url}/auth/oidc/start?${new URLSearchParams({ return: page, challenge, ...more })}`

  async function exchange(input: object, headers: Record<string, string> = {}): Promise<Exchanged> {
    const document =
      'mutation ($input: ExchangeSignInInput!) { exchangeSignIn(input: $input) { session { token expiresAt } errors { code path message } } }'
    const answer = await app.ask(document, { input }, null, headers)
    return { answer, ...((answer.body.data?.exchangeSignIn ?? {}) as Omit<Exchanged, 'answer'>) }
  }

  async function visit(person: string | null, browser = new Browser(), more = {}): Promise<Visited> {
    const { verifier, challenge } = newVerifier()
    const end = await browser.go(startOf(challenge, more), person, isPage)
    return { verifier, end, code: codeIn(end) }
  }

  return {
    app,
    provider,
    startOf,
    exchange,
    visit,
    newPerson(name, told = {}) {
      provider.people[name] = { email: `${name}@example.org`, email_verified: true, name: '示例人员', ...told }
      return name
    },
    refusedWith: (code) => `${app.url}${page}#error=${code}`,
    async signInAt(person, browser) {
      const { code, verifier, end } = await visit(person, browser)
      const { session, errors } = await exchange({ code, verifier })
      if (!session?.token) throw new Error(`${end} ${JSON.stringify(errors)}`)
      return session.token
    },
    answerFor: async (person, browser) =>
      new URL(await browser.go(startOf(newVerifier().challenge), person, isCallback)),
    async close() {
      await app.close()
      await provider.close()
    },
  }
}

/** Brings an answer of the provider's to the service, and gives where that leads. */
export const bring = (browser: Browser, answer: URL) => browser.go(answer.href, null, isPage)
