import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A PostgreSQL that runs on a data folder. */
export interface Postmaster {
  pid: number
  /** The server process that started it; undefined when that one is gone, or never was one of ours. */
  keeper: number | undefined
  /** False when somebody else started PostgreSQL on our folder by hand. */
  ours: boolean
}

/** PostgreSQL's own name for a cluster, shown in its command line: it says which server process started it. */
export const clusterName = (serverPid: number) => `shenbao-${serverPid}`

/** True when a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Of postmaster.pid the first line is the process id, the fourth the port, the eighth `ready` once connections are taken. */
export function readPidFile(data: string): { pid: number; port: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * The PostgreSQL that runs on the data folder, if any. A postmaster.pid alone proves nothing: after a crash, and all the
 * more in a restarted container, its process id may belong to any other program, a `stranger`. A process that the system
 * doesn't describe counts as PostgreSQL: two on one folder would destroy the data.
 */
export function findPostmaster(data: string): Postmaster | 'stranger' | undefined {
  const pid = readPidFile(data)?.pid
  if (!pid || !isAlive(pid)) return undefined
  const { parent, command } = describeProcess(pid)
  if (command === '') return isAlive(pid) ? { pid, keeper: undefined, ours: false } : undefined
  if (!command.includes('postgres') || !command.includes(data)) return 'stranger'
  const ours = command.includes(clusterName(0).slice(0, -1))
  const keeper = command.includes(`=${clusterName(parent)} `) ? parent : undefined
  return { pid, keeper, ours }
}

/** Linux without procps (slim container images) has /proc only, macOS has `ps` only, Windows neither: then the command is empty. */
function describeProcess(pid: number): { parent: number; command: string } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { parent: Number(status.match(/^PPid:\s*(\d+)/m)?.[1]), command }
  } catch {
    const { stdout } = spawnSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' })
    const [, parent, command] = stdout?.match(/^\s*(\d+) (.*)$/m) ?? []
    return { parent: Number(parent), command: command ? `${command} ` : '' }
  }
}
