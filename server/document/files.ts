import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Disk } from 'flydrive'
import type { Logger } from 'pino'
import type { Secret } from '../secrets/keyring.js'
import { fileRefusals } from './file-refusals.js'
import { AddressSigner, type Grant } from './signed-address.js'
import { openDisk, type Storage } from './storage.js'

type Options = {
  /** Folder of the service's data: what is still coming is in `incoming`. */
  readonly dataDir: string
  /** By default a folder beside. */
  readonly storage?: Storage
  /** Address at which the service is reached, to which paths are added; without it addresses are paths. */
  readonly publicUrl?: string
  /** The secrets that addresses are signed with, the newest first. */
  readonly secrets: () => readonly Secret[]
  readonly logger?: Logger
}

/** How often a file is sent to the storage before it is given up. */
const attempts = 3

/** Where the contents of documents are, and the addresses under which they come and go. */
export class Files {
  readonly signer: AddressSigner
  readonly #storage: Storage
  readonly #incoming: string
  readonly #publicUrl: string
  readonly #logger: Logger | undefined
  #disk: Promise<Disk> | undefined

  constructor({ dataDir, storage, publicUrl = '', secrets, logger }: Options) {
    this.signer = new AddressSigner(secrets)
    this.#storage = storage ?? { kind: 'DISK', folder: join(dataDir, 'documents') }
    this.#incoming = join(dataDir, 'incoming')
    this.#publicUrl = publicUrl.replace(/\/+$/, '')
    this.#logger = logger
  }

  /** The address of an upload, which holds until the moment given. */
  uploadUrl(document: { id: string; size: number; account: string }, expiresAt: Date): string {
    return this.#publicUrl + this.signer.sign({ action: 'upload', ...document }, expiresAt)
  }

  /**
   * An address to download a document from, its thumbnail, or an application’s budget or printed form; it holds for 5 to 10
   * minutes, and is the same for everyone who asks in a while.
   */
  downloadUrl(id: string, now: Date, action: Exclude<Grant['action'], 'upload'> = 'download'): string {
    const interval = 5 * 60_000
    const expiresAt = new Date((Math.floor(now.getTime() / interval) + 2) * interval)
    return this.#publicUrl + this.signer.sign({ action, id }, expiresAt)
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

  /**
   * Puts a complete file where documents are kept; it is there whole, or not at all. The same may be put again.
   * @throws {GraphQLError} FILE_STORAGE_UNAVAILABLE
   */
  async keep(id: string, path: string, part: 'content' | 'thumbnail' = 'content'): Promise<void> {
    const disk = await this.#openDisk()
    for (let attempt = 1; ; attempt++) {
      try {
        return await disk.copyFromFs(path, this.#keyOf(id, part))
      } catch (error) {
        if (attempt === attempts) throw this.#unavailable(error)
      }
    }
  }

  /** @throws {GraphQLError} FILE_STORAGE_UNAVAILABLE */
  async read(id: string, part: 'content' | 'thumbnail' = 'content'): Promise<Readable> {
    const disk = await this.#openDisk()
    return disk.getStream(this.#keyOf(id, part)).catch((error) => {
      throw this.#unavailable(error)
    })
  }

  async remove(id: string): Promise<void> {
    const disk = await this.#openDisk()
    await disk.delete(this.#keyOf(id, 'thumbnail'))
    await disk.delete(this.#keyOf(id, 'content'))
  }

  /** Loaded when the first file comes or goes: most servers start without one at hand. */
  #openDisk(): Promise<Disk> {
    this.#disk ??= openDisk(this.#storage)
    return this.#disk
  }

  /** Spread over folders, as some file systems are slow with a million names in one. */
  #keyOf(id: string, part: 'content' | 'thumbnail'): string {
    const prefix = this.#storage.kind === 'S3' ? this.#storage.prefix : ''
    return `${prefix}${id.slice(0, 2)}/${id}${part === 'thumbnail' ? '.webp' : ''}`
  }

  #unavailable(error: unknown): Error {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    this.#logger?.error({ error: String(cause) }, 'a file couldn’t be stored or read')
    return fileRefusals.storageUnavailable()
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
