import { createHash } from 'node:crypto'
import type { BatchStatement } from './batch-statement.js'
import type { Statement } from './compile-statement.js'
import type { Runnable } from './execute-statement.js'

/** A compiled statement and how often it has run. */
export type Plan = Omit<Statement, 'batch'> & Runnable & { readonly batch?: BatchPlan }

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

  /** The plan of a key, compiled if it isn't there. */
  get(key: string, compile: () => Statement): Plan {
    const known = this.#plans.get(key)
    if (known) {
      this.#plans.delete(key)
      this.#plans.set(key, known)
      return known
    }
    const plan = this.#share(compile())
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
    const plan = toPlan(statement)
    this.#characters += charactersOf(plan)
    if (!shared) this.#shared.set(plan.text, { plan, keys: 1 })
    return plan
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

function toPlan({ batch, ...statement }: Statement): Plan {
  const runnable = ({ text }: { text: string }) => ({ text, name: nameOf(text), uses: 0 })
  return {
    ...statement,
    ...runnable(statement),
    ...(batch && { batch: { ...batch, ...runnable(batch) } }),
  }
}

/** A name that is the same for equal texts. */
function nameOf(text: string): string {
  return `sb_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
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
