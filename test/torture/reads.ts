import { startTestPostgres } from '../support/postgres.setup.js'
import { explainFailure } from './explain-failure.js'
import { openGuidelineWorld } from './guideline-world.js'
import { openLibraryWorld } from './library-world.js'
import { statementsOfLeaver, type Tally, tortureReads } from './torture-reads.js'
import type { World } from './world.js'

type Options = { readonly runs: number; readonly seed: number; readonly path: string | undefined }

/** Generated documents against the read engine; false if one was answered wrongly. */
export async function run({ runs, seed, path }: Options, signal: AbortSignal): Promise<boolean> {
  console.log(`reads: ${runs} documents, seed ${seed}`)
  const postgres = await startTestPostgres()
  process.env.TEST_POSTGRES_URL = postgres.url
  let shownAt = performance.now()
  const onProgress = (tally: Tally) => {
    if (performance.now() - shownAt < 15_000) return
    shownAt = performance.now()
    console.log(`${tally.sum('documents')} of ${runs} documents, ${perSecond(tally)} requests/s`)
  }
  try {
    const worlds = [await openGuidelineWorld(), await openLibraryWorld()]
    const { tally, failure } = await tortureReads(worlds, { runs, seed, path, signal, onProgress })
    const failed = await closeAll(worlds)
    const unexplained = Math.max(0, failed - statementsOfLeaver * tally.left)
    printTable(tally, seed, (failure ? 1 : 0) + unexplained)
    if (failure) console.error(`\n${explainFailure(failure)}`)
    if (unexplained > 0) console.error(`\nPostgreSQL refused ${unexplained} statements.`)
    return !failure && unexplained === 0
  } finally {
    await postgres.stop()
  }
}

async function closeAll(worlds: readonly World[]): Promise<number> {
  let failed = 0
  for (const world of worlds) failed += await world.close()
  return failed
}

function printTable(tally: Tally, seed: number, failures: number): void {
  const isValid = (kind: string) => kind.startsWith('valid')
  const rows = [...tally.kinds]
    .toSorted(([a], [b]) => Number(isValid(b)) - Number(isValid(a)) || a.localeCompare(b))
    .map(([kind, { documents, requests, withData }]) => [kind, documents, requests, withData])
  const all = ['all', tally.sum('documents'), tally.sum('requests'), tally.sum('withData')]
  const table = [['reads', 'documents', 'requests', 'with data'], ...rows, all]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => String(row[column]).length)))
  console.log()
  for (const [name, ...counts] of table) {
    const cells = counts.map((count, i) => String(count).padStart(widths[i + 1] ?? 0))
    console.log([String(name).padEnd(widths[0] ?? 0), ...cells].join('  '))
  }
  const broken = tally.sum('documents', (kind) => !isValid(kind))
  const valid = tally.sum('documents') - broken
  console.log(`\n${valid} valid, ${broken} broken, ${perSecond(tally)} requests/s, seed ${seed}, failures: ${failures}`)
}

/** Each request is sent both ways. */
function perSecond(tally: Tally): number {
  return Math.round((2_000 * tally.sum('requests')) / (performance.now() - tally.began))
}
