import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Account } from './account.js'
import { clusterName, readPidFile } from './postmaster.js'

export interface RunOptions {
  /** The folder of the PostgreSQL programs. */
  native: string
  data: string
  account: Account | undefined
  port: number
  /** The folder of the Unix socket; undefined for none. */
  socketFolder: string | undefined
  maxConnections: number
  /** False for tests: a crash of the machine may then cost the data. */
  durable: boolean
  logger: Logger
}

export interface RunningPostgres {
  /** Settles when PostgreSQL has ended, for whatever reason. */
  exited: Promise<void>
  /** Ends it with all connections and the data written; past `patienceMs` milliseconds at once, which is safe as well. */
  stop(patienceMs: number): Promise<void>
}

/** PostgreSQL ended before it took connections; the message is its own. */
export class PostgresRefusal extends Error {}

/**
 * Starts PostgreSQL on a prepared data folder and waits until it takes connections, recovery after a crash included.
 * @throws {PostgresRefusal}
 */
export async function runPostgres(options: RunOptions): Promise<RunningPostgres> {
  const { native, data, account, logger } = options
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...settings(options)], {
    ...account,
    // A process group of its own: Ctrl-C must reach us only, or PostgreSQL would be gone before requests are drained.
    detached: process.platform !== 'win32',
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.splice(0, lines.length - 20, line)
    logger.debug({ line }, 'postgres')
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => resolve(void lines.push(error.message)))
  })
  const releaseWatcher = watch(child, data, account)
  void exited.then(releaseWatcher)

  if (!(await becomesReady(child, data, exited))) {
    await Promise.race([once(child, 'close'), sleep(100)])
    throw new PostgresRefusal(lines.join('\n'))
  }
  return { exited, stop: (patienceMs) => stop(child, exited, patienceMs) }
}

function settings({ port, socketFolder, maxConnections, durable }: RunOptions): string[] {
  const values = {
    cluster_name: clusterName(process.pid),
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: socketFolder ?? '',
    unix_socket_permissions: '0700',
    max_connections: maxConnections,
    // Failed statements and row values stay out of the log: they may hold personal data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function becomesReady({ pid }: ChildProcess, data: string, exited: Promise<void>): Promise<boolean> {
  let ended = false
  void exited.then(() => {
    ended = true
  })
  while (!ended) {
    const file = readPidFile(data)
    if (file?.ready && file.pid === pid) return true
    await sleep(5)
  }
  return false
}

/**
 * Nothing of ours runs after kill -9, so a small shell does: its input ends when this process ends, and it then ends
 * PostgreSQL, provided that the data folder still names the same one. A line of input tells it that all is over.
 * Windows has no such shell: there the next start names the PostgreSQL that was left behind, to be ended by hand.
 */
function watch(child: ChildProcess, data: string, account: Account | undefined): () => void {
  if (process.platform === 'win32' || child.pid === undefined) return () => {}
  const script = `
    read -r _ && exit
    for signal in INT INT INT QUIT; do
      if read -r pid < "$1/postmaster.pid" && [ "$pid" = "$2" ]; then kill -$signal "$2"; fi
      sleep 2
      kill -0 "$2" || exit
    done`
  const watcher = spawn('sh', ['-c', script, 'sh', data, String(child.pid)], {
    ...account,
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  watcher.stdin.on('error', () => {})
  return () => watcher.stdin.end('\n')
}

async function stop(child: ChildProcess, exited: Promise<void>, patienceMs: number): Promise<void> {
  const steps = [
    { signal: 'SIGINT', waitMs: patienceMs },
    { signal: 'SIGQUIT', waitMs: 500 },
    { signal: 'SIGKILL', waitMs: 500 },
  ] as const
  for (const { signal, waitMs } of steps) {
    child.kill(signal)
    const waiting = new AbortController()
    const late = sleep(waitMs, true, waiting).catch(() => false)
    if (!(await Promise.race([exited.then(() => false), late]))) {
      waiting.abort()
      return
    }
  }
}
