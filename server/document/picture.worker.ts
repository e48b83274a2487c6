import { readFile, writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { ResizeFilterType, ResizeFit, Transformer } from '@napi-rs/image'

/*
 * Makes one thumbnail and ends: what a decoded picture takes is given back with the thread, not whenever garbage is
 * collected. It imports nothing of ours, so that it runs from TypeScript as well as compiled.
 */

const { path, thumbnail, side } = workerData as { path: string; thumbnail: string; side: number }

// Upright, and without what cameras note in theirs, such as the place. Decoding all of it also shows that it is whole.
const small = await new Transformer(await readFile(path))
  .rotate()
  .resize(side, side, ResizeFilterType.Triangle, ResizeFit.Inside)
  .webp(75)
  .catch(() => undefined)
if (small) await writeFile(thumbnail, small, { flag: 'wx', mode: 0o600 })
parentPort?.postMessage(small ? 'DONE' : 'DAMAGED')
