import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { findClusterFolder } from '../../../server/database/embedded/cluster-folder.js'
import { readPidFile } from '../../../server/database/embedded/postmaster.js'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../server/database/embedded-postgres.js'
import { dataStatements, dataVersion } from './data.js'

const dataRoot = join(import.meta.dirname, '../../../.data/bench-reads')

export type BenchDatabase = {
  readonly connection: EmbeddedPostgres['connection']
  /** Process id of the postmaster, the parent of all its backends. */
  readonly pid: number
  stop(): Promise<void>
}

/**
 * A PostgreSQL of the bench's own, with `size` applications in its schema `bench`. The data stays for the next run.
 * It isn't durable (fsync off): nothing is written while servers are measured, and it can be made again.
 */
export async function startDatabase(size: number, maxConnections: number): Promise<BenchDatabase> {
  const dataDir = join(dataRoot, String(size))
  const postgres = await startEmbeddedPostgres({
    dataDir,
    maxConnections,
    durable: false,
    logger: pino({ level: 'silent' }),
    onLost: (error) => console.error('PostgreSQL ended, and with it the bench:', error),
  })
  const stop = () => postgres.stop(10_000)
  try {
    await loadData(postgres.connection, size)
  } catch (error) {
    await stop()
    throw error
  }
  const pid = readPidFile(join(findClusterFolder(dataDir).path, 'data'))?.pid
  if (pid === undefined) throw new Error('PostgreSQL has no process id.')
  return { connection: postgres.connection, pid, stop }
}

async function loadData(connection: EmbeddedPostgres['connection'], size: number): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const made = await client
      .query<{ version: number; size: number }>('select version, size from bench.made_with')
      .catch(() => ({ rows: [] }))
    if (made.rows[0]?.version === dataVersion && made.rows[0].size === size) return
    console.error(`Making ${size} applications; the next run finds them.`)
    await client.query(`begin; ${dataStatements(size).join(';\n')}; commit`)
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}
