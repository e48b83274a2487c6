import type { IncomingHttpHeaders } from 'node:http'
import { requestError } from './request-error.js'

/**
 * Refuses a GET that a page of another site makes a browser send: it would run with the reader's network position, and
 * its time would tell about data. Browsers say so in `Sec-Fetch-Site`; other clients don't send that header. POST needs
 * no such check, as it has to be JSON, which browsers send to another site only after asking by CORS.
 * @throws {GraphQLError} CROSS_SITE_REQUEST (403)
 */
export function refuseCrossSite(headers: IncomingHttpHeaders, allowedOrigins: readonly string[]): void {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return
  if (headers.origin !== undefined && allowedOrigins.includes(headers.origin)) return
  const messages = {
    'zh-CN': '不接受其他网站的页面发来的 GET 请求；请用 POST，并由管理员把该网站列入 CORS_ORIGINS。',
    en: 'A GET from a page of another site is refused; send a POST, with that site listed in CORS_ORIGINS.',
  }
  throw requestError('CROSS_SITE_REQUEST', messages, { status: 403 })
}
