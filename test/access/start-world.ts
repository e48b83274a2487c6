import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { type Logger, pino } from 'pino'
import { connectOrm } from '../../server/database/connect.js'
import { entities } from '../../server/database/entities.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { createTestDatabase, type TestDatabase } from '../support/test-database.js'
import type { Checking } from './check-rows.js'
import { expectRows } from './expected-rows.js'
import { tableHashes } from './table-hashes.js'
import { makeWorld, openSessions } from './world.js'
import { serveWorld } from './world-service.js'

export interface StartedWorld extends Checking {
  readonly orm: MikroORM
  readonly keyring: Keyring
  readonly database: TestDatabase
  readonly dataDir: string
  readonly logger: Logger
  /** Gives everybody a session again whose session has ended. */
  restoreSessions(): Promise<void>
  /** Hashes of all tables. */
  hashes(): Promise<Record<string, string>>
  close(): Promise<void>
}

/** The world in a database of its own, and the service on it. */
export async function startWorld(logger: Logger = pino({ level: 'silent' })): Promise<StartedWorld> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'shenbao-world-'))
  const address = { connectionString: database.url }
  const orm = await connectOrm(address, { entities, poolSize: 4, statementTimeoutMs: 0, logger })
  const keyring = new Keyring(newKeySet())
  const world = await makeWorld(orm, keyring)
  const seen = await expectRows(orm, world)
  const service = await serveWorld({ orm, keyring, logger, dataDir, world })
  return {
    ...{ orm, keyring, database, dataDir, logger, world, seen, service },
    restoreSessions: () => openSessions(orm),
    hashes: () => tableHashes(orm),
    async close() {
      await service.close()
      await orm.close(true)
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
