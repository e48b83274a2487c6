import type { IncomingHttpHeaders } from 'node:http'
import { requestError } from '../http/request-error.js'

/*
 * Web pages have the session in a cookie that their scripts can't read. Over https its name begins with `__Host-`, so that no
 * other host of the domain can set it (RFC 6265bis, 4.1.3.2).
 */
const nameOf = (secure: boolean) => (secure ? '__Host-shenbao' : 'shenbao')

/** The `Set-Cookie` that gives a browser a session until it ends. */
export function sessionCookie(signed: string, expiresAt: Date, secure: boolean): string {
  return `${nameOf(secure)}=${signed}; Path=/; Expires=${expiresAt.toUTCString()}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The `Set-Cookie` that takes it away. */
export function endedCookie(secure: boolean): string {
  return `${nameOf(secure)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The signed token in a request's cookie, null without one. */
export function tokenInCookie({ cookie }: IncomingHttpHeaders, secure: boolean): string | null {
  const start = `${nameOf(secure)}=`
  const found = cookie?.split('; ').find((part) => part.startsWith(start))
  return found?.slice(start.length) || null
}

/**
 * Whether a request comes from a page of ours or of `CORS_ORIGINS`: browsers send a cookie along with whatever page makes
 * them, and say which in `Origin` or, for their own pages, in `Sec-Fetch-Site`.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  return origin === undefined ? site === 'same-origin' : origins.includes(origin)
}

/** @throws {GraphQLError} CROSS_SITE_REQUEST (403) */
export function refuseForeignPage(): never {
  const messages = {
    'zh-CN': '使用 Cookie 的请求只接受来自本站或 CORS_ORIGINS 所列网站的页面；其他客户端请用 Authorization 请求头。',
    en: 'A request with a cookie has to come from a page of this site or of one in CORS_ORIGINS; other clients use the header Authorization.',
  }
  throw requestError('CROSS_SITE_REQUEST', messages, { status: 403 })
}
