import type { GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { type App, createApp } from '../../server/app.js'
import { loadConfig } from '../../server/config.js'
import { connectOrm } from '../../server/database/connect.js'
import { entities } from '../../server/database/entities.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { unshown } from '../../server/selection/selection.js'
import { createTestDatabase } from '../support/test-database.js'

export type LoggedApp = {
  url: string
  /** Everything logged so far, at the most talkative level. */
  log(): string
  app: App
  orm: Awaited<ReturnType<typeof connectOrm>>
  close(): Promise<void>
}

type Options = {
  corsOrigins?: string[]
  /** A schema to serve in place of the service's own. */
  schema?: GraphQLSchema
}

/** The service with its log kept in memory. */
export async function startLoggedApp({ schema, ...options }: Options = {}): Promise<LoggedApp> {
  const database = await createTestDatabase()
  const config = { ...loadConfig({ PORT: '0', DATABASE_URL: database.url }), ...options }
  let log = ''
  const write = (line: string) => {
    log += line
  }
  const logger = pino({ level: 'trace' }, { write })
  const address = { connectionString: database.url }
  const orm = await connectOrm(address, { entities, poolSize: 2, statementTimeoutMs: 0, logger })
  const app = await createApp({
    config,
    orm,
    logger,
    keyring: new Keyring(newKeySet()),
    ...(schema && { schema, selections: entities.map(unshown) }),
  })
  const close = async () => {
    await app.close()
    await orm.close(true)
    await database.drop()
  }
  return { url: await app.listen(), log: () => log, app, orm, close }
}
