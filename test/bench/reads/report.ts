import { atMost, type Bench, type Figures, median, type Row } from '../bench.js'
import { fewApplications, type Growth, growthWorks } from './growth.js'
import type { Measured } from './measure.js'
import { type ServerName, serverNames } from './servers.js'
import { type WorkName, workNames } from './works.js'

export type ServerResults = {
  readonly rounds: readonly Measured[]
  /** Milliseconds until an answer on the only connection, so without waiting for others. */
  readonly p50Alone: number
  /** Resident memory after the work. */
  readonly rssMb: number
}
export type WorkResults = ReadonlyMap<ServerName, ServerResults>
export type Results = Record<WorkName, WorkResults>

const titles: Record<WorkName, string> = {
  W1: 'W1 one application, everything nested',
  W2: 'W2 page of 20, filtered, nested, exact totalCount',
  W3: 'W3 status of one application',
  W4: 'W4 statistics by industry field and status',
  mix: 'mix 70 % W3, 20 % W1, 10 % W2',
  unique: 'W1, every request a new document',
}

/** How many times as many answers a second Shenbao has to give as the others; the limit's share for `sql`. */
const least: Record<WorkName, Partial<Record<ServerName, number>>> = {
  W1: { sql: 0.8, postgraphile: 3.5, usual: 15 },
  W2: { sql: 1.5, postgraphile: 2, usual: 5 },
  W3: { sql: 0.8, postgraphile: 1.9, usual: 5 },
  // Of a plain GROUP BY over a million rows; of fewer it is only told.
  W4: { sql: 50 },
  mix: { sql: 0.85 },
  unique: { postgraphile: 5 },
}
const rowsForW4 = 1_000_000
const most = { p50OfSql: 1.3, memoryMb: 400, growth: 1.2 }

/** The servers one under the other, then how Shenbao compares with each, by the bounds of the project. */
export function tell(results: Results, size: number, growth: Growth | undefined): Bench {
  const figures: Record<string, Figures> = {}
  const rows: Row[] = []
  for (const work of workNames) {
    const summaries = new Map([...results[work]].map(([name, server]) => [name, summarize(server)]))
    figures[work] = Object.fromEntries(summaries)
    rows.push({ what: titles[work], figure: '', must: '', kept: true })
    for (const [name, summary] of summaries)
      rows.push({ what: `  ${name}`, figure: line(summary), must: '', kept: true })
    rows.push(...comparisons(work, results[work], size))
  }
  if (growth) {
    figures.growth = growth
    rows.push({ what: `from ${fewApplications} to ${size} applications`, figure: '', must: '', kept: true })
    for (const work of growthWorks)
      rows.push(atMost(`  ${work} shenbao, processor time an answer`, growth[work], '×', most.growth))
  }
  return { rows, figures }
}

function comparisons(work: WorkName, servers: WorkResults, size: number): Row[] {
  const rows = serverNames.flatMap((name) => {
    if (name === 'shenbao' || !servers.has(name)) return []
    const bound = work === 'W4' && size < rowsForW4 ? undefined : least[work][name]
    return [atLeast(`  shenbao ÷ ${name}, answers a second`, pairedRatio(servers, 'shenbao', name), bound)]
  })
  const [own, sql] = [servers.get('shenbao'), servers.get('sql')]
  if (own && sql) rows.push(atMost('  shenbao ÷ sql, p50 alone', own.p50Alone / sql.p50Alone, '', most.p50OfSql))
  if (own && work === 'unique') rows.push(atMost('  shenbao, memory', own.rssMb, 'MiB', most.memoryMb))
  return rows
}

function atLeast(what: string, value: number, bound: number | undefined): Row {
  const must = bound === undefined ? '' : `≥ ${bound}`
  return { what, figure: value.toFixed(2), must, kept: value >= (bound ?? 0) }
}

/** Of answers per second, as the median over pairs of rounds that ran one after the other. */
function pairedRatio(work: WorkResults, above: ServerName, below: ServerName): number {
  const [one, other] = [work.get(above)?.rounds ?? [], work.get(below)?.rounds ?? []]
  return median(one.map(({ rps }, round) => rps / (other[round]?.rps ?? Number.NaN)))
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
