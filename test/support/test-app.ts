import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { type Logger, pino } from 'pino'
import { createApp } from '../../server/app.js'
import { loadConfig } from '../../server/config.js'
import { connectOrm } from '../../server/database/connect.js'
import { entities } from '../../server/database/entities.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { createTestDatabase, type TestDatabase } from './test-database.js'

export interface TestApp {
  /** The service's address without a path. */
  url: string
  orm: MikroORM
  /** Keys of its own. */
  keyring: Keyring
  database: TestDatabase
  /** Its DATA_DIR, which ends with it. */
  dataDir: string
  close(): Promise<void>
}

/** What a test may set of the service beside its environment: the clock, and who asks. */
export type TestAppOptions = Pick<Parameters<typeof createApp>[0], 'now' | 'viewerOf'>

/** Keys and log of a service; of its own and silent, if left out. */
export type Given = { readonly keyring?: Keyring; readonly logger?: Logger }

/**
 * The whole service on a free port and a database of its own, in this process.
 * @param environment variables beside the defaults, as a person would set them
 */
export async function startTestApp(
  environment: Record<string, string> = {},
  options: TestAppOptions | ((orm: MikroORM) => TestAppOptions) = {},
  given: Given = {},
): Promise<TestApp> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'shenbao-app-'))
  const defaults = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: database.url, DATA_DIR: dataDir }
  const config = loadConfig({ ...defaults, ...environment })
  const logger = given.logger ?? pino({ level: config.logLevel })
  const { databasePoolSize: poolSize, databasePooler: pooler, statementTimeoutMs } = config
  const address = { connectionString: database.url }
  const orm = await connectOrm(address, { entities, poolSize, pooler, statementTimeoutMs, logger })
  const keyring = given.keyring ?? new Keyring(newKeySet())
  const app = await createApp({
    config,
    orm,
    logger,
    keyring,
    ...(typeof options === 'function' ? options(orm) : options),
  })
  const close = async () => {
    await app.close()
    await orm.close(true)
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: await app.listen(), orm, keyring, database, dataDir, close }
}
