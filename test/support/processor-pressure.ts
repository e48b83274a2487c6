import { existsSync, readFileSync } from 'node:fs'

const file = '/proc/pressure/cpu'

/**
 * Milliseconds since the machine's start in which something that could have run waited for a processor (Linux, pressure stall
 * information). What is taken off a duration is not the measured program's doing: it shares the machine. Zero where it isn't known.
 */
export function contendedMs(): number {
  if (!existsSync(file)) return 0
  const [, total] = /^some .*total=(\d+)$/m.exec(readFileSync(file, 'utf8')) ?? []
  return Number(total ?? 0) / 1_000
}
