import { once } from 'node:events'
import { join } from 'node:path'
import { cpuSeconds, threadCpuSeconds } from '../process-usage.js'
import { type BenchDatabase, startDatabase } from './database.js'
import { fewApplications } from './growth.js'
import type { Measured } from './measure.js'
import { type Shares, shareOut } from './profile-rooms.js'
import { type Server, type ServerName, startServer } from './servers.js'
import type { WorkName } from './works.js'

const root = join(import.meta.dirname, '../../..')
/** V8's name for the thread that takes the samples. */
const profilerThread = 'v8:ProfEvntProc'

/** All connections at once, a single one, or all of them beside the same with few applications. */
export type LoadKind = 'loaded' | 'alone' | 'growth'
/** What to profile: a work, and whom under it. */
export type ProfiledLoad = {
  readonly work: WorkName
  readonly kind: LoadKind
  readonly connections: number
  readonly servers: readonly ServerName[]
}

export type ServerProfile = Shares & {
  /** The server, and of how many applications where that is the difference. */
  readonly heading: string
  /** Of the same seconds, with the profiler on. */
  readonly measured: Measured
  /** Parts of the server's processor time, in microseconds for each answer; the shares are of the main thread's. */
  readonly mainThreadUs: number
  readonly profilerUs: number
}
export type LoadProfile = ProfiledLoad & { readonly profiles: readonly ServerProfile[] }

type Side = { readonly database: BenchDatabase; readonly size: number }
type Load = (load: ProfiledLoad, server: Server, side: Side, warmUp: boolean) => Promise<Measured>

/**
 * Servers of their own under each load once more, now with a profiler.
 * @param put puts a server under a load for a while
 */
export async function profileLoads(
  loads: readonly ProfiledLoad[],
  many: Side,
  poolSize: number,
  put: Load,
): Promise<LoadProfile[]> {
  const few = loads.some(({ kind }) => kind === 'growth')
    ? await startDatabase(fewApplications, poolSize + 10)
    : undefined
  try {
    const found: LoadProfile[] = []
    for (const load of loads) {
      const sides = few && load.kind === 'growth' ? [{ database: few, size: fewApplications }, many] : [many]
      const profiles: ServerProfile[] = []
      for (const name of load.servers) {
        for (const side of sides) {
          const server = await startServer(name, side.database, poolSize, 'profiled')
          const heading = sides.length > 1 ? `${name}, ${side.size}` : name
          try {
            await put(load, server, side, true)
            profiles.push({ heading, ...(await profile(server, () => put(load, server, side, false))) })
          } finally {
            await server.stop()
          }
        }
      }
      found.push({ ...load, profiles })
    }
    return found
  } finally {
    await few?.stop()
  }
}

async function profile({ pid, child }: Server, load: () => Promise<Measured>): Promise<Omit<ServerProfile, 'heading'>> {
  const tell = async (order: 'start' | 'stop') => {
    const answered = once(child, 'message')
    child.send(order)
    return (await answered)[0]
  }
  const usage = () => ({
    all: cpuSeconds(pid),
    main: threadCpuSeconds(pid, ({ id }) => id === pid),
    profiler: threadCpuSeconds(pid, ({ name }) => name === profilerThread),
  })
  await tell('start')
  const before = usage()
  const measured = await load()
  const after = usage()
  const part = (of: 'main' | 'profiler') => (measured.serverCpuUs * (after[of] - before[of])) / (after.all - before.all)
  const shares = shareOut(await tell('stop'), root)
  return { ...shares, measured, mainThreadUs: part('main'), profilerUs: part('profiler') }
}
