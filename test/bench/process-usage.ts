import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, on every architecture that Node runs on. */
const ticksPerSecond = 100

/** Processor time that a process has used, in seconds. Linux only. */
export function cpuSeconds(pid: number): number {
  const { own } = readStat(pid)
  return own
}

/** The part of it that some of the process's threads have used. The first thread, in which Node runs JavaScript, has the id `pid`. */
export function threadCpuSeconds(pid: number, counts: (thread: { id: number; name: string }) => boolean): number {
  return readdirSync(`/proc/${pid}/task`)
    .filter((id) => counts({ id: Number(id), name: readFileSync(`/proc/${pid}/task/${id}/comm`, 'utf8').trim() }))
    .reduce((sum, id) => sum + readStat(`${pid}/task/${id}`).own, 0)
}

/** Processor time of a process and all its children, those that have ended included. */
export function familyCpuSeconds(pid: number): number {
  const { own, ended } = readStat(pid)
  return own + ended + childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), 0)
}

/** Resident memory in MiB. */
export function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => readStat(other).parent === pid)
}

/** proc(5): after the name in parentheses come state, parent, …; times are fields 14 to 17. */
function readStat(process: number | string): { parent: number; own: number; ended: number } {
  let stat: string
  try {
    stat = readFileSync(`/proc/${process}/stat`, 'utf8')
  } catch {
    // It ended between being listed and being read.
    return { parent: 0, own: 0, ended: 0 }
  }
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const seconds = (...positions: number[]) =>
    positions.reduce((sum, position) => sum + (fields[position - 3] ?? 0), 0) / ticksPerSecond
  return { parent: fields[1] ?? 0, own: seconds(14, 15), ended: seconds(16, 17) }
}
