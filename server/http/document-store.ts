import type { DocumentNode } from 'graphql'
import { textOfName } from './document-name.js'

/**
 * Documents that were parsed and found valid, by their texts, so that a client's next request with the same document
 * costs neither.
 * Bounded by the length of their texts, as syntax trees grow with it; the least recently used go first.
 */
export class DocumentStore {
  readonly #documents = new Map<string, DocumentNode>()
  #characters = 0

  constructor(readonly maxCharacters: number) {}

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.find(textOfName(key))
  }

  /** The document with this text. */
  find(text: string): DocumentNode | undefined {
    const document = this.#documents.get(text)
    if (document) {
      // A Map keeps the order of insertion: the first is the least recently used.
      this.#documents.delete(text)
      this.#documents.set(text, document)
    }
    return document
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    const text = textOfName(key)
    this.#forget(text)
    this.#documents.set(text, document)
    this.#characters += lengthOf(document)
    for (const oldest of this.#documents.keys()) {
      if (this.#characters <= this.maxCharacters) break
      this.#forget(oldest)
    }
  }

  async delete(key: string): Promise<boolean> {
    return this.#forget(textOfName(key))
  }

  #forget(text: string): boolean {
    this.#characters -= lengthOf(this.#documents.get(text))
    return this.#documents.delete(text)
  }
}

function lengthOf(document: DocumentNode | undefined): number {
  return document?.loc?.source.body.length ?? 0
}
