import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * `npm run check`: everything that must hold besides the tests. Every check runs, so that one run tells all that is
 * wrong; what a check prints is shown only when it fails, or with --verbose.
 */

const root = join(import.meta.dirname, '../..')
const generated = [
  'schema/schema.graphql',
  'schema/application.schema.json',
  'sdk/src/generated/**',
  'server/guideline/*.schema.json',
  'docs/reference/**',
  'docs/access*.md',
]

const checks: { name: string; command: string[]; advice: string }[] = [
  { name: 'types', command: ['tsc', '--noEmit'], advice: 'Mend the types.' },
  {
    name: 'lint and format',
    command: ['biome', 'check', '--error-on-warnings'],
    advice: 'npx biome check --write mends most of it.',
  },
  { name: 'unused code and dependencies', command: ['knip'], advice: 'Delete what nothing uses.' },
  {
    name: 'dependency directions',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'schema', 'server', 'sdk/src'],
    advice: 'Move the code to the room it belongs to.',
  },
  {
    name: 'schema additive',
    command: ['tsx', 'test/check/schema-additive.ts'],
    advice: 'Add beside the old field and deprecate it, with a date and a reason.',
  },
  {
    name: 'SDK package and byte budget',
    command: ['tsx', 'test/check/sdk-package.ts'],
    advice: 'See sdk/package.json and sdk/tsdown.config.ts.',
  },
]

const failures: string[] = []
failures.push(...generatedFilesFresh())
for (const { name, command, advice } of checks) run(name, command, advice)
console.log(
  failures.length === 0
    ? `\n${checks.length + 1} passed, 0 failed`
    : `\n${checks.length + 1 - failures.length} passed, ${failures.length} failed`,
)
process.exitCode = failures.length === 0 ? 0 : 1

function run(name: string, [program, ...args]: string[], advice: string): boolean {
  const started = performance.now()
  const { status, stdout, stderr, error } = spawnSync(program as string, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  report(name, status === 0, started)
  if (status !== 0 || process.argv.includes('--verbose'))
    console.log(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trimEnd())
  if (status === 0) return true
  failures.push(name)
  console.log(`  → ${advice}`)
  return false
}

/** Generates everything again and compares; what has changed was stale, and is fresh now. */
function generatedFilesFresh(): string[] {
  const started = performance.now()
  const before = hashes()
  if (!run('generators', ['npm', 'run', '--silent', 'generate'], 'The generators must run.')) return []
  const after = hashes()
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file))
  report('generated files fresh', stale.length === 0, started)
  if (stale.length === 0) return []
  console.log(`  ${stale.join('\n  ')}\n  → They are fresh now: look at them and commit them (npm run generate).`)
  return ['generated files fresh']
}

function hashes(): Map<string, string> {
  const files = globSync(generated, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(root.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]
    }),
  )
}

function report(name: string, passed: boolean, started: number): void {
  console.log(`${passed ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}
