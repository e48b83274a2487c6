import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { connectOrm } from '../../server/database/connect.js'
import { isAlive } from '../../server/database/embedded/postmaster.js'
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres.js'
import { entities } from '../../server/database/entities.js'
import { migrateDatabase } from '../../server/database/migrate.js'
import { migrations } from '../../server/database/migrations/index.js'
import { storeBundledNotices } from '../../server/guideline/store-bundled-notices.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of this run's PostgreSQL, for its superuser. */
    postgresUrl: string
  }
}

/** The database that `createTestDatabase` copies: migrated, with the bundled notices. */
const template = 'template_shenbao'

const prefix = 'shenbao-test-'

/** One PostgreSQL for the whole run of vitest. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startTestPostgres()
  project.provide('postgresUrl', url)
  return stop
}

/**
 * A PostgreSQL with the template database, in a folder of its own: runs at the same time don't meet.
 * @param durable whether it waits for the disk, as in production; tests have nothing to lose
 */
export async function startTestPostgres(durable = false): Promise<{ url: string; stop(): Promise<void> }> {
  sweepKilledRuns()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  // As root, PostgreSQL runs as a user that has to get in.
  chmodSync(folder, 0o755)
  const logger = pino({ level: 'silent' })
  const onLost = (error: unknown) => console.error('the PostgreSQL of this test run is gone', error)
  const postgres = await startEmbeddedPostgres({ dataDir: folder, maxConnections: 200, durable, logger, onLost })

  const client = new pg.Client(postgres.connection)
  await client.connect()
  await client.query(`create database ${template}`)
  await client.end()
  const address = { ...postgres.connection, database: template }
  await migrateDatabase(address, migrations, logger)
  const orm = await connectOrm(address, { entities, poolSize: 2, statementTimeoutMs: 0, logger })
  await storeBundledNotices(orm.em, logger)
  await orm.close(true)

  return {
    url: postgres.url,
    async stop() {
      await postgres.stop(1_000)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A run that was killed leaves its folder, which is named after its process. Its PostgreSQL ended with it. */
function sweepKilledRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1])
    if (pid && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
