import { parseArgs } from 'node:util'
import type { Bench, BenchOptions } from './bench.js'
import { WrongAnswer } from './bench.js'

/*
 * `npm run bench -- NAME… [--json] [--size N] [--rounds N] [--profile]`: measures and prints a table, or with --json one
 * JSON object on the last line. `reads` shows where the time goes under each load that misses a figure, with --profile
 * under all.
 * Exit status: 0 measured, 1 the bench itself failed, 2 a server gave a wrong answer or the arguments are wrong.
 */

const benches: Record<string, () => Promise<{ bench: (options: BenchOptions) => Promise<Bench> }>> = {
  start: () => import('./start.js'),
  rules: () => import('./rules.js'),
  sdk: () => import('./sdk.js'),
  auth: () => import('./auth.js'),
  reads: () => import('./reads/reads.js'),
  form: () => import('./form/form.js'),
}

const { names, json, options } = readArguments()
try {
  const results: Record<string, Bench['figures']> = {}
  for (const name of names) {
    const { bench } = (await benches[name]?.()) as { bench: (options: BenchOptions) => Promise<Bench> }
    const { rows, figures, notes = [] } = await bench(options)
    results[name] = figures
    if (json) continue
    print(name, rows)
    for (const note of notes) console.log(note === '' ? '' : `  ${note}`)
  }
  if (json) console.log(JSON.stringify(results))
} catch (error) {
  console.error(error instanceof WrongAnswer ? `Wrong answer: ${error.message}` : error)
  process.exit(error instanceof WrongAnswer ? 2 : 1)
}

function print(name: string, rows: Bench['rows']): void {
  const width = (column: 'what' | 'figure') => Math.max(...rows.map((row) => row[column].length))
  console.log(`\n${name}`)
  for (const row of rows) {
    const verdict = row.must === '' ? '' : `   ${row.must}   ${row.kept ? 'kept' : 'NOT KEPT'}`
    console.log(`  ${row.what.padEnd(width('what'))}   ${row.figure.padStart(width('figure'))}${verdict}`)
  }
}

function readArguments(): { names: string[]; json: boolean; options: BenchOptions } {
  const problems: string[] = []
  try {
    const { values, positionals: names } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        size: { type: 'string', default: '100000' },
        rounds: { type: 'string', default: '3' },
        profile: { type: 'boolean', default: false },
      },
    })
    const unknown = names.filter((name) => !Object.hasOwn(benches, name))
    if (unknown.length > 0) problems.push(`There is no bench ${unknown.join(', ')}.`)
    const number = (name: 'size' | 'rounds', least: number, most: number) => {
      const value = Number(values[name])
      if (!Number.isInteger(value) || value < least || value > most)
        problems.push(`--${name} is a whole number from ${least} to ${most}.`)
      return value
    }
    const { profile } = values
    const options = { size: number('size', 1_000, 10_000_000), rounds: number('rounds', 1, 1_000), profile }
    if (names.length > 0 && problems.length === 0) return { names, json: values.json, options }
  } catch (error) {
    problems.push((error as Error).message)
  }
  for (const problem of problems) console.error(problem)
  console.error(
    `npm run bench -- NAME… [--json] [--size APPLICATIONS] [--rounds N] [--profile]   with NAME from: ${Object.keys(benches).join(', ')}`,
  )
  process.exit(2)
}
