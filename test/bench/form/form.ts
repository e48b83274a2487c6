import { rm } from 'node:fs/promises'
import { atMost, type Bench, type BenchOptions, told } from '../bench.js'
import { startFormWorld } from './form-world.js'
import { measurePdf } from './pdf.js'
import { measureSaves } from './save.js'
import { measureSimilarity } from './similarity.js'
import { measureWhole } from './whole.js'

const connections = 16
const milliseconds = 10_000

/** What the application form costs: saves, reading all of it, its print and the search for similar projects. */
export async function bench({ rounds }: BenchOptions): Promise<Bench> {
  const world = await startFormWorld()
  try {
    await measureSaves(world, { connections, milliseconds: 3_000 })
    const runs = []
    for (let round = 0; round < rounds; round++) runs.push(await measureSaves(world, { connections, milliseconds }))
    const saves = runs.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)]
    if (!saves) throw new RangeError('At least one round is needed.')
    const whole = await measureWhole(world)
    const similar = await measureSimilarity(world)
    const pdf = await measurePdf()
    return {
      rows: [
        {
          what: `saves of 1,000 characters, ${connections} writers, database writing to disk`,
          figure: `${saves.perSecond.toFixed(0)} a second`,
          must: '≥ 1,000 a second',
          kept: saves.perSecond >= 1_000,
        },
        atMost('the same, 99th percentile', saves.p99, 'ms', 100),
        told('the same, median', saves.p50, 'ms'),
        told('the same, server CPU of a save', saves.cpuUs, 'µs'),
        told('a whole form of 15 people, read in one statement, median', whole, 'ms'),
        atMost(`PDF of a full form, ${pdf.pages} pages, warm`, pdf.warmMs, 'ms', 500),
        atMost('the same, its size', pdf.bytes / 1e6, 'MB', 2),
        told('the same, with the start of its process', pdf.coldMs, 'ms'),
        atMost(`search among ${similar.titles} titles, 99th percentile`, similar.p99, 'ms', 50),
        told('the same, median', similar.p50, 'ms'),
        told('the same, a title of common words only', similar.common, 'ms'),
      ],
      figures: { saves, wholeMs: whole, pdf, similarity: similar },
    }
  } finally {
    await world.stop()
    await rm(world.folder, { recursive: true, force: true })
  }
}
