import { setTimeout as sleep } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { checkDatabase } from './check-database.js'
import { connectOrm, type DatabaseAddress } from './connect.js'
import { findRunningPostgres } from './embedded/join-postgres.js'
import { startEmbeddedPostgres } from './embedded-postgres.js'
import { entities } from './entities.js'
import { migrateDatabase } from './migrate.js'
import { migrations } from './migrations/index.js'

export interface OpenDatabase {
  orm: MikroORM
  /** Closes the connections, and ends the bundled PostgreSQL within about `patienceMs` milliseconds. */
  close(patienceMs: number): Promise<void>
}

/**
 * The same for a command: beside a running service it uses that one's bundled PostgreSQL.
 * @throws {StartupError} for whatever a person has to change first
 */
export async function openDatabaseBeside(config: Config, logger: Logger): Promise<OpenDatabase> {
  const running = config.databaseUrl === undefined ? findRunningPostgres(config.dataDir) : undefined
  return running ? connect(config, logger, running, async () => {}) : openDatabase(config, logger, () => {})
}

/**
 * The database of this configuration, migrated and connected: the one of `DATABASE_URL`, else the bundled PostgreSQL.
 * @param onLost called when the bundled PostgreSQL ended by itself and could not be started again
 * @throws {StartupError} for whatever a person has to change first
 */
export async function openDatabase(
  config: Config,
  logger: Logger,
  onLost: (error: unknown) => void,
): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, databasePoolSize } = config
  if (databaseUrl !== undefined) {
    const address = { connectionString: databaseUrl }
    await checkDatabase(address)
    return connect(config, logger, address, async () => {})
  }
  // Beside the pool: the migration's connections, and a person with psql.
  const maxConnections = Math.max(100, databasePoolSize + 20)
  const postgres = await startEmbeddedPostgres({ dataDir, maxConnections, durable: true, logger, onLost })
  try {
    return await connect(config, logger, postgres.connection, postgres.stop)
  } catch (error) {
    await postgres.stop(2_000)
    throw error
  }
}

async function connect(
  { databasePoolSize: poolSize, databasePooler: pooler, statementTimeoutMs }: Config,
  logger: Logger,
  address: DatabaseAddress,
  stop: (patienceMs: number) => Promise<void>,
): Promise<OpenDatabase> {
  await migrateDatabase(address, migrations, logger)
  const orm = await connectOrm(address, { entities, poolSize, pooler, statementTimeoutMs, logger })
  const close = async (patienceMs: number) => {
    // A connection in the middle of a statement would be waited for: PostgreSQL ends those itself.
    await Promise.race([orm.close(true), sleep(patienceMs / 2)])
    await stop(patienceMs / 2)
  }
  return { orm, close }
}
