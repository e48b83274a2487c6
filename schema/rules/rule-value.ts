import type { LocalizedText } from './localized-text.js'
import { formatMoney } from './money.js'
import type { FactRead, MissingFact } from './verdict.js'

/** A value inside the rule language: amounts are whole fen and counts are bigints, dates are text that compares. */
export type RuleValue = boolean | bigint | string | FactObject | readonly RuleValue[]

/** An object of the rule language, such as `applicant`; every field is there, a fact perhaps without a value. */
export interface FactObject {
  readonly [field: string]: Fact | FactObject
}

/** How a fact's value is written: `count` is a list of objects, of which only the number is shown. */
export type FactFormat = 'plain' | 'money' | 'list' | 'moneys' | 'count'

/** One fact, or parameter of the guideline, as far as it is known. */
export class Fact {
  #read: FactRead | undefined
  #missing: Missing | undefined

  constructor(
    /** Path such as `applicant.kind` or `partners[0].kind`. */
    readonly name: string,
    readonly label: LocalizedText,
    readonly format: FactFormat,
    readonly value: RuleValue | undefined,
  ) {}

  /** The fact as a finding shows it; made once however many rules read it. */
  get read(): FactRead {
    const { name, label, format, value } = this
    this.#read ??= { name, label, value: value === undefined ? '' : textOf(value, format) }
    return this.#read
  }

  /** What reading it gives while it isn't known. */
  get missing(): Missing {
    this.#missing ??= new Missing([this])
    return this.#missing
  }
}

function textOf(value: RuleValue, format: FactFormat): string {
  if (!Array.isArray(value)) return format === 'money' ? formatMoney(value as bigint) : String(value)
  if (value.length === 0) return '[]'
  if (format === 'count') return String(value.length)
  return value.map((item) => (format === 'moneys' ? formatMoney(item as bigint) : String(item))).join(',')
}

/** The result of an expression that can't be decided, with exactly the facts that it hangs on. */
export class Missing {
  constructor(readonly facts: readonly Fact[]) {}

  /** What two undecided parts together hang on. */
  and(other: Missing): Missing {
    const added = other.facts.filter((fact) => !this.facts.includes(fact))
    return added.length === 0 ? this : new Missing([...this.facts, ...added])
  }

  get list(): MissingFact[] {
    return this.facts.map(({ name, label }) => ({ name, label }))
  }
}

/** One evaluation after the other on one case: what the names stand for, the variables of macros, and the facts read so far. */
export class Frame {
  readonly locals: RuleValue[] = []
  readonly #reads: Fact[] = []
  #read = 0

  constructor(readonly root: FactObject) {}

  /** The value of a fact; notes that it was read. */
  value(fact: Fact): RuleValue | Missing {
    if (fact.value === undefined) return fact.missing
    for (let place = 0; place < this.#read; place++) if (this.#reads[place] === fact) return fact.value
    this.#reads[this.#read++] = fact
    return fact.value
  }

  /** Begins the next evaluation: nothing has been read. */
  begin(): void {
    this.#read = 0
  }

  /** The known facts that were read, in the order of reading, each once. */
  get reads(): FactRead[] {
    return this.#reads.slice(0, this.#read).map((fact) => fact.read)
  }
}

/** An expression ready to run. */
export type Run = (frame: Frame) => RuleValue | Missing
