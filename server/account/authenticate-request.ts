import type { FastifyRequest } from 'fastify'
import type { GraphQLError } from 'graphql'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { publicViewer, type Viewer } from '../access/viewer.js'
import type { Config } from '../config.js'
import { requestError } from '../http/request-error.js'
import type { Keyring } from '../secrets/keyring.js'
import { isSecure, originOf, type Site } from './caller.js'
import { findViewer } from './find-viewer.js'
import { listenForChanges } from './listen-for-changes.js'
import { endedCookie, isFromOwnPage, refuseForeignPage, tokenInCookie } from './session-cookie.js'
import { verifyToken } from './session-token.js'
import { type Remembered, ViewerCache } from './viewer-cache.js'

type Options = {
  /** The service's own pool. */
  readonly pool: Pool
  readonly keyring: Keyring
  readonly config: Site & Pick<Config, 'databasePooler'>
  readonly logger: Logger
}

export type KnownSession = {
  /** The session's own token, without signature. */
  readonly token: string
  readonly byCookie: boolean
}

/** Who sent a request. */
export type Authenticated = { readonly viewer: Viewer; readonly session: KnownSession | null }

export interface RequestAuthentication {
  /**
   * Who sent a request: by the header `Authorization: Bearer …`, else by the session's cookie, else the public.
   * @throws {GraphQLError} UNAUTHENTICATED (401) for a token that isn't good (any more); CROSS_SITE_REQUEST (403) for a
   * cookie that another site's page made a browser send
   */
  viewerOf(request: FastifyRequest): Authenticated | Promise<Authenticated>
  /** To be called before a request that may have changed something is answered: from then on this process knows. */
  answered(request: FastifyRequest): void
  close(): Promise<void>
}

const nobody: Authenticated = { viewer: publicViewer, session: null }

export function authenticateRequests({ pool, keyring, config, logger }: Options): RequestAuthentication {
  const cache = new ViewerCache()
  const changes = listenForChanges(pool, cache, logger)
  // Behind a pooler that lends connections for a transaction nobody can listen.
  const mayListen = config.databasePooler !== 'transaction'

  function viewerOf(request: FastifyRequest): Authenticated | Promise<Authenticated> {
    const bearer = bearerToken(request.headers.authorization)
    if (bearer !== null) return find(request, bearer, null)
    if (request.headers.cookie === undefined) return nobody
    const secure = isSecure(request, config)
    const given = tokenInCookie(request.headers, secure)
    if (given === null) return nobody
    const isOwn = () => isFromOwnPage(request.headers, [originOf(request, config), ...config.corsOrigins])
    if (request.method !== 'GET' && !isOwn()) refuseForeignPage()
    return find(request, given, endedCookie(secure))
  }

  /** @param ended the header that takes the cookie away; null for a bearer's token */
  function find(request: FastifyRequest, signed: string, ended: string | null): Authenticated | Promise<Authenticated> {
    const byCookie = ended !== null
    const fresh = mayWrite(request)
    const remembered = fresh ? undefined : cache.get(signed)
    if (remembered) return authenticated(remembered, byCookie)
    const token = verifyToken(keyring, signed)
    if (token === null) throw notSignedIn(ended)
    if (mayListen) changes.start()
    const look = async () => {
      const found = await findViewer(pool, token)
      return found && { ...found, token }
    }
    return (fresh ? look() : cache.find(signed, look)).then((found) => {
      if (!found) throw notSignedIn(ended)
      return authenticated(found, byCookie)
    })
  }

  return {
    viewerOf,
    answered(request) {
      if (mayWrite(request)) cache.clear()
    },
    close: () => changes.stop(),
  }
}

function authenticated({ viewer, token }: Remembered, byCookie: boolean): Authenticated {
  return { viewer, session: { token, byCookie } }
}

/** False only for what can't be a mutation: that has the keyword in its document. */
function mayWrite({ method, body }: FastifyRequest): boolean {
  if (method === 'GET') return false
  const { query } = (body ?? {}) as { query?: unknown }
  return typeof query !== 'string' || query.includes('mutation')
}

/** The token of a bearer (RFC 6750, 2.1); null for another scheme, which is a proxy's business. */
function bearerToken(authorization = ''): string | null {
  return /^bearer\b *(.*)$/i.exec(authorization.trim())?.[1] ?? null
}

function notSignedIn(dropCookie: string | null): GraphQLError {
  const messages = {
    'zh-CN': '登录已失效：会话已过期、已被撤销，或不属于本服务。请重新登录，或去掉登录凭证后重试。',
    en: 'You are not signed in: the session has ended, was revoked, or is of another server. Sign in again, or ask without it.',
  }
  const headers = { 'www-authenticate': 'Bearer', ...(dropCookie === null ? {} : { 'set-cookie': dropCookie }) }
  return requestError('UNAUTHENTICATED', messages, { status: 401, headers })
}
