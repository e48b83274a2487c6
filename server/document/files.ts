import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Disk } from 'flydrive'
import type { Secret } from '../secrets/keyring.js'
import { AddressSigner } from './signed-address.js'

type Options = {
  /** Folder of the service's data: files in `documents`, what is still coming in `incoming`. */
  readonly dataDir: string
  /** Address at which the service is reached, to which paths are added; without it addresses are paths. */
  readonly publicUrl?: string
  /** The secrets that addresses are signed with, the newest first. */
  readonly secrets: () => readonly Secret[]
}

/** Where the contents of documents are, and the addresses under which they come and go. */
export class Files {
  readonly signer: AddressSigner
  readonly #folder: string
  #disk: Promise<Disk> | undefined
  readonly #incoming: string
  readonly #publicUrl: string

  constructor({ dataDir, publicUrl = '', secrets }: Options) {
    this.signer = new AddressSigner(secrets)
    this.#folder = join(dataDir, 'documents')
    this.#incoming = join(dataDir, 'incoming')
    this.#publicUrl = publicUrl.replace(/\/+$/, '')
  }

  /** The address of an upload, which holds until the moment given. */
  uploadUrl(document: { id: string; size: number; account: string }, expiresAt: Date): string {
    return this.#publicUrl + this.signer.sign({ action: 'upload', ...document }, expiresAt)
  }

  /** An address to download a document from; it holds for 5 to 10 minutes, and is the same for everyone who asks in a while. */
  downloadUrl(id: string, now: Date): string {
    const interval = 5 * 60_000
    const expiresAt = new Date((Math.floor(now.getTime() / interval) + 2) * interval)
    return this.#publicUrl + this.signer.sign({ action: 'download', id }, expiresAt)
  }

  /** Runs work with the path of a new file, which is taken away afterwards if it is still there. */
  async withIncoming<T>(work: (path: string) => Promise<T>): Promise<T> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 })
    const path = join(this.#incoming, randomUUID())
    try {
      return await work(path)
    } finally {
      await rm(path, { force: true })
    }
  }

  /** Puts a complete file where documents are kept; it is there whole, or not at all. */
  async keep(id: string, path: string): Promise<void> {
    return (await this.#openDisk()).copyFromFs(path, keyOf(id))
  }

  async read(id: string): Promise<Readable> {
    return (await this.#openDisk()).getStream(keyOf(id))
  }

  async remove(id: string): Promise<void> {
    return (await this.#openDisk()).delete(keyOf(id))
  }

  /** Loaded when the first file comes or goes: most servers start without one at hand. */
  #openDisk(): Promise<Disk> {
    this.#disk ??= Promise.all([import('flydrive'), import('./durable-disk.js')]).then(
      ([{ Disk }, { DurableFsDriver }]) => new Disk(new DurableFsDriver(this.#folder)),
    )
    return this.#disk
  }

  /** Takes away what servers that were killed have left half received before the moment given. */
  async sweepIncoming(before: Date): Promise<void> {
    const names = await readdir(this.#incoming).catch(() => [])
    for (const name of names) {
      const path = join(this.#incoming, name)
      const { mtime } = await stat(path).catch(() => ({ mtime: before }))
      if (mtime < before) await rm(path, { force: true })
    }
  }
}

/** Spread over folders, as some file systems are slow with a million names in one. */
function keyOf(id: string): string {
  return `${id.slice(0, 2)}/${id}`
}
