import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseAddress } from '../connect.js'
import { superuser } from './cluster.js'
import { findClusterFolder } from './cluster-folder.js'
import { findPostmaster, readPidFile } from './postmaster.js'

/**
 * The address of the bundled PostgreSQL that a running service holds on `dataDir`, for commands that work beside it;
 * undefined when none runs there, or isn't ready.
 * @throws {StartupError} when DATA_DIR can't be used
 */
export function findRunningPostgres(dataDir: string): DatabaseAddress | undefined {
  const { path } = findClusterFolder(dataDir)
  const data = join(path, 'data')
  const found = findPostmaster(data)
  if (found === undefined || found === 'stranger' || found.keeper === undefined) return undefined
  const state = readPidFile(data)
  if (!state?.ready) return undefined
  const password = readFileSync(join(path, 'password'), 'utf8')
  return { host: '127.0.0.1', port: state.port, user: superuser, password, database: 'postgres' }
}
