import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { StartupError } from '../startup-error.js'
import { findPostgres } from './embedded/binaries.js'
import { prepareCluster, superuser } from './embedded/cluster.js'
import { findClusterFolder } from './embedded/cluster-folder.js'
import { findPostmaster, isAlive, type Postmaster } from './embedded/postmaster.js'
import { PostgresRefusal, type RunningPostgres, type RunOptions, runPostgres } from './embedded/run-postgres.js'

export interface EmbeddedOptions {
  /** Where the data goes; made if missing. */
  dataDir: string
  maxConnections: number
  /** False for tests: a crash of the machine may then cost the data. */
  durable: boolean
  logger: Logger
  /** Called when PostgreSQL ended by itself and could not be started again. */
  onLost: (error: unknown) => void
}

export interface EmbeddedPostgres {
  /** For programs on this machine, over the Unix socket where there is one. */
  connection: { host: string; port: number; user: string; password: string; database: string }
  /** The same over TCP, as a URL, for the tools of people. */
  url: string
  stop(patienceMs: number): Promise<void>
}

/**
 * Runs the PostgreSQL that npm brought on `dataDir`, from a first `initdb` to recovery after a crash, and starts it again
 * should it end by itself. It ends with this process, kill -9 included (not on Windows).
 * @throws {StartupError} for whatever a person has to change first
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, maxConnections, durable, logger } = options
  const folder = findClusterFolder(dataDir)
  const data = join(folder.path, 'data')
  await awaitFree(data, folder.path)
  const native = findPostgres(folder.account)
  const { password } = await prepareCluster(folder, native, durable)
  removeStaleSockets(folder.path)

  const socketFolder = socketFits(folder.path) ? folder.path : undefined
  const port = await freePort()
  const run: RunOptions = { native, data, account: folder.account, port, socketFolder, maxConnections, durable, logger }
  const stop = keepRunning(await runWithPatience(run, folder.path), run, folder.path, options)
  const connection = { host: socketFolder ?? '127.0.0.1', port, user: superuser, password, database: 'postgres' }
  return { connection, url: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`, stop }
}

/** Starts PostgreSQL again whenever it ends by itself (out of memory, a kill by hand), until `stop` is called. */
function keepRunning(first: RunningPostgres, run: RunOptions, path: string, { logger, onLost }: EmbeddedOptions) {
  let current = first
  let stopping = false
  const supervise = async () => {
    for (;;) {
      await current.exited
      if (stopping) return
      logger.error('PostgreSQL ended by itself; starting it again')
      current = await runWithPatience(run, path)
    }
  }
  supervise().catch(onLost)
  return async (patienceMs: number) => {
    stopping = true
    await current.stop(patienceMs)
  }
}

/** Right after a crash the last processes of the old PostgreSQL may still hold its memory, or the port. */
async function runWithPatience(run: RunOptions, path: string): Promise<RunningPostgres> {
  const deadline = Date.now() + 5_000
  for (;;) {
    try {
      return await runPostgres(run)
    } catch (error) {
      if (!(error instanceof PostgresRefusal)) throw error
      await awaitFree(run.data, path)
      const passing = /still in use|already exists|could not bind|Address already in use/.test(error.message)
      if (!passing || Date.now() > deadline) throw refused(path, error)
      await sleep(100)
    }
  }
}

/**
 * Only one PostgreSQL may run on a folder. One whose server was killed is ending already, or is ended here.
 * @throws {StartupError} when a living server holds the folder
 */
async function awaitFree(data: string, path: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGINT', 'SIGQUIT'] as const) {
    const found = findPostmaster(data)
    if (found === undefined) return
    // PostgreSQL itself would take a living process with the noted id for its own kind, and refuse to start.
    if (found === 'stranger') return rmSync(join(data, 'postmaster.pid'), { force: true })
    if (found.keeper !== undefined || !found.ours) throw inUse(path, found)
    process.kill(found.pid, signal)
    for (let waited = 0; waited < 3_000 && isAlive(found.pid); waited += 20) await sleep(20)
  }
}

/** The port changes with every start, so a killed PostgreSQL's socket would stay for good. */
function removeStaleSockets(path: string): void {
  for (const name of readdirSync(path)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(path, name), { force: true })
  }
}

/** A socket's path has 103 bytes on macOS, 107 on Linux; Windows is spoken to over TCP. */
function socketFits(path: string): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(join(path, '.s.PGSQL.65535')) <= 103
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port')
  return address.port
}

function inUse(path: string, { pid, keeper }: Postmaster): StartupError {
  const holder =
    keeper === undefined
      ? { 'zh-CN': `PostgreSQL 进程 ${pid}`, en: `the PostgreSQL process ${pid}` }
      : { 'zh-CN': `另一个 Shenbao 服务（进程 ${keeper}）`, en: `another Shenbao server (process ${keeper})` }
  return new StartupError(
    { 'zh-CN': `数据库 ${path} 正被${holder['zh-CN']}使用。`, en: `The database ${path} is in use by ${holder.en}.` },
    {
      'zh-CN': `请先停止它（kill ${keeper ?? pid}），或用 DATA_DIR 指定其他文件夹；要运行多个服务，请用 DATABASE_URL 共用一个数据库。`,
      en: `Stop it first (kill ${keeper ?? pid}), or set DATA_DIR to another folder; to run several servers, let them share a database with DATABASE_URL.`,
    },
  )
}

function refused(path: string, cause: PostgresRefusal): StartupError {
  return new StartupError(
    {
      'zh-CN': `PostgreSQL 无法在 ${path} 上启动：\n${cause.message}`,
      en: `PostgreSQL did not start on ${path}:\n${cause.message}`,
    },
    {
      'zh-CN': '请按上面的说明处理（常见原因：磁盘已满、内存不足），然后重新启动。',
      en: 'See to what it says (often a full disk or too little memory), then start again.',
    },
    { cause },
  )
}
