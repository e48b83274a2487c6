import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLError } from 'graphql'
import { stringifyResult } from '../selection/answer/raw-data.js'
import type { Context } from './context.js'
import { refuseCrossSite } from './cross-site.js'
import { namedByText } from './document-name.js'
import { type GraphqlRequest, requestFromBody, requestFromUrl } from './graphql-request.js'
import type { KnownReads } from './known-reads.js'
import { graphqlResponse, json, type MediaType, mediaTypeOf } from './media-type.js'
import { refuseNesting } from './refuse-nesting.js'
import { requestError } from './request-error.js'

type Options = {
  readonly apollo: ApolloServer<Context>
  /** What is answered without Apollo Server's pipeline; nothing, if left out. */
  readonly knownReads?: KnownReads
  /** Origins of other sites whose pages may ask. */
  readonly corsOrigins: readonly string[]
  readonly makeContext: (request: FastifyRequest, reply: FastifyReply) => Context | Promise<Context>
  /** Answers a person's browser with GraphiQL; false if data was asked for. */
  readonly showPage: (request: FastifyRequest, reply: FastifyReply) => boolean
}

/** GraphQL over HTTP (graphql.github.io/graphql-over-http) at /graphql: POST with JSON, and GET for queries. */
export function graphqlRoute(server: FastifyInstance, options: Options): void {
  const { apollo, knownReads, corsOrigins, makeContext, showPage } = options

  server.post('/graphql', (request, reply) => answer(request, reply, requestFromBody(request.body)))

  server.get('/graphql', (request, reply) => {
    if (showPage(request, reply)) return reply
    refuseCrossSite(request.headers, corsOrigins)
    const { searchParams } = new URL(request.url, 'http://localhost')
    return answer(request, reply, requestFromUrl(searchParams))
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

  async function answer(request: FastifyRequest, reply: FastifyReply, asked: GraphqlRequest): Promise<FastifyReply> {
    const mediaType = mediaTypeOf(request.headers.accept)
    if (!mediaType) throw notAcceptable()
    const made = makeContext(request, reply)
    const context = made instanceof Promise ? await made : made
    const contentType = `${mediaType}; charset=utf-8`
    const known = await knownReads?.answer(asked, context)
    if (known != null) return reply.header('content-type', contentType).send(known)
    const { query, operationName, variables } = asked
    refuseNesting(query)
    const http = request.method === 'GET' ? heads.GET[mediaType] : heads.POST[mediaType]
    const operation = { extensions: namedByText(query), operationName, variables, http }
    const response = await apollo.executeOperation(operation, { contextValue: context })
    if (response.body.kind !== 'single') throw new Error('An answer in parts, which nobody can ask for.')
    for (const [name, value] of response.http.headers) reply.header(name, value)
    return reply
      .code(response.http.status ?? 200)
      .header('content-type', contentType)
      .send(stringifyResult(response.body.singleResult))
  }
}

const head = (method: string, accept: MediaType) => ({
  method,
  headers: new HeaderMap([['accept', accept]]),
  search: '',
  body: undefined,
})
const headsOf = (method: string) => ({ [json]: head(method, json), [graphqlResponse]: head(method, graphqlResponse) })

/** What Apollo is told of the request's HTTP: its method, as a GET may only read, and the media type of the answer. */
const heads = { GET: headsOf('GET'), POST: headsOf('POST') }

function notAcceptable(): GraphQLError {
  const messages = {
    'zh-CN': '本接口以 application/graphql-response+json 或 application/json 回答，请求的 Accept 两者都不接受。',
    en: 'Answers are application/graphql-response+json or application/json; the request accepts neither.',
  }
  return requestError('NOT_ACCEPTABLE', messages, { status: 406 })
}
