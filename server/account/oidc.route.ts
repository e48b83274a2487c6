import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { localeOf } from '../http/locale.js'
import { requestError } from '../http/request-error.js'
import type { Authentication } from './authentication.js'
import { isSecure, originOf, type Site } from './caller.js'
import { accountOfIdentity, identityKey } from './oidc-account.js'
import {
  attemptCookie,
  attemptIn,
  endedAttemptCookie,
  isAnswerTo,
  newAttempt,
  type OidcAttempt,
  type OidcPurpose,
  s256,
  takeState,
} from './oidc-attempt.js'
import type { OidcClient } from './oidc-client.js'
import { makeCode } from './oidc-code.js'
import { OidcFault, plainName } from './oidc-fault.js'
import { type IdentityProvider, oidcStartPath } from './oidc-settings.js'

type Options = {
  readonly provider: IdentityProvider
  readonly site: Site
  readonly authentication: Authentication
  readonly now: () => Date
  readonly logger: Logger
}

type Asked = { Querystring: Readonly<Record<string, string | string[] | undefined>> }

const callbackPath = '/auth/oidc/callback'

/**
 * The two redirects of a sign-in at the identity provider. A page sends its browser to the first; after the second it has
 * `#code=…`, for the mutation `exchangeSignIn` or, with `purpose=link`, for `linkIdentity`, or `#error=…` with the code of what went wrong, and nothing else.
 */
export function oidcRoutes(server: FastifyInstance, { provider, site, authentication, now, logger }: Options): void {
  let client: Promise<OidcClient> | undefined

  /** Loaded when somebody first wants to sign in there. */
  function load(): Promise<OidcClient> {
    client ??= import('./oidc-client.js').then(({ openOidcClient }) => openOidcClient(provider))
    return client
  }

  server.get<Asked>(oidcStartPath, async (request, reply) => {
    const page = pageOf(request, site)
    const pageChallenge = textOf(request, 'challenge')
    if (!/^[\w-]{43}$/.test(pageChallenge ?? '')) throw challengeMalformed()
    const redirectUri = `${homeOf(request, site)}${callbackPath}`
    const purpose = purposeOf(request)
    const attempt = newAttempt({ purpose, redirectUri, page: page.href, pageChallenge: pageChallenge ?? '' }, now())
    return redirect(request, reply, page.href, async () => {
      const { state, nonce, verifier } = attempt
      const url = await (await load()).authorizationUrl({ state, nonce, challenge: s256(verifier), redirectUri })
      reply.header('set-cookie', attemptCookie(authentication, attempt, isSecure(request, site)))
      return url
    })
  })

  server.get<Asked>(callbackPath, async (request, reply) => {
    const secure = isSecure(request, site)
    const attempt = attemptIn(authentication, request.headers.cookie, secure)
    const page = attempt?.page ?? `${homeOf(request, site)}/`
    return redirect(request, reply, page, async () => {
      if (!attempt || !isAnswerTo(attempt, textOf(request, 'state'), now())) {
        throw new OidcFault('SIGN_IN_EXPIRED', 'no sign-in of this browser waits for the answer')
      }
      reply.header('set-cookie', endedAttemptCookie(secure))
      return `${page}#code=${await codeFor(request, attempt)}`
    })
  })

  /** The code for the page. What waits for the provider is outside of the database's transactions. */
  async function codeFor(request: FastifyRequest<Asked>, attempt: OidcAttempt): Promise<string> {
    const { checkIssuer, redeem } = await load()
    const audited = { account: null, action: 'oidcCallback', requestId: request.id }
    await checkIssuer(textOf(request, 'iss'))
    const error = textOf(request, 'error')
    if (error === 'access_denied') throw new OidcFault('SIGN_IN_DENIED', 'denied at the provider')
    const code = textOf(request, 'code')
    if (error !== undefined || !code) throw new OidcFault('PROVIDER_FAILED', `answer: ${plainName(error)}`)
    const wait = await authentication.limits.take('signIn', { account: attempt.state, address: request.ip })
    if (wait !== null) throw new OidcFault('TOO_MANY_ATTEMPTS', 'too many from one address')
    if (!(await takeState(authentication, audited, attempt))) {
      throw new OidcFault('SIGN_IN_EXPIRED', 'the answer was used before')
    }
    const identity = await redeem({ ...attempt, code })
    const locale = localeOf(request.headers['accept-language'])
    return authentication.act(audited, async ({ query }) => {
      const meaning =
        attempt.purpose === 'LINK'
          ? { identity: identityKey(identity) }
          : { account: await accountOfIdentity(query, identity, locale) }
      return makeCode(authentication, query, meaning, attempt.pageChallenge)
    })
  }

  /** Sends the browser where `next` says, or back to the page with the code of a fault. */
  async function redirect(
    request: FastifyRequest,
    reply: FastifyReply,
    page: string,
    next: () => Promise<string>,
  ): Promise<FastifyReply> {
    try {
      return reply.redirect(await next())
    } catch (error) {
      if (!(error instanceof OidcFault)) throw error
      const { code, reason } = error
      request.trace.errors = [code]
      logger.warn({ requestId: request.id, code, reason }, 'a sign-in at the identity provider failed')
      return reply.redirect(`${page}#error=${code}`)
    }
  }
}

/** The address that the service's own pages and paths begin with. */
function homeOf(request: FastifyRequest, site: Site): string {
  return site.publicUrl ?? originOf(request, site)
}

/** A parameter that came once. */
function textOf({ query }: FastifyRequest<Asked>, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' ? value : undefined
}

/**
 * The page that `return` names, as a path of this site or as an address: one that may use a session's cookie, so that codes go to
 * nobody else. @throws {GraphQLError} BAD_REQUEST
 */
function pageOf(request: FastifyRequest<Asked>, site: Site): URL {
  const own = originOf(request, site)
  const given = textOf(request, 'return') ?? ''
  const url = given.length <= 1_000 ? URL.parse(given, `${homeOf(request, site)}/`) : null
  if (!given || !url || ![own, ...site.corsOrigins].includes(url.origin) || url.username || url.password) {
    throw requestError('BAD_REQUEST', {
      'zh-CN': '参数 return 须为本站的路径，或 PUBLIC_URL、CORS_ORIGINS 所列网站的网页地址。',
      en: 'The parameter return has to be a path of this site, or the address of a page of PUBLIC_URL or CORS_ORIGINS.',
    })
  }
  url.hash = ''
  return url
}

/** @throws {GraphQLError} BAD_REQUEST */
function purposeOf(request: FastifyRequest<Asked>): OidcPurpose {
  if (request.query.purpose === undefined) return 'SIGN_IN'
  if (request.query.purpose === 'link') return 'LINK'
  throw requestError('BAD_REQUEST', {
    'zh-CN': '参数 purpose 只能是 link（关联身份），登录时不填。',
    en: 'The parameter purpose can only be link, to link an identity; to sign in it is left out.',
  })
}

function challengeMalformed() {
  return requestError('BAD_REQUEST', {
    'zh-CN': '参数 challenge 须为网页所留 verifier 的 SHA-256（base64url，43 个字符）。',
    en: 'The parameter challenge has to be the SHA-256 of the page’s verifier, in base64url (43 characters).',
  })
}
