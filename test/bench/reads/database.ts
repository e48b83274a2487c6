import { totalmem } from 'node:os'
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
 * It isn't durable (fsync off): hardly anything is written while servers are measured, and it can be made again.
 */
export async function startDatabase(size: number, maxConnections: number): Promise<BenchDatabase> {
  const dataDir = join(dataRoot, String(size))
  const start = () =>
    startEmbeddedPostgres({
      dataDir,
      maxConnections,
      durable: false,
      logger: pino({ level: 'silent' }),
      onLost: (error) => console.error('PostgreSQL ended, and with it the bench:', error),
    })
  let postgres = await start()
  const stop = () => postgres.stop(10_000)
  try {
    await onConnection(postgres, (client) => loadData(client, size))
    if (await onConnection(postgres, giveMemory)) {
      await stop()
      postgres = await start()
    }
    await onConnection(postgres, fillMemory)
  } catch (error) {
    await stop()
    throw error
  }
  const pid = readPidFile(join(findClusterFolder(dataDir).path, 'data'))?.pid
  if (pid === undefined) throw new Error('PostgreSQL has no process id.')
  return { connection: postgres.connection, pid, stop }
}

async function onConnection<T>({ connection }: EmbeddedPostgres, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Has PostgreSQL use a quarter of the machine's memory, as its manual advises, divided between the two databases of a
 * run: with its default of 128 MB, what a read costs would depend on how much of a table the system has at hand.
 * @returns whether it has to start again for that
 */
async function giveMemory(client: pg.Client): Promise<boolean> {
  const size = `${Math.floor(totalmem() / 8 / 2 ** 20)}MB`
  const { rows } = await client.query<{ given: boolean }>(
    `select pg_size_bytes(current_setting('shared_buffers')) = pg_size_bytes($1) as given`,
    [size],
  )
  if (rows[0]?.given) return false
  await client.query(`alter system set shared_buffers = '${size}'`)
  return true
}

/** Reads all tables and indexes into PostgreSQL's memory, so that the first servers measured don't pay for it. */
async function fillMemory(client: pg.Client): Promise<void> {
  await client.query('create extension if not exists pg_prewarm')
  await client.query(
    `select pg_prewarm(oid) from pg_class where relnamespace = 'bench'::regnamespace and relkind in ('r', 'i')`,
  )
}

async function loadData(client: pg.Client, size: number): Promise<void> {
  const made = await client
    .query<{ version: number; size: number }>('select version, size from bench.made_with')
    .catch(() => ({ rows: [] }))
  if (made.rows[0]?.version === dataVersion && made.rows[0].size === size) return
  console.error(`Making ${size} applications; the next run finds them.`)
  await client.query(`begin; ${dataStatements(size).join(';\n')}; commit`)
  await client.query('vacuum analyze')
  await client.query('checkpoint')
}
