import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { districts } from './data.js'
import type { BenchDatabase } from './database.js'
import { classDocuments, postgraphileDocuments, shenbaoDocuments } from './documents.js'
import { type Dialect, graphqlDialect, restDialect } from './works.js'

const root = join(import.meta.dirname, '../../..')
const peers = join(root, 'test/bench/peers')
const profiler = new URL('./profiler.ts', import.meta.url).href

/** As the JSON of the bench names them. */
export const serverNames = ['shenbao', 'sql', 'postgraphile', 'postgraphileRls', 'usual'] as const
export type ServerName = (typeof serverNames)[number]

type Definition = {
  /** Options of Node that the server's own start command has. */
  readonly options?: readonly string[]
  /** The compiled program. */
  readonly program: string
  readonly dialect: Dialect
  readonly environment?: Readonly<Record<string, string>>
}

const definitions: Record<ServerName, Definition> = {
  shenbao: {
    options: ['--max-semi-space-size=16'],
    program: join(root, 'dist/bench/test/bench/reads/shenbao/shenbao-server.js'),
    dialect: graphqlDialect(shenbaoDocuments, (id) => `Application:${id}`),
    environment: { VIEWER_DISTRICTS: JSON.stringify(districts) },
  },
  sql: { program: join(peers, 'dist/sql-server.js'), dialect: restDialect },
  postgraphile: {
    program: join(peers, 'dist/postgraphile-server.js'),
    dialect: graphqlDialect(postgraphileDocuments, (id) => id),
    environment: { GRAPHILE_ENV: 'production' },
  },
  postgraphileRls: {
    program: join(peers, 'dist/postgraphile-server.js'),
    dialect: graphqlDialect(postgraphileDocuments, (id) => id),
    environment: { GRAPHILE_ENV: 'production', VIEWER_DISTRICTS: `{${districts}}` },
  },
  usual: { program: join(peers, 'dist/usual-server.js'), dialect: graphqlDialect(classDocuments, String) },
}

export type Server = {
  readonly name: ServerName
  readonly dialect: Dialect
  readonly port: number
  readonly pid: number
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** Compiles all servers' programs as `npm start` does, after installing what the other servers need. */
export function preparePrograms(): void {
  const changedAt = (path: string) => statSync(join(peers, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
    console.error('Installing the servers to compare with (test/bench/peers).')
    run('npm', ['ci', '--no-audit', '--no-fund'], peers)
  }
  for (const project of [peers, join(root, 'test/bench/reads/shenbao')])
    run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], root)
}

/** Starts a server in a process of its own, on the bench's database; a profiled one takes the profiler's messages. */
export async function startServer(
  name: ServerName,
  { connection }: BenchDatabase,
  poolSize: number,
  profiled?: 'profiled',
): Promise<Server> {
  const { options = [], program, dialect, environment } = definitions[name]
  const child = spawn(process.execPath, [...options, ...(profiled ? ['--import', profiler] : []), program], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      POOL_SIZE: String(poolSize),
      PGHOST: connection.host,
      PGPORT: String(connection.port),
      PGUSER: connection.user,
      PGPASSWORD: connection.password,
      PGDATABASE: connection.database,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit', ...(profiled ? (['ipc'] as const) : [])],
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  for await (const line of createInterface({ input: child.stdout as Readable })) {
    const port = Number(/^listening on (\d+)$/.exec(line)?.[1])
    if (port) return { name, dialect, port, pid: child.pid as number, child, stop }
  }
  throw new Error(`The server ${name} ended before it was ready.`)
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`)
}
