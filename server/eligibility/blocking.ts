import type { CaseReading } from '../../schema/rules/case-facts.js'
import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import type { CompiledEdition } from '../../schema/rules/compile-edition.js'
import { factPlan } from '../../schema/rules/fact-plan.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import type { FactRead, Finding } from '../../schema/rules/verdict.js'
import type { BlockingProject, BlockingRecord } from '../../schema/types/eligibility.js'
import type { Known } from './find-known.js'
import type { Evidence } from './standing-facts.js'

/** Entries that are listed for one finding. */
const mostListed = 100

/** Facts about people that nobody is shown, of the leader and of participants. */
const personal = /^(leader|personnel\[\d+\])\.birthDate$/

/** Which entries of the registers make a rule fail. */
export class Blocking {
  readonly #known: Known
  readonly #compiled: CompiledEdition
  readonly #asked: CaseReading
  readonly #asOf: Date
  readonly #hidden: RegExp | undefined

  /** @param hidden names of facts that the caller isn't told, beside those about people */
  constructor(known: Known, compiled: CompiledEdition, asked: CaseReading, asOf: Date, hidden?: RegExp) {
    this.#known = known
    this.#compiled = compiled
    this.#asked = asked
    this.#asOf = asOf
    this.#hidden = hidden
  }

  projects(finding: Finding): readonly BlockingProject[] {
    return this.#entries(finding).flatMap(({ project }) => project ?? [])
  }

  records(finding: Finding): readonly BlockingRecord[] {
    return this.#entries(finding).flatMap(({ record }) => record ?? [])
  }

  /** What a rule read, with stars for what the service knows of a person and the caller may not read here. */
  withoutPersonal(facts: readonly FactRead[]): readonly FactRead[] {
    return facts.map((fact) => (this.#isHidden(fact.name) ? { ...fact, value: '***' } : fact))
  }

  #isHidden(name: string): boolean {
    return (personal.test(name) || (this.#hidden?.test(name) ?? false)) && this.#isKnown(name)
  }

  #isKnown(name: string): boolean {
    const value = name
      .split(/[.[\]]+/)
      .reduce<unknown>(
        (inside, step) => (inside as Record<string, unknown> | null | undefined)?.[step],
        this.#known.facts,
      )
    return (value ?? null) !== null
  }

  #entries(finding: Finding): readonly Evidence[] {
    if (finding.outcome !== 'FAIL') return []
    const entries = finding.facts.flatMap(({ name }) => this.#failing(finding.rule, name))
    return entries.slice(0, mostListed)
  }

  /** Of a list of days, the entries whose day alone lets the rule fail; of others all that were counted. */
  #failing(rule: string, fact: string): readonly Evidence[] {
    const entries = this.#known.evidence.get(fact) ?? []
    const decided = new Map<LocalDate, boolean>()
    return entries.filter(({ day }) => {
      if (day === null) return true
      const fails = decided.get(day) ?? this.#failsFor(rule, fact, day)
      decided.set(day, fails)
      return fails
    })
  }

  #failsFor(rule: string, fact: string, day: LocalDate): boolean {
    const values = this.#asked.values.slice()
    values[placeOf(fact)] = [day]
    const { findings } = checkEligibility(this.#compiled, { ...this.#asked, values }, this.#asOf)
    return findings.find((finding) => finding.rule === rule)?.outcome === 'FAIL'
  }
}

/** Where a fact of the applicant or leader stands among a case's values. */
function placeOf(fact: string): number {
  const fields = factPlan.flatMap(({ object }) => object ?? [])
  const field = fields.find(({ path }) => path === fact)
  if (!field) throw new Error(`There is no fact ${fact}.`)
  return field.place
}
