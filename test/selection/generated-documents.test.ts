import { beforeAll, expect, test, vi } from 'vitest'
import { explainFailure } from '../torture/explain-failure.js'
import { openGuidelineWorld } from '../torture/guideline-world.js'
import { openLibraryWorld } from '../torture/library-world.js'
import { statementsOfLeaver, tortureReads } from '../torture/torture-reads.js'
import type { World } from '../torture/world.js'

// graphql looks at this once, when it is loaded: without it every type check is three times as slow.
vi.hoisted(() => {
  process.env.NODE_ENV = 'production'
})

/** The first documents of `npm run torture -- reads`, which has 100,000. */
const documents = 2_000

let worlds: World[]
let left = 0
beforeAll(async () => {
  worlds = [await openGuidelineWorld(), await openLibraryWorld()]
})

test(`${documents} generated documents, valid and broken, in two languages, for all viewers`, async () => {
  const seed = Date.now() % 1_000_000_000
  const { tally, failure } = await tortureReads(worlds, { runs: documents, seed })
  left = tally.left
  expect(failure && explainFailure(failure)).toBeUndefined()
  // The generator is worth something only if its documents are what they are meant to be.
  const isValid = (kind: string) => kind.startsWith('valid')
  expect(tally.sum('withData', isValid)).toBeGreaterThan(tally.sum('requests', isValid) * 0.8)
  expect(tally.kinds.size).toBeGreaterThan(15)
}, 300_000)

test('PostgreSQL refused none of their statements, and cancelled only those of callers who went away', async () => {
  const failed = await Promise.all(worlds.map((world) => world.close()))
  expect(failed.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(left * statementsOfLeaver)
})
