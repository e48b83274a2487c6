import { atMost, median, type Row } from '../bench.js'
import { type Growth, growthWorks } from './growth.js'
import type { Measured } from './measure.js'
import type { LoadKind, ProfiledLoad } from './profile-load.js'
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
/** A figure beside its bound, and the load it comes from. */
export type Verdict = { readonly work: WorkName; readonly kind: LoadKind; readonly row: Row }

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

/** How Shenbao compares with each server, and with itself on few applications, by the bounds of the project. */
export function judge(results: Results, size: number, growth: Growth | undefined): Verdict[] {
  return workNames.flatMap((work) => {
    const of = (kind: LoadKind) => (row: Row) => ({ work, kind, row })
    return [
      ...underLoad(work, results[work], size).map(of('loaded')),
      ...withOneClient(results[work]).map(of('alone')),
      ...withMoreRows(work, growth).map(of('growth')),
    ]
  })
}

/** The loads of which a figure isn't kept, or all: Shenbao and, under the same load, the limit. */
export function loadsToProfile(
  results: Results,
  verdicts: readonly Verdict[],
  connections: number,
  all: boolean,
): ProfiledLoad[] {
  const asked = verdicts.filter(({ row }) => all || !row.kept)
  const loads = new Map(asked.map(({ work, kind }) => [`${work} ${kind}`, { work, kind }]))
  return [...loads.values()].map(({ work, kind }) => ({
    work,
    kind,
    connections: kind === 'alone' ? 1 : connections,
    servers: kind === 'growth' ? ['shenbao'] : (['shenbao', 'sql'] as const).filter((name) => results[work].has(name)),
  }))
}

function underLoad(work: WorkName, servers: WorkResults, size: number): Row[] {
  const rows = serverNames.flatMap((name) => {
    if (name === 'shenbao' || !servers.has(name)) return []
    const bound = work === 'W4' && size < rowsForW4 ? undefined : least[work][name]
    return [atLeast(`  shenbao ÷ ${name}, answers a second`, pairedRatio(servers, 'shenbao', name), bound)]
  })
  const own = servers.get('shenbao')
  if (own && work === 'unique') rows.push(atMost('  shenbao, memory', own.rssMb, 'MiB', most.memoryMb))
  return rows
}

function withOneClient(servers: WorkResults): Row[] {
  const [own, sql] = [servers.get('shenbao'), servers.get('sql')]
  if (!own || !sql) return []
  return [atMost('  shenbao ÷ sql, p50 alone', own.p50Alone / sql.p50Alone, '', most.p50OfSql)]
}

function withMoreRows(work: WorkName, growth: Growth | undefined): Row[] {
  const grown = growthWorks.find((name) => name === work)
  if (!growth || !grown) return []
  return [atMost(`  ${work} shenbao, processor time an answer`, growth[grown], '×', most.growth)]
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
