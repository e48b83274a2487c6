/** Where drafts are kept that the service hasn't acknowledged yet, such as a browser's `localStorage`. */
export type DraftStorage = {
  readonly get: (key: string) => string | null | undefined | Promise<string | null | undefined>
  readonly set: (key: string, text: string) => void | Promise<void>
  readonly remove: (key: string) => void | Promise<void>
}

/** What is known of a section that isn't saved as it was typed. Contents are JSON, so that later changes don't reach them. */
export type Draft = {
  /** The revision that the contents are based on. */
  readonly revision: number
  /** As it was typed last. */
  readonly content: string
  /** Sent, and perhaps saved: nobody knows until it is answered. */
  readonly sent?: string
}

/** A place for one section's draft, which it keeps in order: of changes that come faster than it writes, the last counts. */
export class DraftPlace {
  private wanted: Draft | null | undefined
  private writing: Promise<void> | undefined

  constructor(
    private readonly storage: DraftStorage,
    private readonly key: string,
  ) {}

  async read(): Promise<Draft | null> {
    const text = await this.storage.get(this.key)
    return text ? (JSON.parse(text) as Draft) : null
  }

  /** Resolves when this draft, or a later one, is kept. */
  write(draft: Draft | null): Promise<void> {
    this.wanted = draft
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined
    })
    return this.writing
  }

  private async writeAll(): Promise<void> {
    while (this.wanted !== undefined) {
      const draft = this.wanted
      this.wanted = undefined
      await (draft ? this.storage.set(this.key, JSON.stringify(draft)) : this.storage.remove(this.key))
    }
  }
}

/** The client's memory; what is in it ends with the page. */
export function memoryDrafts(): DraftStorage {
  const kept = new Map<string, string>()
  return {
    get: (key) => kept.get(key),
    set: (key, text) => void kept.set(key, text),
    remove: (key) => void kept.delete(key),
  }
}
