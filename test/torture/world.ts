import type { IncomingHttpHeaders } from 'node:http'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { publicViewer } from '../../server/access/viewer.js'
import { createApp } from '../../server/app.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import type { EntityDeclaration } from '../../server/selection/selection.js'
import { serve } from '../selection/serve.js'
import { query } from '../support/test-database.js'
import type { Source } from './source.js'

/** One database behind three services, and what to ask them. */
export type World = {
  readonly name: string
  readonly source: Source
  /** The service as it is: PostgreSQL's JSON where possible. */
  readonly direct: string
  /** graphql-js completes every answer. */
  readonly completed: string
  /** Answers without the engine. */
  readonly oracle: string
  /** Whether the oracle can answer a document; any, if left out. */
  oracleKnows?(query: string): boolean
  /** Errors that belong to the world: a resolver that throws, a row that must be and is hidden. */
  readonly faults?: RegExp
  /** Ids in a text that this viewer must not get. */
  hiddenFrom?(viewer: string, text: string): string[]
  /** Errors that the services have masked, since the last call. */
  takeMasked(): string[]
  /** Ends it all, and tells how many statements PostgreSQL has refused or cancelled. */
  close(): Promise<number>
}

type Options = {
  readonly orm: MikroORM
  readonly databaseUrl: string
  readonly makeSchema: () => GraphQLSchema
  readonly selections: readonly EntityDeclaration[]
  readonly oracle: GraphQLSchema
}

/** The clock of all services: verdicts of one moment can be compared. */
const now = () => new Date('2023-06-15T04:00:00Z')

export type Services = Pick<World, 'direct' | 'completed' | 'oracle' | 'takeMasked' | 'close'>

export async function startServices({ orm, databaseUrl, makeSchema, selections, oracle }: Options): Promise<Services> {
  let masked: string[] = []
  const write = (line: string) => {
    const { error } = JSON.parse(line) as { error?: { message?: string } }
    masked.push(error?.message ?? line)
  }
  const logger = pino({ level: 'error' }, { write })
  const config = {
    host: '127.0.0.1',
    port: 0,
    bodyLimit: 2 ** 20,
    corsOrigins: [],
    databasePooler: 'none' as const,
    dataDir: '.data',
    narrativeMaxCharacters: 50_000,
  }
  const viewerOf = ({ headers }: { headers: IncomingHttpHeaders }) => ({ viewer: headers['x-viewer'] || publicViewer })
  const app = await createApp({
    config,
    orm,
    logger,
    keyring: new Keyring(newKeySet()),
    now,
    schema: makeSchema(),
    selections,
    viewerOf,
  })
  const completed = await serve({ schema: makeSchema(), orm, selections, passThrough: false, logger, now })
  const withoutEngine = await serve({ schema: oracle, orm, now })
  return {
    direct: await app.listen(),
    completed: completed.url,
    oracle: withoutEngine.url,
    takeMasked() {
      const taken = masked
      masked = []
      return taken
    },
    async close() {
      await Promise.all([app.close(), completed.close(), withoutEngine.close()])
      await orm.close(true)
      // A statement that fails is a transaction that is rolled back. Closed connections have told all they did.
      const [row] = await query<{ failed: string }>(
        databaseUrl,
        'select xact_rollback as failed from pg_stat_database where datname = current_database()',
      )
      return Number(row?.failed)
    },
  }
}
