/** What one bench found: rows for people, and figures for scripts. */
export type Bench = {
  /** One line of a table: what was measured, the figure with its unit, and the bound it should keep. */
  readonly rows: readonly Row[]
  readonly figures: Figures
  /** Lines below the table. */
  readonly notes?: readonly string[]
}
export type Figures = { readonly [name: string]: number | Figures }
export type BenchOptions = {
  /** Applications in the database, for benches that need them. */
  readonly size: number
  /** How often servers are measured in turn. */
  readonly rounds: number
  /** Whether to show where the time goes even where all figures are kept, for benches that can. */
  readonly profile: boolean
}
export type Row = { readonly what: string; readonly figure: string; readonly must: string; readonly kept: boolean }

/** A server gave another answer than it must: the figures mean nothing. */
export class WrongAnswer extends Error {}

/** A figure with an upper bound, as a row. */
export function atMost(what: string, value: number, unit: string, bound: number): Row {
  return { what, figure: `${format(value)} ${unit}`, must: `< ${format(bound)} ${unit}`, kept: value < bound }
}

/** A figure that is only told. */
export function told(what: string, value: number, unit: string): Row {
  return { what, figure: `${format(value)} ${unit}`, must: '', kept: true }
}

/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new RangeError('There is no median of nothing.')
  return (low + high) / 2
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
