import 'reflect-metadata'
import { pino } from 'pino'
import { buildSchemaSync } from 'type-graphql'
import { createApp } from '../../../../server/app.js'
import { connectOrm } from '../../../../server/database/connect.js'
import { directResolvers } from '../../../../server/direct-resolvers.js'
import { newKeySet } from '../../../../server/secrets/key-material.js'
import { Keyring } from '../../../../server/secrets/keyring.js'
import { Application, BudgetLine, Organisation, Partner, Person, Personnel, Review } from './application.entity.js'
import { ApplicationResolver } from './application.resolver.js'
import { applicationSelections, type DistrictViewer } from './application.selection.js'

/*
 * The service itself, over the bench's tables.
 */
const environment = process.env
const resolvers = [ApplicationResolver] as const
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
const viewer: DistrictViewer = { districts: JSON.parse(environment.VIEWER_DISTRICTS ?? '[]') }
const app = await createApp({
  config: {
    host: '127.0.0.1',
    port: 0,
    bodyLimit: 1_048_576,
    corsOrigins: [],
    databasePooler: 'none',
    dataDir: '.data',
    narrativeMaxCharacters: 50_000,
  },
  orm,
  logger,
  keyring: new Keyring(newKeySet()),
  schema: directResolvers(buildSchemaSync({ resolvers, validate: false }), resolvers),
  selections: applicationSelections,
  viewerOf: () => viewer,
})
console.log(`listening on ${new URL(await app.listen()).port}`)
