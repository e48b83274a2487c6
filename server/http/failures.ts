import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { localeOf } from './locale.js'
import { json, mediaTypeOf } from './media-type.js'
import { presentError } from './present-error.js'
import { describeError } from './private-text.js'
import { requestError } from './request-error.js'

type Http = { readonly status: number; readonly headers: ReadonlyMap<string, string> }

/**
 * Answers what never reaches GraphQL in the form of a GraphQL response, so that clients need one way to read errors:
 * unknown paths, bodies that can't be read, media types, and faults of ours.
 */
export function answerFailures(server: FastifyInstance, logger: Logger): void {
  server.setErrorHandler((error: FastifyError, request, reply) => refuse(error, request, reply))
  server.setNotFoundHandler((request, reply) => {
    const messages = {
      'zh-CN': '没有这个地址。GraphQL 接口在 /graphql（用浏览器打开即为 GraphiQL），运行状态在 /livez 与 /readyz。',
      en: 'Nothing is here. GraphQL is at /graphql (GraphiQL in a browser), health at /livez and /readyz.',
    }
    return refuse(requestError('NOT_FOUND', messages, { status: 404 }), request, reply)
  })

  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const refusal = error instanceof GraphQLError ? error : transportError(error)
    const audience = { locale: localeOf(request.headers['accept-language']), requestId: request.id }
    const { shown, masked } = presentError(refusal ?? error, audience)
    if (masked) logger.error({ requestId: request.id, error: describeError(masked) }, 'masked error')
    request.trace.errors = [String(shown.extensions?.code)]
    const { status = 500, headers = new Map() } = (refusal?.extensions.http ?? {}) as Partial<Http>
    return reply
      .code(status)
      .headers(Object.fromEntries(headers))
      .header('content-type', `${mediaTypeOf(request.headers.accept) ?? json}; charset=utf-8`)
      .send(JSON.stringify({ errors: [shown] }))
  }
}

/** What fastify itself refuses. */
function transportError(error: unknown): GraphQLError | undefined {
  const { code, statusCode = 500 } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const messages = {
      'zh-CN': 'POST 请求须带 Content-Type: application/json。',
      en: 'A POST needs Content-Type: application/json.',
    }
    return requestError('UNSUPPORTED_MEDIA_TYPE', messages, { status: 415, headers: { accept: json } })
  }
  if (statusCode >= 500) return undefined
  const messages = { 'zh-CN': '无法读懂该 HTTP 请求。', en: 'The HTTP request can’t be understood.' }
  return requestError('BAD_REQUEST', messages, { status: statusCode })
}
