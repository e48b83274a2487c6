import type { MikroORM } from '@mikro-orm/postgresql'
import fastify from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { PoolClient } from 'pg'
import { type Logger, pino } from 'pino'
import { publicViewer } from '../../server/access/viewer.js'
import { createAuthentication } from '../../server/account/authentication.js'
import { callerOf } from '../../server/account/caller.js'
import { PreparedStatements } from '../../server/database/prepared-statements.js'
import { Files } from '../../server/document/files.js'
import { EditionRegister } from '../../server/guideline/edition-register.js'
import { createApollo } from '../../server/http/apollo.js'
import type { Context } from '../../server/http/context.js'
import { DocumentStore } from '../../server/http/document-store.js'
import { answerFailures } from '../../server/http/failures.js'
import { graphqlRoute } from '../../server/http/graphql.route.js'
import { KnownReads } from '../../server/http/known-reads.js'
import { limits } from '../../server/http/limits.js'
import { localeOf } from '../../server/http/locale.js'
import { logRequests } from '../../server/http/request-log.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { passThroughPlugin } from '../../server/selection/answer/pass-through.plugin.js'
import { Cancellation } from '../../server/selection/cancellation.js'
import { policyEm } from '../../server/selection/policy/policy-filter.js'
import { createReadEngine } from '../../server/selection/read-engine.js'
import type { EntityDeclaration } from '../../server/selection/selection.js'

/** A service that answers in one of the two ways, on a port of its own. */
export type Service = {
  /** Its address without a path. */
  readonly url: string
  /** Sends a request and gives the answer's status and bytes. */
  send(request: GraphqlRequest): Promise<{ status: number; text: string }>
  /** The SQL that ran since the last call. */
  takeStatements(): string[]
  /** How many answers graphql-js has completed since the last call. */
  takeCompleted(): number
  /** How many requests have gone through Apollo Server's pipeline since the last call. */
  takePipelined(): number
  close(): Promise<void>
}

export type GraphqlRequest = {
  query: string
  variables?: Record<string, unknown>
  language?: string
  viewer?: string
  signal?: AbortSignal
}

type Options = {
  schema: GraphQLSchema
  orm: MikroORM
  /** How the engine reads; without any, the schema's own resolvers answer. */
  selections?: readonly EntityDeclaration[]
  /** False: graphql-js completes every answer. */
  passThrough?: boolean
  namedStatements?: boolean
  logger?: Logger
  now?: () => Date
}

/** The schema over HTTP as the service has it, with the header `x-viewer` for policies that know viewers by a name; without a name it is the public. */
export async function serve({
  schema,
  orm,
  selections,
  passThrough,
  namedStatements = true,
  logger = pino({ level: 'silent' }),
  now = () => new Date(),
}: Options): Promise<Service> {
  const engine = selections && (await createReadEngine(schema, orm, selections, { namedStatements }))
  let completed = 0
  let pipelined = 0
  const documents = new DocumentStore(limits.storedCharacters)
  const apollo = createApollo({
    schema,
    logger,
    documents,
    plugins: [
      ...(engine ? [passThroughPlugin(engine, { passThrough })] : []),
      {
        async requestDidStart() {
          pipelined++
          return { executionDidStart: async () => void completed++ }
        },
      },
    ],
  })
  await apollo.start()
  const server = fastify({ logger: false, exposeHeadRoutes: false, genReqId: () => 'test' })
  logRequests(server, logger)
  answerFailures(server, logger)
  const editions = new EditionRegister(orm)
  const keyring = new Keyring(newKeySet())
  const files = new Files({ dataDir: '.data', secrets: () => [] })
  const pool = await orm.em.getConnection().getNativeClient()
  const authentication = createAuthentication({ pool, keyring, logger })
  function em(this: Context) {
    // An oracle has no engine, and rows of nobody's only.
    if (!engine) return orm.em.fork()
    return policyEm(orm, engine.model, this)
  }
  graphqlRoute(server, {
    apollo,
    ...(engine && passThrough && { knownReads: new KnownReads(schema, documents, engine) }),
    corsOrigins: [],
    showPage: () => false,
    makeContext(request, reply) {
      const { headers, id, trace } = request
      const cancellation = new Cancellation()
      reply.raw.once('close', () => reply.raw.writableFinished || cancellation.cancel())
      const locale = localeOf(headers['accept-language'])
      const caller = callerOf(request, reply, { corsOrigins: [] })
      const signIn = { viewer: publicViewer, session: null, caller, authentication }
      const base = {
        locale,
        editions,
        narrativeMaxCharacters: 50_000,
        statements: new PreparedStatements(pool, false),
        keyring,
        files,
        em,
        now,
        cancellation,
        requestId: id,
        trace,
      }
      return Object.assign({ ...base, ...signIn }, { viewer: headers['x-viewer'] || publicViewer })
    },
  })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  let statements: string[] = []
  const recorded = new WeakSet<PoolClient>()
  pool.on('acquire', (client) => {
    if (!recorded.has(client)) recordStatements(client, (text) => statements.push(text))
    recorded.add(client)
  })
  return {
    url,
    async send({ query, variables, language = 'zh-CN', viewer = '', signal }) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language, 'x-viewer': viewer },
        body: JSON.stringify({ query, variables }),
        signal,
      })
      return { status: response.status, text: await response.text() }
    },
    takeStatements() {
      const taken = statements
      statements = []
      return taken
    },
    takeCompleted() {
      const taken = completed
      completed = 0
      return taken
    },
    takePipelined() {
      const taken = pipelined
      pipelined = 0
      return taken
    },
    async close() {
      await server.close()
      await apollo.stop()
    },
  }
}

function recordStatements(client: PoolClient, record: (text: string) => void): void {
  const query = client.query.bind(client)
  client.query = ((first: string | { text: string }, ...rest: []) => {
    record(typeof first === 'string' ? first : first.text)
    return query(first as string, ...rest)
  }) as typeof client.query
}
