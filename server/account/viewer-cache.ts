import type { Found } from './find-viewer.js'

/** How long a process takes somebody for who he was, in milliseconds, if nothing is heard of a change. */
const rememberFor = 5_000
const atMost = 5_000

/** Somebody who was found, under his verified token. */
export type Remembered = Found & { readonly token: string }

type Entry = { readonly who: Remembered; readonly until: number }

/**
 * Who was found for a signed token a moment ago. It works only while changes are heard of (`listenForChanges`): otherwise
 * nothing is remembered. A token that is here has been verified, so that it isn't verified again.
 */
export class ViewerCache {
  #entries = new Map<string, Entry>()
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
    for (const [signed, { who }] of this.#entries) if (who.viewer.account === account) this.#entries.delete(signed)
  }

  /** Who was found for this signed token. */
  get(signed: string): Remembered | undefined {
    const entry = this.#entries.get(signed)
    return entry && Date.now() < entry.until ? entry.who : undefined
  }

  /** Looks somebody up and remembers him. */
  async find(signed: string, look: () => Promise<Remembered | null>): Promise<Remembered | null> {
    const changes = this.#changes
    const now = Date.now()
    const who = await look()
    this.#entries.delete(signed)
    if (who && changes === this.#changes && this.#listening) this.#keep(signed, who, now)
    return who
  }

  /** The oldest make room. */
  #keep(signed: string, who: Remembered, now: number): void {
    if (this.#entries.size >= atMost) {
      const [oldest] = this.#entries.keys()
      if (oldest !== undefined) this.#entries.delete(oldest)
    }
    this.#entries.set(signed, { who, until: Math.min(now + rememberFor, who.expiresAt) })
  }
}
