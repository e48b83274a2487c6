import { z } from 'zod'
import { isLoopback } from '../setting.js'
import { OidcFault, plainName } from './oidc-fault.js'

/** Over plain http only on this machine: a secret and people's tokens go there. */
const endpoint = z.string().refine((value) => {
  const url = URL.parse(value)
  return url !== null && (url.protocol === 'https:' || isLoopback(url))
})

/** What the service uses of a provider's own description (OpenID Connect Discovery 1.0, 3; RFC 9207, 3). */
const metadataShape = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
})

export type Metadata = z.infer<typeof metadataShape>

/** Milliseconds that the provider has for one answer. */
const patience = 10_000

/** @throws {OidcFault} PROVIDER_FAILED if the provider can't be reached, or describes another issuer */
export async function readMetadata(issuer: string): Promise<Metadata> {
  const body = await askProvider('discovery', `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const { success, data } = metadataShape.safeParse(body)
  if (!success) throw new OidcFault('PROVIDER_FAILED', 'discovery: not a description of a provider')
  if (data.issuer !== issuer) throw new OidcFault('PROVIDER_FAILED', 'discovery: another issuer than OIDC_ISSUER')
  return data
}

/**
 * The JSON object that the provider answers with.
 * @param step what it is asked for, for the log
 * @throws {OidcFault} PROVIDER_FAILED
 */
export async function askProvider(step: string, url: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const failed = (reason: string) => new OidcFault('PROVIDER_FAILED', `${step}: ${reason}`)
  const headers = { accept: 'application/json', ...init.headers }
  const [status, body] = await fetch(url, {
    ...init,
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
    .then(async (response) => [response.status, (await response.json()) as unknown] as const)
    .catch((error: { name?: unknown; cause?: { code?: unknown } }) => {
      throw failed(plainName(error.cause?.code ?? error.name))
    })
  const object = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  if (status !== 200) throw failed(`${status} ${plainName(object.error)}`)
  return object
}
