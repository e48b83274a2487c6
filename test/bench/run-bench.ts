import type { Bench } from './bench.js'
import { WrongAnswer } from './bench.js'

/*
 * `npm run bench -- NAME… [--json]`: measures and prints a table, or with --json one JSON object on the last line.
 * Exit status: 0 measured, 1 the bench itself failed, 2 a server gave a wrong answer or the arguments are wrong.
 */

const benches: Record<string, () => Promise<{ bench: () => Promise<Bench> }>> = {
  start: () => import('./start.js'),
  rules: () => import('./rules.js'),
  sdk: () => import('./sdk.js'),
}

const args = process.argv.slice(2)
const json = args.includes('--json')
const names = args.filter((arg) => arg !== '--json')
const unknown = names.filter((name) => !Object.hasOwn(benches, name))
if (names.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no bench ${unknown.join(', ')}.`)
  console.error(`npm run bench -- NAME… [--json]   with NAME from: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}

try {
  const results: Record<string, Bench['figures']> = {}
  for (const name of names) {
    const { bench } = (await benches[name]?.()) as { bench: () => Promise<Bench> }
    const { rows, figures } = await bench()
    results[name] = figures
    if (!json) print(name, rows)
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
