import type { DocumentNode } from 'graphql'

/**
 * Documents that were parsed and found valid, so that a client's next request with the same document costs neither.
 * Bounded by the length of their texts, as syntax trees grow with it; the least recently used go first.
 */
export class DocumentStore {
  readonly #documents = new Map<string, DocumentNode>()
  #characters = 0

  constructor(readonly maxCharacters: number) {}

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key)
    if (document) {
      // A Map keeps the order of insertion: the first is the least recently used.
      this.#documents.delete(key)
      this.#documents.set(key, document)
    }
    return document
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key)
    this.#documents.set(key, document)
    this.#characters += lengthOf(document)
    for (const oldest of this.#documents.keys()) {
      if (this.#characters <= this.maxCharacters) break
      await this.delete(oldest)
    }
  }

  async delete(key: string): Promise<boolean> {
    this.#characters -= lengthOf(this.#documents.get(key))
    return this.#documents.delete(key)
  }
}

function lengthOf(document: DocumentNode | undefined): number {
  return document?.loc?.source.body.length ?? 0
}
