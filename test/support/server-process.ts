import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The service as a process of its own, as `npm start` builds and runs it. */
export interface ServerProcess {
  pid: number
  /** The address without a path; empty when it ended before it was ready. */
  url: string
  /** Milliseconds from its start to its ready line. */
  readyAfterMs: number
  /** Settles with the exit code (null after a signal that was not caught) and all that it wrote. */
  ended: Promise<{ code: number | null; output: string; errors: string }>
  kill(signal: NodeJS.Signals): void
}

const root = fileURLToPath(new URL('../..', import.meta.url))
let built = false
const running = new Set<ChildProcess>()

/** Starts the service and waits until it is ready or has ended. Unless told otherwise it takes a free port and logs errors. */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  if (!built) execFileSync(process.execPath, ['setup.mjs', 'build'], { cwd: root })
  built = true
  const began = performance.now()
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return { code, output, errors }
  })
  const ready = new Promise<void>((resolve) => child.stdout.on('data', () => output.includes('\n') && resolve()))
  await Promise.race([ready, ended])
  const url = /http:\/\/[^/\s]+/.exec(output)?.[0] ?? ''
  const readyAfterMs = performance.now() - began
  return { pid: child.pid ?? 0, url, readyAfterMs, ended, kill: (signal) => void child.kill(signal) }
}

/** Ends what a failed test has left running. */
export async function killServers(): Promise<void> {
  await Promise.all([...running].map((child) => child.kill('SIGKILL') && once(child, 'close')))
}
