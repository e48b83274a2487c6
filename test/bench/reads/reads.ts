import type { Bench, BenchOptions } from '../bench.js'
import { median } from '../bench.js'
import { residentMemory } from '../process-usage.js'
import { compareAnswers } from './compare.js'
import { type BenchDatabase, startDatabase } from './database.js'
import { checkFreshness } from './freshness.js'
import { fewApplications, measureGrowth } from './growth.js'
import { judge, loadsToProfile, type Results, type WorkResults } from './judge.js'
import { type Measured, measure } from './measure.js'
import { profileLoads } from './profile-load.js'
import { tell } from './report.js'
import { preparePrograms, type Server, serverNames, startServer } from './servers.js'
import { type Draw, instead, type Question, seeded, type WorkName, workNames, works } from './works.js'

/** Connections of the clients, and of each server to PostgreSQL. */
const connections = 32
const poolSize = 10
const milliseconds = { warmUp: 1500, round: 2000, alone: 500, profile: 3000 }
const compared = 25

type Run = { readonly database: BenchDatabase; readonly size: number; readonly rounds: number }

/**
 * Reads of `size` applications through each server, one process each, on the same PostgreSQL with as many connections,
 * turn by turn in short rounds, so that what else the machine does hits all alike. Ratios are medians over the rounds.
 * Afterwards the loads of which a figure isn't kept come once more, with a profiler; with `profile` all of them.
 * @throws {WrongAnswer} when the servers don't give the same data
 */
export async function bench({ size, rounds, profile }: BenchOptions): Promise<Bench> {
  preparePrograms()
  const database = await startDatabase(size, serverNames.length * poolSize + 10)
  const servers: Server[] = []
  try {
    for (const name of serverNames) servers.push(await startServer(name, database, poolSize))
    const results = {} as Results
    for (const name of workNames) results[name] = await measureWork(name, servers, { database, size, rounds })
    const growth = await growthOf(servers, { database, size, rounds })
    const verdicts = judge(results, size, growth)
    await Promise.all(servers.splice(0).map((server) => server.stop()))
    const chosen = loadsToProfile(results, verdicts, connections, profile)
    const profiles = await profileLoads(chosen, { database, size }, poolSize, (asked, server, side, warmUp) => {
      const [round, clients] = warmUp ? [0, connections] : [rounds + 1, asked.connections]
      return load(asked.work, server, round, milliseconds.profile, clients, { ...side, rounds })
    })
    return tell({ results, size, growth, verdicts, profiles })
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await database.stop()
  }
}

/** Nothing where there are no more applications than few. */
async function growthOf(servers: readonly Server[], { database, size, rounds }: Run) {
  const server = servers.find(({ name }) => name === 'shenbao')
  if (!server || size <= fewApplications) return undefined
  return measureGrowth({ server, database, size }, poolSize, rounds, (work, { server, ...side }, round, warmUp) =>
    load(work, server, round, warmUp ? milliseconds.warmUp : milliseconds.round, connections, { ...side, rounds }),
  )
}

async function measureWork(work: WorkName, servers: readonly Server[], run: Run): Promise<WorkResults> {
  const able = servers.filter((server) => questions(work, server, 0, run.size)() !== undefined)
  if (work === 'W4') for (const server of able) await checkFreshness(server, run.database.connection)
  await compare(work, servers, run.size)
  for (const server of able) await load(work, server, 0, milliseconds.warmUp, connections, run)

  const rounds = new Map(able.map(({ name }) => [name, [] as Measured[]]))
  const alone = new Map(able.map(({ name }) => [name, [] as number[]]))
  for (let round = 1; round <= run.rounds; round++) {
    // Each round starts with another server, so that none always follows the same one.
    const turns = able.map((_, i) => able[(i + round) % able.length] as Server)
    for (const server of turns)
      rounds.get(server.name)?.push(await load(work, server, round, milliseconds.round, connections, run))
    for (const server of turns)
      alone.get(server.name)?.push((await load(work, server, -round, milliseconds.alone, 1, run)).p50)
  }
  await compare(work, servers, run.size)
  return new Map(
    able.map(({ name, pid }) => [
      name,
      { rounds: rounds.get(name) ?? [], p50Alone: median(alone.get(name) ?? []), rssMb: residentMemory(pid) },
    ]),
  )
}

function load(
  work: WorkName,
  server: Server,
  round: number,
  ms: number,
  connections: number,
  run: Run,
): Promise<Measured> {
  const next = questions(work, server, round, run.size) as () => Question
  return measure({ server, databasePid: run.database.pid, connections, milliseconds: ms, next })
}

/** A server without such questions is asked others about the same data, if there are any. */
async function compare(work: WorkName, servers: readonly Server[], size: number): Promise<void> {
  const asked = ({ dialect }: Server) => {
    const draw = drawFor(work, 1, size)
    return Array.from({ length: compared }, () => works[work](dialect, draw()) ?? instead[work]?.(dialect, draw()))
  }
  const questionsOf = (server: Server) => asked(server).flatMap((question) => question ?? [])
  await compareAnswers(
    servers.filter((server) => questionsOf(server).length > 0),
    questionsOf,
  )
}

/** The questions of a round, in the server's own words and the same for all servers. */
function questions(work: WorkName, { dialect }: Server, round: number, size: number): () => Question | undefined {
  const draw = drawFor(work, round, size)
  return () => works[work](dialect, draw())
}

let serial = 0

function drawFor(work: WorkName, round: number, size: number): () => Draw {
  const random = seeded(workNames.indexOf(work) * 1_000_003 + round)
  return () => ({ random, size, serial: ++serial })
}
