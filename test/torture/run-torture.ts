import { parseArgs } from 'node:util'

/*
 * `npm run torture -- NAME [--runs N] [--seed N] [--path PATH]`: asks for more, and for worse, than `npm test` has time for.
 * The same seed makes the same requests; a failure says how it is seen again.
 * Exit status: 0 all is right, 1 something is wrong, 2 the arguments are, 130 stopped by Ctrl-C.
 */

// graphql looks at this once, when it is loaded: without it every type check is three times as slow.
process.env.NODE_ENV ??= 'production'

const tortures: Record<string, () => Promise<typeof import('./reads.js')>> = {
  reads: () => import('./reads.js'),
}

const { names, options } = readArguments()
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())

let right = true
for (const name of names) {
  const torture = await tortures[name]?.()
  if (!stopping.signal.aborted) right = (await torture?.run(options, stopping.signal)) !== false && right
}
process.exit(!right ? 1 : stopping.signal.aborted ? 130 : 0)

function readArguments() {
  const problems: string[] = []
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '100000' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
        path: { type: 'string' },
      },
    })
    const unknown = positionals.filter((name) => !Object.hasOwn(tortures, name))
    if (unknown.length > 0) problems.push(`There is no torture ${unknown.join(', ')}.`)
    const number = (name: 'runs' | 'seed', least: number) => {
      const value = Number(values[name])
      const fits = Number.isInteger(value) && value >= least && value < 2 ** 31
      if (!fits) problems.push(`--${name} is a whole number from ${least}.`)
      return value
    }
    const options = { runs: number('runs', 1), seed: number('seed', 0), path: values.path }
    const names = positionals.length > 0 ? positionals : Object.keys(tortures)
    if (problems.length === 0) return { names, options }
  } catch (error) {
    problems.push((error as Error).message)
  }
  for (const problem of problems) console.error(problem)
  console.error(
    `npm run torture -- [NAME…] [--runs N] [--seed N] [--path PATH]   with NAME from: ${Object.keys(tortures).join(', ')}`,
  )
  process.exit(2)
}
