import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { pino } from 'pino'
import { buildSchemaSync } from 'type-graphql'
import { connectOrm } from '../../../../server/database/connect.js'
import { EditionRegister } from '../../../../server/guideline/edition-register.js'
import { createApollo } from '../../../../server/http/apollo.js'
import type { Context } from '../../../../server/http/context.js'
import { answerFailures } from '../../../../server/http/failures.js'
import { graphqlRoute } from '../../../../server/http/graphql.route.js'
import { patience } from '../../../../server/http/limits.js'
import { localeOf } from '../../../../server/http/locale.js'
import { readJsonBody } from '../../../../server/http/read-body.js'
import { logRequests } from '../../../../server/http/request-log.js'
import { secureResponses } from '../../../../server/http/security-headers.js'
import { passThroughPlugin } from '../../../../server/selection/pass-through.plugin.js'
import { stringifyResult } from '../../../../server/selection/raw-data.js'
import { createReadEngine } from '../../../../server/selection/read-engine.js'
import { Application, BudgetLine, Organisation, Partner, Person, Personnel, Review } from './application.entity.js'
import { ApplicationResolver } from './application.resolver.js'
import { applicationSelections, type DistrictContext } from './application.selection.js'

/*
 * The service's own HTTP, GraphQL and read engine, put together as createApp does, over the bench's tables.
 */
const environment = process.env
const logger = pino({ level: 'error' })
const orm = await connectOrm(
  {
    host: environment.PGHOST,
    port: Number(environment.PGPORT),
    user: environment.PGUSER,
    password: environment.PGPASSWORD,
    database: environment.PGDATABASE,
  },
  {
    entities: [Application, BudgetLine, Organisation, Partner, Person, Personnel, Review],
    poolSize: Number(environment.POOL_SIZE),
    statementTimeoutMs: 30_000,
    logger,
  },
)
const schema = buildSchemaSync({ resolvers: [ApplicationResolver], validate: false })
const engine = await createReadEngine(schema, orm, applicationSelections, { namedStatements: true })
const apollo = createApollo({ schema, logger, plugins: [passThroughPlugin<Context>(engine)], stringifyResult })
await apollo.start()

const server = fastify({
  logger: false,
  genReqId: () => randomUUID(),
  requestTimeout: patience.receive,
  exposeHeadRoutes: false,
})
logRequests(server, logger)
secureResponses(server)
answerFailures(server, logger)
server.removeAllContentTypeParsers()
server.addContentTypeParser('application/json', (_request: FastifyRequest, payload: IncomingMessage) =>
  readJsonBody(payload, 1_048_576),
)
graphqlRoute(server, { apollo, corsOrigins: [], makeContext, showPage: () => false })
console.log(`listening on ${new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port}`)

const editions = new EditionRegister(orm)
const districts = JSON.parse(environment.VIEWER_DISTRICTS ?? '[]') as string[]

function makeContext(request: FastifyRequest, reply: FastifyReply): DistrictContext {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  const locale = localeOf(request.headers['accept-language'])
  const { id: requestId, trace } = request
  return { locale, editions, orm, now: () => new Date(), signal: controller.signal, requestId, trace, districts }
}
