import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuSeconds, residentMemory } from './process-usage.js'

const root = join(import.meta.dirname, '../..')

/** A service in a process of its own, started as `npm start` does after its build. */
export type ServerProcess = {
  readonly url: string
  /** Milliseconds from the start of the process to the line that says it is ready. */
  readonly readyAfter: number
  /** Resident memory of the server itself, without PostgreSQL, in MiB; only where /proc tells. */
  memory(): number
  /** Processor time that it has used, without PostgreSQL, in seconds; only where /proc tells. */
  cpu(): number
  stop(): Promise<void>
}

/** A new folder for a service's data; open to the account that PostgreSQL runs as when we are root. */
export async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shenbao-bench-'))
  await chmod(folder, 0o755)
  return folder
}

export async function startServer(dataFolder: string): Promise<ServerProcess> {
  const started = performance.now()
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [, ...args] = (scripts.start as string).split(' ')
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataFolder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyLine(child)
  return {
    url,
    readyAfter: performance.now() - started,
    memory: () => residentMemory(child.pid as number),
    cpu: () => cpuSeconds(child.pid as number),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function readyLine(child: ChildProcess): Promise<string> {
  let printed = ''
  child.stdout?.setEncoding('utf8')
  for await (const chunk of child.stdout as AsyncIterable<string>) {
    printed += chunk
    const url = /https?:\/\/\S+\/graphql/.exec(printed)?.[0]
    if (url) return url
  }
  throw new Error(`The server ended before it was ready. It printed: ${printed}`)
}
