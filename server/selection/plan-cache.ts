import { createHash } from 'node:crypto'
import type { Statement } from './compile-statement.js'

/** A compiled statement and how often it has run. */
export type Plan = Statement & { readonly name: string; uses: number }

const mostPlans = 2_000
/** Characters of text and key, about 32 MB. */
const mostCharacters = 16_000_000

/** Compiled statements by key; what was used longest ago makes room. */
export class PlanCache {
  readonly #plans = new Map<string, Plan>()
  #characters = 0

  /** The plan of a key, compiled if it isn't there. */
  get(key: string, compile: () => Statement): Plan {
    const known = this.#plans.get(key)
    if (known) {
      this.#plans.delete(key)
      this.#plans.set(key, known)
      return known
    }
    const statement = compile()
    const plan = {
      ...statement,
      name: `sb_${createHash('sha256').update(statement.text).digest('hex').slice(0, 32)}`,
      uses: 0,
    }
    this.#plans.set(key, plan)
    this.#characters += key.length + plan.text.length
    this.#makeRoom()
    return plan
  }

  get size(): number {
    return this.#plans.size
  }

  #makeRoom(): void {
    for (const [key, { text }] of this.#plans) {
      if (this.#plans.size <= mostPlans && this.#characters <= mostCharacters) return
      this.#plans.delete(key)
      this.#characters -= key.length + text.length
    }
  }
}
