/**
 * Tells whether anybody still waits for an answer. An AbortSignal does the same, but takes longer to make and to listen
 * to than the rest of a small read takes to prepare, so it is made for those who ask for one.
 */
export class Cancellation {
  #cancelled = false
  #listeners: Set<() => void> | undefined
  #controller: AbortController | undefined

  get cancelled(): boolean {
    return this.#cancelled
  }

  /** For what takes an AbortSignal, such as `fetch`. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController()
      if (this.#cancelled) this.#controller.abort()
    }
    return this.#controller.signal
  }

  /** Nobody waits any more; only the first call counts. */
  cancel(): void {
    if (this.#cancelled) return
    this.#cancelled = true
    this.#controller?.abort()
    const listeners = this.#listeners
    this.#listeners = undefined
    for (const listener of listeners ?? []) listener()
  }

  /** Calls a listener once when nobody waits any more; never, if that is so already. */
  addListener(listener: () => void): void {
    if (this.#cancelled) return
    this.#listeners ??= new Set()
    this.#listeners.add(listener)
  }

  removeListener(listener: () => void): void {
    this.#listeners?.delete(listener)
  }
}
