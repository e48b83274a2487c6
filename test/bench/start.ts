import { rm } from 'node:fs/promises'
import { atMost, type Bench, median } from './bench.js'
import { makeDataFolder, startServer } from './server-process.js'

const rounds = 5

/** How long the service takes to be ready: on the very first start, with nothing there, and on an existing database. */
export async function bench(): Promise<Bench> {
  const first: number[] = []
  const existing: number[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = await makeDataFolder()
    for (const times of [first, existing]) {
      const server = await startServer(folder)
      times.push(server.readyAfter)
      await server.stop()
    }
    await rm(folder, { recursive: true, force: true })
  }
  const figures = { firstMs: median(first), existingMs: median(existing) }
  return {
    rows: [
      atMost(`ready, very first start (median of ${rounds})`, figures.firstMs / 1000, 's', 8),
      atMost(`ready, existing database (median of ${rounds})`, figures.existingMs / 1000, 's', 2),
    ],
    figures,
  }
}
