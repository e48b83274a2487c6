import type { Figures, Row } from '../bench.js'
import type { LoadProfile, ProfiledLoad, ServerProfile } from './profile-load.js'
import { type Room, roomTitles } from './profile-rooms.js'

/** What runs beside the main thread. */
type Thread = 'otherThreads' | 'profiler'
/** Microseconds for each answer, by where they go. */
type Spending = {
  readonly answer: number
  readonly waiting: number
  readonly database: number
  readonly server: number
  readonly rooms: Readonly<Record<Room | Thread, number>>
  readonly functions: readonly { readonly name: string; readonly us: number }[]
}

/** A profile as lines for people: servers side by side, then each one's functions. */
export function profileLines(title: string, unkept: readonly Row[], load: LoadProfile): string[] {
  const { connections, profiles } = load
  const spendings = profiles.map((profile) => ({ heading: profile.heading, ...spend(profile, load) }))
  const line = (what: string, of: (spending: Spending) => number) =>
    `  ${what.padEnd(labelWidth)}${spendings.map((spending) => us(of(spending)).padStart(columnWidth)).join('')}`
  const heads = spendings.map(({ heading }) => heading.padStart(columnWidth)).join('')
  return [
    '',
    `where the time goes, ${title}, ${connections === 1 ? '1 client' : `${connections} connections`}`,
    ...unkept.map(({ what, figure, must }) => `  NOT KEPT: ${what.trim()}: ${figure.trim()}, must be ${must.trim()}`),
    `  ${'µs for each answer, with the profiler on'.padEnd(labelWidth)}${heads}`,
    line('until the answer is there, on average', ({ answer }) => answer),
    line('  waiting: for its turn, the client, to be woken', ({ waiting }) => waiting),
    line("  PostgreSQL's processor time", ({ database }) => database),
    line("  the server's processor time", ({ server }) => server),
    ...Object.entries(allTitles).map(([room, text]) =>
      line(`    ${text}`, ({ rooms }) => rooms[room as Room | Thread]),
    ),
    ...spendings.flatMap(({ heading, functions }) => [
      `  functions with the most time of their own, ${heading}`,
      ...functions.map(({ name, us: own }) => `  ${us(own).padStart(8)}  ${name}`),
    ]),
  ]
}

/** The same as figures for scripts. */
export function profileFigures(load: LoadProfile): Figures {
  const round = (value: number) => Number(value.toFixed(1))
  return Object.fromEntries(
    load.profiles.map((profile) => {
      const { answer, waiting, database, server, rooms, functions } = spend(profile, load)
      const figures: Figures = {
        answerUs: round(answer),
        waitingUs: round(waiting),
        databaseCpuUs: round(database),
        serverCpuUs: round(server),
        rooms: Object.fromEntries(Object.entries(rooms).map(([room, us]) => [room, round(us)])),
        functions: Object.fromEntries(functions.map(({ name, us }) => [name, round(us)])),
      }
      return [profile.heading, figures]
    }),
  )
}

const labelWidth = 52
const columnWidth = 18
const allTitles = {
  ...roomTitles,
  otherThreads: 'other threads: compiling, collecting garbage',
  profiler: 'the profiler',
}

function spend(
  { measured, mainThreadUs, profilerUs, rooms, functions }: ServerProfile,
  { connections }: ProfiledLoad,
): Spending {
  const { rps, serverCpuUs: server, databaseCpuUs: database } = measured
  // As many questions are always under way as there are connections, so this is exact (Little's law).
  const answer = (connections * 1e6) / rps
  const inMainThread = Object.entries(rooms).map(([room, share]) => [room, share * mainThreadUs])
  return {
    answer,
    // The main thread can still be busy with an answer that is already there.
    waiting: Math.max(0, answer - mainThreadUs - database),
    database,
    server,
    rooms: {
      ...(Object.fromEntries(inMainThread) as Record<Room, number>),
      otherThreads: server - mainThreadUs - profilerUs,
      profiler: profilerUs,
    },
    functions: functions.map(({ name, share }) => ({ name, us: share * mainThreadUs })),
  }
}

function us(value: number): string {
  return value === 0 ? '–' : value.toFixed(value < 10 ? 1 : 0)
}
