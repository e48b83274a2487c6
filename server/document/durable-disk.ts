import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { FSDriver } from 'flydrive/drivers/fs'

/**
 * A folder as flydrive's disk, on which a file is there whole or not at all, even after a power cut: it is written beside
 * its place, brought to the disk and renamed. Only the service's user may read it.
 */
export class DurableFsDriver extends FSDriver {
  readonly #folder: string

  constructor(folder: string) {
    super({ location: folder, visibility: 'private' })
    this.#folder = folder
  }

  override async putStream(key: string, contents: Readable): Promise<void> {
    const place = join(this.#folder, key)
    const beside = `${place}.${randomUUID()}.part`
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    try {
      await writeFile(beside, contents, { flag: 'wx', mode: 0o600, flush: true })
      await rename(beside, place)
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
    await syncFolder(dirname(place))
  }
}

/** Windows can't open folders, and keeps its own journal of names. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
