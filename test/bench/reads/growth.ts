import { median } from '../bench.js'
import { type BenchDatabase, startDatabase } from './database.js'
import type { Measured } from './measure.js'
import { type Server, startServer } from './servers.js'
import type { WorkName } from './works.js'

/** The works whose cost must not grow with the number of applications. */
export const growthWorks = ['W1', 'W2', 'W3'] as const satisfies readonly WorkName[]
/** How often as much processor time an answer costs, Shenbao's and PostgreSQL's, as with the few applications. */
export type Growth = Record<(typeof growthWorks)[number], number>

export const fewApplications = 10_000

type Side = { readonly server: Server; readonly database: BenchDatabase; readonly size: number }
type Load = (work: WorkName, side: Side, round: number, warmUp: boolean) => Promise<Measured>

/**
 * Shenbao on a second database with few applications, turn by turn with the one on the many.
 * @param load puts one of the two under the load of a round
 */
export async function measureGrowth(many: Side, poolSize: number, rounds: number, load: Load): Promise<Growth> {
  const database = await startDatabase(fewApplications, poolSize + 10)
  try {
    const server = await startServer('shenbao', database, poolSize)
    try {
      const growth = {} as Growth
      const sides = [{ server, database, size: fewApplications }, many] as const
      for (const work of growthWorks) {
        for (const side of sides) await load(work, side, 0, true)
        const ratios: number[] = []
        for (let round = 1; round <= rounds; round++) {
          const few = await load(work, sides[0], round, false)
          ratios.push(cost(await load(work, sides[1], round, false)) / cost(few))
        }
        growth[work] = Number(median(ratios).toFixed(3))
      }
      return growth
    } finally {
      await server.stop()
    }
  } finally {
    await database.stop()
  }
}

function cost({ serverCpuUs, databaseCpuUs }: Measured): number {
  return serverCpuUs + databaseCpuUs
}
