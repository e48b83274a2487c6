import type { Outcome, Requirement, RuleLevel, VerdictResult } from '../enums.js'
import { type CaseReading, caseFacts } from './case-facts.js'
import type { CompiledEdition, Condition } from './compile-edition.js'
import type { EligibilityRule } from './edition.js'
import { contextPlaces, factPlan } from './fact-plan.js'
import type { LocalizedText } from './localized-text.js'
import { openCall } from './open-call.js'
import { Frame, type KnownFacts, Missing, type RuleValue } from './rule-value.js'
import type { AttachmentFinding, FactRead, Finding, MissingFact, Verdict } from './verdict.js'

/**
 * Judges a case by the rules of an edition: one finding for every rule and every attachment, and the verdict.
 *
 * INELIGIBLE when a BLOCK rule fails, else UNDETERMINED when a BLOCK rule can't be decided yet, else ELIGIBLE; WARN,
 * JUDGE and ROUTE rules never change that, and what an attachment needs is told beside it.
 * @throws TypeError for a case with issues; RangeError when `asOf` is no valid Date or its day leaves the years 1–9999;
 * Error naming the rule when a date that it works out does.
 */
export function checkEligibility(compiled: CompiledEdition, asked: CaseReading, asOf: Date): Verdict {
  return new Judgement(compiled, caseFacts(compiled, asked, asOf), openCall(compiled.edition.calls, asOf).code)
}

/** A verdict whose attachments are worked out by who reads them. */
class Judgement implements Verdict {
  readonly findings: readonly RuleFinding[]
  readonly result: VerdictResult
  readonly #compiled: CompiledEdition
  readonly #known: KnownFacts
  readonly #frame: Frame
  #attachments: readonly AttachmentFinding[] | undefined

  constructor(
    compiled: CompiledEdition,
    known: KnownFacts,
    readonly call: string,
  ) {
    this.#compiled = compiled
    this.#known = known
    this.#frame = new Frame(known)
    this.findings = compiled.rules.map((rule) => judge(rule, this.#frame))
    this.result = resultOf(this.findings)
  }

  /** Judged when somebody asks: it takes half as long again as the rules. */
  get attachments(): readonly AttachmentFinding[] {
    const given = this.#known.values[attachmentsPlace] as readonly string[] | undefined
    this.#attachments ??= this.#compiled.attachments.map((attachment) =>
      judgeAttachment(attachment, given, this.#frame),
    )
    return this.#attachments
  }
}

/** What one rule says, told in words when somebody asks: most read a few findings of a verdict. */
class RuleFinding implements Finding {
  readonly #rule: EligibilityRule
  readonly #undecided: Missing | null
  readonly #reads: readonly number[]
  readonly #frame: Frame

  constructor(
    rule: EligibilityRule,
    readonly outcome: Outcome,
    undecided: Missing | null,
    frame: Frame,
  ) {
    this.#rule = rule
    this.#undecided = undecided
    this.#reads = frame.reads
    this.#frame = frame
  }

  get rule(): string {
    return this.#rule.id
  }

  get clause(): string {
    return this.#rule.clause
  }

  get level(): RuleLevel {
    return this.#rule.level
  }

  get title(): LocalizedText {
    return this.#rule.title
  }

  get facts(): readonly FactRead[] {
    return this.#reads.map((place) => this.#frame.show(place))
  }

  get missing(): readonly MissingFact[] {
    return this.#undecided?.list ?? []
  }

  get fix(): LocalizedText | null {
    return this.outcome === 'PASS' || this.outcome === 'NOT_APPLICABLE' ? null : this.#rule.fix
  }
}

const attachmentsPlace = factPlan.find(({ name }) => name === 'attachments')?.place ?? -1

/**
 * Runs an expression of a guideline.
 * @throws Error naming where it stands when it fails: a fault of the guideline, which must never become a verdict.
 */
export function evaluate({ run, at }: Condition, frame: Frame): RuleValue | Missing {
  try {
    return run(frame)
  } catch (error) {
    throw new Error(`${at} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function judge({ rule, when, require }: CompiledEdition['rules'][number], frame: Frame): RuleFinding {
  frame.begin()
  const applies = when ? evaluate(when, frame) : true
  const holds = applies === true && require ? evaluate(require, frame) : null
  const undecided = applies instanceof Missing ? applies : holds instanceof Missing ? holds : null
  return new RuleFinding(rule, outcomeOf(undecided, applies, holds), undecided, frame)
}

function outcomeOf(
  undecided: Missing | null,
  applies: RuleValue | Missing,
  holds: RuleValue | Missing | null,
): Outcome {
  if (undecided) return 'UNKNOWN'
  if (applies === false) return 'NOT_APPLICABLE'
  if (holds === null) return 'REVIEW'
  return holds ? 'PASS' : 'FAIL'
}

function resultOf(findings: readonly Finding[]): VerdictResult {
  let result: VerdictResult = 'ELIGIBLE'
  for (const finding of findings) {
    if (finding.outcome === 'FAIL' && finding.level === 'BLOCK') return 'INELIGIBLE'
    if (finding.outcome === 'UNKNOWN' && finding.level === 'BLOCK') result = 'UNDETERMINED'
  }
  return result
}

function judgeAttachment(
  { requirement, categories, when }: CompiledEdition['attachments'][number],
  given: readonly string[] | undefined,
  frame: Frame,
): AttachmentFinding {
  frame.begin()
  const needed = requirement.optional ? false : isNeeded(categories, when, frame)
  return {
    attachment: requirement.code,
    clause: requirement.clause,
    requirement: requirementOf(needed),
    attached: given ? given.includes(requirement.code) : null,
    missing: needed instanceof Missing ? needed.list : [],
  }
}

/** For the category and by the condition: either alone can rule it out. */
function isNeeded(categories: readonly string[] | null, when: Condition | null, frame: Frame): RuleValue | Missing {
  const category = categories ? categoryIsOneOf(categories, frame) : true
  if (category === false || !when) return category
  const condition = evaluate(when, frame)
  if (condition === false || category === true) return condition
  return category instanceof Missing && condition instanceof Missing ? category.and(condition) : category
}

function categoryIsOneOf(categories: readonly string[], frame: Frame): boolean | Missing {
  const code = frame.value(contextPlaces.category)
  return code instanceof Missing ? code : categories.includes(code as string)
}

function requirementOf(needed: RuleValue | Missing): Requirement {
  if (needed instanceof Missing) return 'UNKNOWN'
  return needed ? 'REQUIRED' : 'NOT_REQUIRED'
}
