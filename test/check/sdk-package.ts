import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { bundleApp, gzippedBytes } from './bundle-sdk.js'
import { packSdk } from './pack-sdk.js'

/*
 * The SDK as it would be published: built, packed, looked at by publint and attw, bundled and weighed. Exits with 1
 * when one of them objects or the core is over its budget.
 */
const CORE_BUDGET = 4096
const folder = mkdtempSync(join(tmpdir(), 'shenbao-sdk-'))
try {
  const tarball = packSdk(folder)
  const problems = [...(await publintProblems(tarball)), ...attwProblems(tarball), ...(await weightProblems())]
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function publintProblems(tarball: string): Promise<string[]> {
  const bytes = new Uint8Array(readFileSync(tarball))
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer } })
  return messages.map((message) => `publint: ${formatMessage(message, pkg)}`)
}

/** The resolution "node10" is left out: it knows no `exports`, so it can't find the entry points beside the main one. */
function attwProblems(tarball: string): string[] {
  const options = ['--profile', 'node16', '--format', 'ascii', '--no-color', '--no-emoji']
  try {
    execFileSync('attw', [tarball, ...options], { encoding: 'utf8', shell: process.platform === 'win32' })
    return []
  } catch (error) {
    const { stdout, message } = error as Error & { stdout?: string }
    return [`attw: ${stdout || message}`]
  }
}

async function weightProblems(): Promise<string[]> {
  const dist = join(import.meta.dirname, '../../sdk/dist')
  const parts = await bundleApp(`export * from ${JSON.stringify(join(dist, 'index.js'))}`)
  const bytes = (name: string) => gzippedBytes(parts.get(name)?.text ?? '')
  const expected = ['app', 'applicants', 'application', 'auth', 'preview', 'upload']
  if (!expected.every((name) => parts.has(name))) {
    return [`The bundle has the parts ${[...parts.keys()].join(', ')}, and not ${expected.join(', ')}.`]
  }
  for (const name of expected.slice(1)) console.log(`SDK ${name}: ${bytes(name)} bytes gzipped, loaded when first used`)
  const weighed: [string, number, number][] = [
    ['core', bytes('app'), CORE_BUDGET],
    ['form, labels only', await entryBytes('form', '{ fieldLabel, formSections, rowTypes, sectionLabel }'), 6_144],
    ['form, with every check', await entryBytes('form', '*'), 112_640],
    ['autosave', await entryBytes('autosave', '*'), 3_072],
  ]
  return weighed.flatMap(([name, weight, budget]) => {
    console.log(`SDK ${name}: ${weight} bytes gzipped (budget ${budget})`)
    return weight <= budget ? [] : [`SDK ${name} is ${weight - budget} bytes over its budget.`]
  })

  async function entryBytes(entry: string, names: string): Promise<number> {
    const app = await bundleApp(`export ${names} from ${JSON.stringify(join(dist, `${entry}.js`))}`)
    return gzippedBytes(app.get('app')?.text ?? '')
  }
}
