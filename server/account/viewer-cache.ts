import { createHash } from 'node:crypto'
import type { Found } from './find-viewer.js'

/** How long a process takes somebody for who he was, in milliseconds, if nothing is heard of a change. */
const rememberFor = 5_000
const atMost = 5_000

/**
 * Who was found for a token a moment ago. It works only while changes are heard of (`listenForChanges`): otherwise nothing is
 * remembered. Keyed by a hash, so that the memory of the process has no list of tokens.
 */
export class ViewerCache {
  #entries = new Map<string, { readonly found: Found; readonly until: number }>()
  #listening = false
  /** Changes with every change heard of: what was looked up before isn't kept after. */
  #changes = 0

  /** Turns it on or off; what it knew is forgotten. */
  listen(listening: boolean): void {
    this.#listening = listening
    this.clear()
  }

  /** Forgets everybody. */
  clear(): void {
    this.#changes++
    this.#entries.clear()
  }

  /** Forgets an account. */
  forget(account: string): void {
    this.#changes++
    for (const [key, { found }] of this.#entries) if (found.viewer.account === account) this.#entries.delete(key)
  }

  /** Who was found for this token, or who is found now. */
  async find(token: string, look: () => Promise<Found | null>): Promise<Found | null> {
    if (!this.#listening) return look()
    const key = createHash('sha256').update(token).digest('base64url')
    const entry = this.#entries.get(key)
    const now = Date.now()
    if (entry && now < entry.until) return entry.found
    const changes = this.#changes
    const found = await look()
    this.#entries.delete(key)
    if (found && changes === this.#changes && this.#listening) this.#keep(key, found, now)
    return found
  }

  /** The oldest make room. */
  #keep(key: string, found: Found, now: number): void {
    if (this.#entries.size >= atMost) {
      const [oldest] = this.#entries.keys()
      if (oldest !== undefined) this.#entries.delete(oldest)
    }
    this.#entries.set(key, { found, until: Math.min(now + rememberFor, found.expiresAt) })
  }
}
