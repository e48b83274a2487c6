import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from './context.js'
import { refuseCrossSite } from './cross-site.js'
import { type GraphqlRequest, requestFromBody, requestFromUrl } from './graphql-request.js'
import { mediaTypeOf } from './media-type.js'
import { presentError } from './present-error.js'
import { requestError } from './request-error.js'

type Options = {
  readonly apollo: ApolloServer<Context>
  /** Origins of other sites whose pages may ask. */
  readonly corsOrigins: readonly string[]
  readonly makeContext: (request: FastifyRequest, reply: FastifyReply) => Context
  /** Answers a person's browser with GraphiQL; false if data was asked for. */
  readonly showPage: (request: FastifyRequest, reply: FastifyReply) => boolean
}

/** GraphQL over HTTP (graphql.github.io/graphql-over-http) at /graphql: POST with JSON, and GET for queries. */
export function graphqlRoute(server: FastifyInstance, options: Options): void {
  const { apollo, corsOrigins, makeContext, showPage } = options

  server.post('/graphql', (request, reply) =>
    answer(request, reply, { search: '', body: requestFromBody(request.body) }),
  )

  server.get('/graphql', (request, reply) => {
    if (showPage(request, reply)) return reply
    refuseCrossSite(request.headers, corsOrigins)
    const { search, searchParams } = new URL(request.url, 'http://localhost')
    return answer(request, reply, { search, body: requestFromUrl(searchParams) })
  })

  server.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler(request, reply) {
      reply.header('allow', 'GET, POST')
      if (request.method === 'OPTIONS') return reply.code(204).send()
      const messages = { 'zh-CN': '/graphql 只接受 GET 与 POST。', en: '/graphql takes GET and POST.' }
      throw requestError('METHOD_NOT_ALLOWED', messages, { status: 405 })
    },
  })

  /** Apollo takes the parameters of a GET from `search`, those of a POST from `body`. */
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    parameters: { search: string; body: GraphqlRequest },
  ): Promise<FastifyReply> {
    const mediaType = mediaTypeOf(request.headers.accept)
    if (!mediaType) {
      const messages = {
        'zh-CN': '本接口以 application/graphql-response+json 或 application/json 回答，请求的 Accept 两者都不接受。',
        en: 'Answers are application/graphql-response+json or application/json; the request accepts neither.',
      }
      throw requestError('NOT_ACCEPTABLE', messages, { status: 406 })
    }
    const context = makeContext(request, reply)
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: new HeaderMap([
          ['accept', mediaType],
          ['content-type', 'application/json'],
        ]),
        ...parameters,
      },
      context: async () => context,
    })
    const status = response.status ?? 200
    const seen = status < 400 || context.trace.errors !== undefined
    return reply
      .code(seen ? status : 500)
      .headers(Object.fromEntries(response.headers))
      .header('content-type', `${mediaType}; charset=utf-8`)
      .send(seen && response.body.kind === 'complete' ? response.body.string : maskedBody(context))
  }
}

/** The body in place of an answer that failed outside of all plugins, and so was put into nobody's words. */
function maskedBody(context: Context): string {
  const { shown } = presentError(undefined, context)
  context.trace.errors = [String(shown.extensions?.code)]
  return JSON.stringify({ errors: [shown] })
}
