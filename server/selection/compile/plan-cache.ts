import { createHash } from 'node:crypto'
import type { Runnable } from '../execute/execute-statement.js'
import type { BatchStatement } from './batch-statement.js'
import type { Statement } from './compile-statement.js'

/** A compiled statement and how often it has run; `batch` comes with the second request. */
export type Plan = Omit<Statement, 'batch'> & Runnable & { batch?: BatchPlan }

/** A batch's statement, and how long runs took for each of their requests, in milliseconds. */
export type BatchPlan = BatchStatement & Runnable & { duration?: number }

const mostPlans = 2_000
/** Characters of text and key, about 32 MB. */
const mostCharacters = 16_000_000

/** Compiled statements by key; what was used longest ago makes room. Keys whose statements are equal share a plan. */
export class PlanCache {
  readonly #plans = new Map<string, Plan>()
  /** Plans by their text, and how many keys each has. */
  readonly #shared = new Map<string, { readonly plan: Plan; keys: number }>()
  #characters = 0

  /** The plan of a key, compiled if it isn't there. What never comes back needs no statement for several requests. */
  get(key: string, compile: (withBatch: boolean) => Statement): Plan {
    const known = this.#plans.get(key)
    if (known) {
      this.#plans.delete(key)
      this.#plans.set(key, known)
      if (known.canBatch && !known.batch) this.#addBatch(known, compile(true))
      return known
    }
    const plan = this.#share(compile(false))
    this.#plans.set(key, plan)
    this.#characters += key.length
    this.#makeRoom()
    return plan
  }

  get size(): number {
    return this.#plans.size
  }

  #share(statement: Statement): Plan {
    const shared = this.#shared.get(statement.text)
    if (shared && isSame(shared.plan, statement)) {
      shared.keys++
      return shared.plan
    }
    const plan: Plan = Object.assign(runnable(statement.text), { ...statement, batch: undefined })
    this.#characters += charactersOf(plan)
    if (!shared) this.#shared.set(plan.text, { plan, keys: 1 })
    return plan
  }

  #addBatch(plan: Plan, { batch }: Statement): void {
    if (!batch) return
    plan.batch = Object.assign(runnable(batch.text), batch)
    this.#characters += batch.text.length
    this.#makeRoom()
  }

  #makeRoom(): void {
    for (const [key, plan] of this.#plans) {
      if (this.#plans.size <= mostPlans && this.#characters <= mostCharacters) return
      this.#plans.delete(key)
      this.#characters -= key.length
      const shared = this.#shared.get(plan.text)
      if (shared?.plan === plan && --shared.keys > 0) continue
      if (shared?.plan === plan) this.#shared.delete(plan.text)
      this.#characters -= charactersOf(plan)
    }
  }
}

/** Most statements run once, and need no name. */
function runnable(text: string): Runnable {
  let name: string | undefined
  return {
    text,
    uses: 0,
    get name() {
      name ??= `sb_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
      return name
    },
  }
}

function charactersOf({ text, batch }: Plan): number {
  return text.length + (batch?.text.length ?? 0)
}

/** Equal texts may still differ in where the values of their parameters come from. */
function isSame(one: Plan, other: Statement): boolean {
  return (
    one.passThrough === other.passThrough &&
    one.binds.length === other.binds.length &&
    one.binds.every((bind, i) => bind === other.binds[i])
  )
}
