import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { OidcFault } from './oidc-fault.js'
import { askProvider, type Metadata, readMetadata } from './oidc-metadata.js'
import type { IdentityProvider } from './oidc-settings.js'

/** Who somebody is, as the provider says. */
export type Identity = {
  readonly issuer: string
  /** Names him at this issuer, for ever. */
  readonly subject: string
  readonly email: string | null
  /** The provider says so itself; what isn't said is not. */
  readonly emailVerified: boolean
  readonly name: string | null
}

type Request = {
  readonly state: string
  readonly nonce: string
  /** S256 of the verifier that the code will be redeemed with. */
  readonly challenge: string
  readonly redirectUri: string
}

type Redemption = {
  readonly code: string
  readonly verifier: string
  readonly nonce: string
  readonly redirectUri: string
}

/** The service as a client of the identity provider. No database is in it, so nothing there waits for the provider. */
export interface OidcClient {
  /** Where the browser goes to sign in (OpenID Connect Core, 3.1.2.1, with PKCE: RFC 7636). */
  authorizationUrl(request: Request): Promise<string>
  /** @throws {OidcFault} PROVIDER_FAILED if `iss`, which came with the answer, is another provider (RFC 9207, 2.4) */
  checkIssuer(iss: string | undefined): Promise<void>
  /** Redeems the code of an answer. @throws {OidcFault} PROVIDER_FAILED */
  redeem(redemption: Redemption): Promise<Identity>
}

/** Signatures that only the provider can make, whatever its description allows. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** Milliseconds after which the provider is asked for its description again. */
const metadataHolds = 3_600_000

type Known = { readonly readAt: number; readonly metadata: Metadata; readonly keys: JWTVerifyGetKey }

/** Nothing is asked of the provider before the first sign-in. */
export function openOidcClient({ issuer, clientId, clientSecret }: IdentityProvider): OidcClient {
  let known: Known | undefined

  async function provider(): Promise<Known> {
    if (known && Date.now() - known.readAt < metadataHolds) return known
    const metadata = await readMetadata(issuer)
    known = { readAt: Date.now(), metadata, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) }
    return known
  }

  async function redeemed({ code, verifier, redirectUri }: Redemption): Promise<Record<string, unknown>> {
    const { metadata } = await provider()
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    })
    const headers: Record<string, string> = {}
    const methods = metadata.token_endpoint_auth_methods_supported
    if (methods.includes('client_secret_post') && !methods.includes('client_secret_basic')) {
      body.set('client_id', clientId)
      body.set('client_secret', clientSecret)
    } else {
      headers.authorization = `Basic ${Buffer.from(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`).toString('base64')}`
    }
    return askProvider('token', metadata.token_endpoint, { method: 'POST', headers, body })
  }

  /** What an ID token says, if it is this provider's, for this service and this sign-in (OpenID Connect Core, 3.1.3.7). */
  async function claimsOf(token: unknown, nonce: string): Promise<JWTPayload & { sub: string }> {
    const refused = (reason: string) => new OidcFault('PROVIDER_FAILED', `id token: ${reason}`)
    const { keys } = await provider()
    if (typeof token !== 'string') throw refused('missing')
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms,
      requiredClaims: ['sub', 'iat', 'exp'],
      clockTolerance: 30,
    }).catch((error: unknown) => {
      throw refused(error instanceof errors.JOSEError ? error.code : 'keys can’t be read')
    })
    const { sub, aud, azp } = payload
    if (payload.nonce !== nonce) throw refused('another nonce')
    if ((Array.isArray(aud) && aud.length > 1) || azp !== undefined) {
      if (azp !== clientId) throw refused('for another client')
    }
    if (!sub || sub.length > 255) throw refused('no subject')
    return { ...payload, sub }
  }

  /** Providers may keep address and name out of the ID token (OpenID Connect Core, 5.3 and 5.4). */
  async function withUserInfo(claims: JWTPayload & { sub: string }, accessToken: unknown): Promise<JWTPayload> {
    const { userinfo_endpoint: url } = (await provider()).metadata
    const complete = claims.email !== undefined && claims.email_verified !== undefined
    if (complete || url === undefined || typeof accessToken !== 'string') return claims
    const told = await askProvider('userinfo', url, { headers: { authorization: `Bearer ${accessToken}` } })
    if (told.sub !== claims.sub) throw new OidcFault('PROVIDER_FAILED', 'userinfo: of another subject')
    return { ...claims, ...told }
  }

  return {
    async authorizationUrl({ state, nonce, challenge, redirectUri }) {
      const url = new URL((await provider()).metadata.authorization_endpoint)
      const parameters = {
        response_type: 'code',
        scope: 'openid email profile',
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
      return url.href
    },
    async checkIssuer(iss) {
      const { metadata } = await provider()
      const isMissing = iss === undefined && metadata.authorization_response_iss_parameter_supported
      if (isMissing || (iss !== undefined && iss !== issuer)) {
        throw new OidcFault('PROVIDER_FAILED', 'the answer is of another issuer')
      }
    },
    async redeem(redemption) {
      const tokens = await redeemed(redemption)
      const own = await claimsOf(tokens.id_token, redemption.nonce)
      const { email, email_verified, name } = await withUserInfo(own, tokens.access_token)
      return {
        issuer,
        subject: own.sub,
        email: typeof email === 'string' ? email : null,
        emailVerified: email_verified === true,
        name: typeof name === 'string' ? name : null,
      }
    },
  }
}

/** As names and secrets stand in HTTP Basic here (RFC 6749, 2.3.1). */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1)
}
