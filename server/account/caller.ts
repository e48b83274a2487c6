import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFromOwnPage } from './session-cookie.js'

/** How a request came, and what its answer gets beside its body. Made by `callerOf`. */
export type Caller = {
  /** IP address; of a proxy's client only if the proxy is one of TRUSTED_PROXIES. */
  readonly address: string
  /** Name of the caller's program, shortened; null if it has none. */
  readonly userAgent: string | null
  /** It came over https, as far as browsers are concerned. */
  readonly secure: boolean
  /** A page of ours sent it, or one of CORS_ORIGINS. */
  readonly ownPage: boolean
  /** Adds a header to the answer. */
  setHeader(name: 'set-cookie' | 'retry-after', value: string): void
}

/** Where pages that may use a session's cookie are served. */
export type Site = {
  /** Where clients find the service; left out if it is found by whatever name they use. */
  readonly publicUrl?: string | undefined
  readonly corsOrigins: readonly string[]
}

/** Most requests need nothing of it, so each part is found when it is asked for. */
export function callerOf(request: FastifyRequest, reply: FastifyReply, site: Site): Caller {
  return {
    get address() {
      return request.ip
    },
    get userAgent() {
      return shortened(request.headers['user-agent'])
    },
    get secure() {
      return isSecure(request, site)
    },
    get ownPage() {
      return isFromOwnPage(request.headers, [originOf(request, site), ...site.corsOrigins])
    },
    setHeader: (name, value) => void reply.header(name, value),
  }
}

/** Whether browsers reach the service over https; a proxy may come between. */
export function isSecure(request: FastifyRequest, site: Site): boolean {
  return originOf(request, site).startsWith('https:')
}

/** The origin of the service's own pages. */
export function originOf({ protocol, host }: FastifyRequest, { publicUrl }: Site): string {
  return publicUrl === undefined ? `${protocol}://${host}` : new URL(publicUrl).origin
}

/** Enough to know a device by, without what a program likes to tell of itself. */
function shortened(userAgent: string | undefined): string | null {
  const text = userAgent?.replace(/[^\x20-\x7e]/g, '').trim()
  return text ? text.slice(0, 200) : null
}
