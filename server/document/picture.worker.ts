import { readFile, writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { ResizeFilterType, ResizeFit, Transformer } from '@napi-rs/image'

/*
 * Makes one thumbnail and ends: what a decoded picture takes is given back with the thread, not whenever garbage is
 * collected. It imports nothing of ours, so that it runs from TypeScript as well as compiled.
 */

const { path, mediaType, at, thumbnail, side } = workerData as {
  readonly path: string
  readonly mediaType: string
  /** Where its header stands. */
  readonly at: number
  readonly thumbnail: string
  /** Longest side of the thumbnail, in points. */
  readonly side: number
}

parentPort?.postMessage((await makeThumbnail()) ? 'DONE' : 'DAMAGED')

async function makeThumbnail(): Promise<boolean> {
  const bytes = await readFile(path)
  // Decoders fill with grey what is missing of a JPEG; behind its header the sign of its end stands nowhere else.
  if (mediaType === 'image/jpeg' && bytes.indexOf(Buffer.from([0xff, 0xd9]), at) < 0) return false
  // Upright, and without what cameras note in theirs, such as the place. Decoding it also shows that it is whole.
  const small = await new Transformer(bytes)
    .rotate()
    .resize(side, side, ResizeFilterType.Triangle, ResizeFit.Inside)
    .webp(75)
    .catch(() => undefined)
  if (small) await writeFile(thumbnail, small, { mode: 0o600 })
  return small !== undefined
}
