import { type Bench, type Figures, median, type Row } from '../bench.js'
import { fewApplications, type Growth } from './growth.js'
import type { Results, ServerResults, Verdict } from './judge.js'
import type { Measured } from './measure.js'
import type { LoadProfile } from './profile-load.js'
import { profileFigures, profileLines } from './profile-report.js'
import { type WorkName, workNames } from './works.js'

const titles: Record<WorkName, string> = {
  W1: 'W1 one application, everything nested',
  W2: 'W2 page of 20, filtered, nested, exact totalCount',
  W3: 'W3 status of one application',
  W4: 'W4 statistics by industry field and status',
  mix: 'mix 70 % W3, 20 % W1, 10 % W2',
  unique: 'W1, every request a new document',
}

type Found = {
  readonly results: Results
  readonly size: number
  readonly growth: Growth | undefined
  readonly verdicts: readonly Verdict[]
  readonly profiles: readonly LoadProfile[]
}

/** The servers one under the other, then how Shenbao compares; below, where the time goes. */
export function tell({ results, size, growth, verdicts, profiles }: Found): Bench {
  const figures: Record<string, Figures> = {}
  const rows: Row[] = []
  for (const work of workNames) {
    const summaries = new Map([...results[work]].map(([name, server]) => [name, summarize(server)]))
    const profiled = profiles.filter((profile) => profile.work === work)
    const profile = Object.fromEntries(profiled.map((one) => [one.kind, profileFigures(one)]))
    figures[work] = { ...Object.fromEntries(summaries), ...(profiled.length > 0 && { profile }) }
    rows.push({ what: titles[work], figure: '', must: '', kept: true })
    for (const [name, summary] of summaries)
      rows.push({ what: `  ${name}`, figure: line(summary), must: '', kept: true })
    rows.push(...verdicts.filter((verdict) => verdict.work === work && verdict.kind !== 'growth').map(({ row }) => row))
  }
  if (growth) {
    figures.growth = growth
    rows.push({ what: `from ${fewApplications} to ${size} applications`, figure: '', must: '', kept: true })
    rows.push(...verdicts.filter(({ kind }) => kind === 'growth').map(({ row }) => row))
  }
  const notes = profiles.flatMap((profile) => {
    const own = verdicts.filter(({ work, kind }) => work === profile.work && kind === profile.kind)
    const unkept = own.map(({ row }) => row).filter(({ kept }) => !kept)
    return profileLines(titles[profile.work], unkept, profile)
  })
  return { rows, figures, notes }
}

type Summary = Record<keyof Measured | 'p50Alone' | 'rssMb', number>

function summarize({ rounds, p50Alone, rssMb }: ServerResults): Summary {
  const middle = (of: keyof Measured, digits: number) =>
    Number(median(rounds.map((round) => round[of])).toFixed(digits))
  return {
    rps: middle('rps', 0),
    p50: middle('p50', 2),
    p99: middle('p99', 2),
    p50Alone: Number(p50Alone.toFixed(3)),
    serverCpuUs: middle('serverCpuUs', 0),
    databaseCpuUs: middle('databaseCpuUs', 0),
    rssMb: Number(rssMb.toFixed(0)),
  }
}

function line({ rps, p50, p99, p50Alone, serverCpuUs, databaseCpuUs, rssMb }: Summary): string {
  const columns = [
    [rps, 6, '/s'],
    [p50.toFixed(1), 7, ' ms p50'],
    [p99.toFixed(1), 7, ' ms p99'],
    [p50Alone.toFixed(2), 6, ' ms alone'],
    [serverCpuUs, 6, ' µs server'],
    [databaseCpuUs, 6, ' µs database'],
    [rssMb, 5, ' MiB'],
  ] as const
  return columns.map(([value, width, unit]) => String(value).padStart(width) + unit).join('')
}
