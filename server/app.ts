import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { MikroORM } from '@mikro-orm/postgresql'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { checkAccess } from './access/check-access.js'
import { publicViewer, type Viewer } from './access/viewer.js'
import { authenticateRequests } from './account/authenticate-request.js'
import { createAuthentication } from './account/authentication.js'
import { callerOf } from './account/caller.js'
import { oidcRoutes } from './account/oidc.route.js'
import { identityProviderOf, type OidcSettings } from './account/oidc-settings.js'
import { startEmptyingBin } from './application/empty-bin.js'
import { exchangeRoutes } from './application/exchange.route.js'
import { setAudited } from './audit/set-audited.js'
import type { Config } from './config.js'
import { startFolding } from './database/fold-counts.js'
import { PreparedStatements } from './database/prepared-statements.js'
import { documentRoutes } from './document/document.route.js'
import { Files } from './document/files.js'
import { startScanning } from './document/start-scanning.js'
import { type StorageSettings, storageOf } from './document/storage-setting.js'
import { startSweeping } from './document/sweep-uploads.js'
import { EditionRegister } from './guideline/edition-register.js'
import { createApollo } from './http/apollo.js'
import { answerClientError } from './http/client-error.js'
import type { Context } from './http/context.js'
import { allowOrigins } from './http/cors.js'
import { DocumentStore } from './http/document-store.js'
import { answerFailures } from './http/failures.js'
import { graphiqlRoute } from './http/graphiql.route.js'
import { graphqlRoute } from './http/graphql.route.js'
import { healthRoutes } from './http/health.route.js'
import { KnownReads } from './http/known-reads.js'
import { limits, patience } from './http/limits.js'
import { localeOf } from './http/locale.js'
import { readJsonBody } from './http/read-body.js'
import { logRequests } from './http/request-log.js'
import { secureResponses } from './http/security-headers.js'
import { FormPrinter } from './print/form-printer.js'
import { printRoutes } from './print/print.route.js'
import { buildSchema } from './schema.js'
import type { Keyring } from './secrets/keyring.js'
import { passThroughPlugin } from './selection/answer/pass-through.plugin.js'
import { Cancellation } from './selection/cancellation.js'
import { policyEm } from './selection/policy/policy-filter.js'
import { createReadEngine } from './selection/read-engine.js'
import type { EntityDeclaration } from './selection/selection.js'
import { selections as ownSelections } from './selections.js'

type Options = {
  readonly config: Pick<
    Config,
    'host' | 'port' | 'bodyLimit' | 'corsOrigins' | 'databasePooler' | 'dataDir' | 'narrativeMaxCharacters'
  > &
    Partial<Pick<Config, 'publicUrl' | 'trustedProxies' | 'clamdUrl' | 'unusedFilesDays'>> &
    StorageSettings &
    OidcSettings
  readonly orm: MikroORM
  readonly logger: Logger
  readonly keyring: Keyring
  /** The clock; the system's, if left out. */
  readonly now?: () => Date
  /** What is served; the service's own schema, if left out. */
  readonly schema?: GraphQLSchema
  /** How the schema's types are read; the service's own selections, if left out. */
  readonly selections?: readonly EntityDeclaration[]
  /** Who asks, as `viewer`, and whatever else policies and resolvers know of a request; whose session it is, if left out. */
  readonly viewerOf?: (request: FastifyRequest) => object | Promise<object>
}

export interface App {
  /** Starts to answer; gives the address without a path, such as `http://127.0.0.1:4000`. */
  listen(): Promise<string>
  /** Takes no new requests, and settles when the running ones are answered or their time is up. */
  close(): Promise<void>
}

/** The HTTP service on a migrated database. */
export async function createApp({
  config,
  orm,
  logger,
  keyring,
  now = () => new Date(),
  schema: given,
  selections = ownSelections,
  viewerOf: givenViewerOf,
}: Options): Promise<App> {
  const { host, port, bodyLimit, corsOrigins, databasePooler, dataDir, publicUrl, trustedProxies = [] } = config
  const editions = new EditionRegister(orm)
  const storage = storageOf(config)
  const files = new Files({ dataDir, storage, publicUrl, secrets: () => keyring.secrets('upload'), logger })
  const running = new Set<Cancellation>()
  let draining = false

  const schema = given ?? buildSchema()
  if (!given) checkAccess(schema, selections)

  const server = fastify({
    // The log's lines are written by logRequests: fastify's own quote addresses.
    logger: false,
    genReqId: () => randomUUID(),
    // Files take longest; other bodies have a limit of their own.
    requestTimeout: patience.upload,
    http: { headersTimeout: patience.receive },
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    return503OnClosing: false,
    exposeHeadRoutes: false,
    clientErrorHandler: answerClientError,
  })
  logRequests(server, logger)
  secureResponses(server)
  allowOrigins(server, corsOrigins)
  answerFailures(server, logger)
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', (_request: FastifyRequest, payload: IncomingMessage) =>
    readJsonBody(payload, bodyLimit, patience.receive),
  )
  // A connection that stays open would carry its next request to a server that is going away.
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining) reply.header('connection', 'close')
    done()
  })

  const namedStatements = databasePooler !== 'transaction'
  const engine = await createReadEngine(schema, orm, selections, { namedStatements })
  const statements = new PreparedStatements(engine.pool, namedStatements)
  const folding = await startFolding(engine.pool, engine.model.keptCounts, logger)
  const site = { publicUrl, corsOrigins, databasePooler }
  const identityProvider = identityProviderOf(config)
  const authentication = createAuthentication({ pool: engine.pool, keyring, publicUrl, logger, identityProvider })
  const requests = authenticateRequests({ pool: engine.pool, keyring, config: site, logger })
  const viewerOf = givenViewerOf ?? requests.viewerOf
  server.addHook('onSend', (request, _reply, _payload, done) => {
    requests.answered(request)
    done()
  })
  const documents = new DocumentStore(limits.storedCharacters)
  const apollo = createApollo({ schema, logger, documents, plugins: [passThroughPlugin<Context>(engine)] })
  await apollo.start()
  healthRoutes(server, orm, () => draining)
  const knownReads = new KnownReads(schema, documents, engine)
  graphqlRoute(server, { apollo, knownReads, corsOrigins, makeContext, showPage: graphiqlRoute(server) })

  if (identityProvider) oidcRoutes(server, { provider: identityProvider, site, authentication, now, logger })
  const scanning = config.clamdUrl && startScanning({ clamd: config.clamdUrl, orm, files, keyring, now, logger })
  exchangeRoutes(server, { orm, files, now })
  const printer = new FormPrinter({ report: (what) => logger.error({ what }, 'a form couldn’t be printed') })
  printRoutes(server, { orm, files, keyring, editions, printer, now })
  documentRoutes(server, { orm, files, now, scanning, accountOf, patience: patience.pause })
  const sweeping = startSweeping({ orm, files, now, logger, unusedDays: config.unusedFilesDays ?? 30 })
  const emptying = startEmptyingBin({ orm, now, logger })

  async function accountOf(request: FastifyRequest): Promise<string | null> {
    const { viewer } = (await viewerOf(request)) as { viewer?: Viewer }
    return viewer?.account ?? null
  }

  function em(this: Context, action?: string) {
    return policyEm(orm, engine.model, this, (transaction) => setAudited(orm, transaction, this, action))
  }

  function makeContext(request: FastifyRequest, reply: FastifyReply): Context | Promise<Context> {
    const cancellation = new Cancellation()
    running.add(cancellation)
    reply.raw.once('close', () => {
      running.delete(cancellation)
      if (!reply.raw.writableFinished) cancellation.cancel()
    })
    const { headers, id: requestId, trace } = request
    const locale = localeOf(headers['accept-language'])
    const caller = callerOf(request, reply, site)
    const make = (who: object): Context => ({
      locale,
      viewer: publicViewer,
      session: null,
      caller,
      authentication,
      editions,
      narrativeMaxCharacters: config.narrativeMaxCharacters,
      statements,
      keyring,
      files,
      em,
      now,
      cancellation,
      requestId,
      trace,
      ...who,
    })
    const viewing = viewerOf(request)
    return viewing instanceof Promise ? viewing.then(make) : make(viewing)
  }

  return {
    listen: () => server.listen({ host, port }),
    async close() {
      draining = true
      const deadline = setTimeout(() => {
        for (const cancellation of running) cancellation.cancel()
        server.server.closeAllConnections()
      }, patience.drain)
      await server.close()
      clearTimeout(deadline)
      await folding.stop()
      await sweeping.stop()
      await emptying.stop()
      await scanning?.stop()
      printer.close()
      await apollo.stop()
      await requests.close()
      await authentication.close()
    },
  }
}
