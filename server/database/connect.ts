import { type EntityClass, type EntitySchema, MikroORM } from '@mikro-orm/postgresql'
import type { ClientConfig, PoolConfig } from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config.js'

/** Where a PostgreSQL is: the parts of its address, or a URL as `connectionString`. */
export type DatabaseAddress = Pick<
  ClientConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database'
>

export interface ConnectOptions {
  entities: (EntityClass | EntitySchema)[]
  poolSize: number
  /** Longest run of one statement in milliseconds, 0 for no limit. */
  statementTimeoutMs: number
  /** What stands between: a session's time limit can't be set where a pooler lends connections for a transaction. */
  pooler?: Config['databasePooler']
  logger: Logger
}

/**
 * The ORM on a pool of its own, with connections made as they are needed. `orm.em.getConnection().getNativeClient()`
 * gives that `pg.Pool` (a promise; typed on `PostgreSqlConnection`). The ORM listens to the errors of idle and of
 * checked-out clients alike, so a lost connection fails its statement and never the process.
 */
export async function connectOrm(address: DatabaseAddress, options: ConnectOptions): Promise<MikroORM> {
  const { entities, poolSize, statementTimeoutMs, pooler, logger } = options
  // Given to pg as they are: the ORM's own reading of a URL drops sslmode, sockets and every other parameter.
  const driverOptions: PoolConfig = {
    ...address,
    max: poolSize,
    application_name: 'shenbao',
    connectionTimeoutMillis: 10_000,
    // Hours and days of instants are the same whatever zone the database and its role have: PgBouncer and its like know a
    // client's zone, and give it to each connection that they lend. And no forgotten statement blocks one for good.
    onConnect: (client) =>
      client.query(
        pooler === 'transaction'
          ? `set timezone = 'UTC'`
          : `set timezone = 'UTC'; set statement_timeout = ${statementTimeoutMs}`,
      ),
  }
  const orm = await MikroORM.init({
    entities,
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
    dbName: databaseName(address),
    driverOptions,
    colors: false,
    logger: (message) => logger.warn({ source: 'orm' }, message),
  })
  // Makes the pool, whose connections are made later; without it `orm.isConnected()` answers no until the first query.
  await orm.connect()
  return orm
}

/** The name of the database at an address. */
export function databaseName({ database, connectionString }: DatabaseAddress): string {
  if (database !== undefined || connectionString === undefined) return database ?? 'postgres'
  const path = /^[a-z]+:\/\/[^/]*\/([^?#]*)/i.exec(connectionString)?.[1]
  return decodeURIComponent(path || 'postgres')
}
