import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { isAlive } from '../../server/database/embedded/postmaster.js'

/** An empty folder that everybody may enter (PostgreSQL is another user when the tests run as root), until the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-data-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The PostgreSQL that runs on a DATA_DIR, from the files that it keeps there. */
export function runningPostgres(dataDir: string): { pid: number; url: string } {
  const [pid, , , port] = readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(dataDir, 'postgres/password'), 'utf8')
  return { pid: Number(pid), url: `postgres://shenbao:${password}@127.0.0.1:${port}/postgres` }
}

/** Milliseconds until the condition holds, looked at every 20 ms. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs: number): Promise<number> {
  const began = performance.now()
  while (!(await condition())) {
    const waited = performance.now() - began
    if (waited > withinMs) throw new Error(`still not so after ${Math.round(waited)} ms: ${condition}`)
    await sleep(20)
  }
  return performance.now() - began
}

/** The id of a process that has ended. */
export async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  const pid = child.pid ?? 0
  if (isAlive(pid)) throw new Error(`process ${pid} has ended and yet runs`)
  return pid
}
