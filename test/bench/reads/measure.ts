import { WrongAnswer } from '../bench.js'
import { cpuSeconds, familyCpuSeconds } from '../process-usage.js'
import { HttpConnection } from './http-connection.js'
import type { Question } from './works.js'

export type Measured = {
  /** Answers a second. */
  readonly rps: number
  /** Milliseconds until the answer was there. */
  readonly p50: number
  readonly p99: number
  /** Microseconds of processor time for each answer. */
  readonly serverCpuUs: number
  readonly databaseCpuUs: number
}
type Load = {
  readonly server: { readonly name: string; readonly port: number; readonly pid: number }
  /** The postmaster's process id. */
  readonly databasePid: number
  readonly connections: number
  readonly milliseconds: number
  readonly next: () => Question
}

/**
 * Asks one question after the other on each connection for a time.
 * @throws {WrongAnswer} for an answer that is no application's data
 */
export async function measure({ server, databasePid, connections, milliseconds, next }: Load): Promise<Measured> {
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(server.port)))
  const latencies: number[] = []
  const cpuBefore = { server: cpuSeconds(server.pid), database: familyCpuSeconds(databasePid) }
  const started = performance.now()
  const until = started + milliseconds
  try {
    await Promise.all(
      open.map(async (connection) => {
        for (let asked = performance.now(); asked < until; ) {
          const answer = await connection.ask(next())
          const now = performance.now()
          latencies.push(now - asked)
          asked = now
          // All questions ask for the status. Whole answers are compared before and after.
          if (!answer.includes('"status"') || answer.includes('"errors"'))
            throw new WrongAnswer(`${server.name} answered ${answer.toString('utf8').slice(0, 500)}`)
        }
      }),
    )
  } finally {
    for (const connection of open) connection.close()
  }
  const count = latencies.length
  const seconds = (performance.now() - started) / 1000
  const microseconds = (from: number, to: number) => ((to - from) * 1e6) / count
  latencies.sort((a, b) => a - b)
  const percentile = (share: number) => latencies[Math.min(count - 1, Math.floor(count * share))] ?? Number.NaN
  return {
    rps: count / seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
    serverCpuUs: microseconds(cpuBefore.server, cpuSeconds(server.pid)),
    databaseCpuUs: microseconds(cpuBefore.database, familyCpuSeconds(databasePid)),
  }
}
