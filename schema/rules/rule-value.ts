import type { LocalizedText } from './localized-text.js'
import { formatMoney } from './money.js'
import type { FactRead, MissingFact } from './verdict.js'

/** A value inside the rule language: amounts are whole fen and counts are bigints, dates are text that compares. */
export type RuleValue = boolean | bigint | string | ListedObject | readonly RuleValue[]

/** An object in a list of facts, such as a partner, whose facts stand among the values of the case. */
export class ListedObject {
  constructor(
    /** Place of the first of its facts. */
    readonly first: number,
  ) {}
}

/** How a fact's value is written: `count` is a list of objects, of which only the number is shown. */
export type FactFormat = 'plain' | 'money' | 'list' | 'moneys' | 'count'

/** A fact, or a parameter of the guideline, that rules may read; its value stands in the case, at the fact's place. */
export class Fact {
  /** What reading it gives while it isn't known. */
  readonly missing: Missing

  constructor(
    /** Path such as `applicant.kind` or `partners[0].kind`. */
    readonly name: string,
    readonly label: LocalizedText,
    readonly format: FactFormat,
    /** The fact that somebody has to give, where this one follows from it. */
    source?: Fact,
  ) {
    this.missing = new Missing([source ?? this])
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

/** What is known of a case: facts and their values by place; a value that nobody knows is undefined. */
export type KnownFacts = {
  /** What every case of the edition has. */
  readonly facts: readonly Fact[]
  /** The facts of objects in lists, whose places follow. */
  readonly listed: readonly Fact[]
  readonly values: readonly (RuleValue | undefined)[]
}

/** One evaluation after the other on one case: what is known, the variables of macros, and the facts read so far. */
export class Frame {
  readonly locals: RuleValue[] = []
  readonly #known: KnownFacts
  readonly #values: KnownFacts['values']
  readonly #places: number[] = []
  readonly #shown: FactRead[] = []
  #read = 0

  constructor(known: KnownFacts) {
    this.#known = known
    this.#values = known.values
  }

  /** The value of the fact at a place; notes that it was read. */
  value(place: number): RuleValue | Missing {
    const value = this.#values[place]
    if (value === undefined) return this.#fact(place).missing
    for (let read = 0; read < this.#read; read++) if (this.#places[read] === place) return value
    this.#places[this.#read++] = place
    return value
  }

  /** Begins the next evaluation: nothing has been read. */
  begin(): void {
    this.#read = 0
  }

  /** Places of the known facts that were read, in the order of reading, each once. */
  get reads(): readonly number[] {
    return this.#places.slice(0, this.#read)
  }

  /** The fact at a place as a finding shows it; made once however many rules read it. */
  show(place: number): FactRead {
    const shown = this.#shown[place]
    if (shown) return shown
    const { name, label, format } = this.#fact(place)
    const value = this.#values[place]
    const read = { name, label, value: value === undefined ? '' : textOf(value, format) }
    this.#shown[place] = read
    return read
  }

  #fact(place: number): Fact {
    const { facts, listed } = this.#known
    return (place < facts.length ? facts[place] : listed[place - facts.length]) as Fact
  }
}

/** An expression ready to run. */
export type Run = (frame: Frame) => RuleValue | Missing
