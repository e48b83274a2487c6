import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'

/* The real oidc-provider in this process, with people who are invented. */

export interface TestProvider {
  readonly issuer: string
  /** The settings of a service that people sign in to there. */
  readonly environment: Record<string, string>
  /** What it says of people, by the name that they sign in with. */
  readonly people: Record<string, { email?: string; email_verified?: boolean; name?: string }>
  /** What its description of itself says beside the truth, or in its place. */
  readonly description: Record<string, string>
  /** Lets a service at this address be its client. */
  admit(serviceUrl: string): void
  /** Changes the ID tokens that it answers with; `sign` makes one with its own key. */
  tamper(change: ((idToken: string, sign: Sign) => string | Promise<string>) | null): void
  close(): Promise<void>
}

type Sign = (claims: JWTPayload) => Promise<string>

export const clientSecret = 'a secret: of the test & its client'
const clientId = 'shenbao test'

/** @param authentication how its clients prove that they are it, at its token endpoint */
export async function startProvider(authentication = 'client_secret_basic'): Promise<TestProvider> {
  let handle: RequestListener = (_request, response) => response.writeHead(503).end()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: 'test', use: 'sig', alg: 'ES256' }
  const sign: Sign = (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'test' }).sign(privateKey)
  const people: TestProvider['people'] = {}
  const description: Record<string, string> = {}
  const redirectUris: string[] = []
  let change: Parameters<TestProvider['tamper']>[0] = null

  function admit(serviceUrl: string): void {
    redirectUris.push(`${serviceUrl}/auth/oidc/callback`)
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: redirectUris,
          id_token_signed_response_alg: 'ES256',
          token_endpoint_auth_method: authentication,
        },
      ],
      clientAuthMethods: [authentication],
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
      jwks: { keys: [jwk] },
      cookies: { keys: ['a key of the test'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      findAccount: (_context: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, ...people[sub] }),
      }),
    })
    provider.use(async (context, next) => {
      // It takes the secret in either place, others don't.
      const isBasic = context.headers.authorization?.startsWith('Basic ') === true
      if (context.path === '/token' && isBasic !== (authentication === 'client_secret_basic')) {
        context.status = 401
        return
      }
      await next()
      if (context.path === '/.well-known/openid-configuration') context.body = { ...context.body, ...description }
      const { id_token } = context.body ?? {}
      if (change && context.path === '/token' && typeof id_token === 'string') {
        context.body = { ...context.body, id_token: await change(id_token, sign) }
      }
    })
    handle = provider.callback()
  }

  return {
    issuer,
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_NAME: '示例身份认证平台',
    },
    people,
    description,
    admit,
    tamper: (wanted) => {
      change = wanted
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
