import type { Outcome, Requirement, VerdictResult } from '../enums.js'
import { type CaseReading, caseFacts } from './case-facts.js'
import type { CompiledEdition } from './compile-edition.js'
import type { AttachmentRequirement } from './edition.js'
import { openCall } from './open-call.js'
import { type Fact, type FactObject, Frame, Missing, type RuleValue, type Run } from './rule-value.js'
import type { AttachmentFinding, Finding, Verdict } from './verdict.js'

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
  readonly findings: readonly Finding[]
  readonly result: VerdictResult
  readonly #compiled: CompiledEdition
  readonly #frame: Frame
  #attachments: readonly AttachmentFinding[] | undefined

  constructor(
    compiled: CompiledEdition,
    facts: FactObject,
    readonly call: string,
  ) {
    this.#compiled = compiled
    this.#frame = new Frame(facts)
    this.findings = compiled.rules.map((rule) => judge(rule, this.#frame))
    this.result = resultOf(this.findings)
  }

  /** Judged when somebody asks: it takes half as long again as the rules. */
  get attachments(): readonly AttachmentFinding[] {
    this.#attachments ??= this.#compiled.attachments.map((attachment) => judgeAttachment(attachment, this.#frame))
    return this.#attachments
  }
}

/**
 * Runs an expression of a guideline.
 * @throws Error naming where it stands when it fails: a fault of the guideline, which must never become a verdict.
 */
export function evaluate(run: Run, frame: Frame, at: string): RuleValue | Missing {
  try {
    return run(frame)
  } catch (error) {
    throw new Error(`${at} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function judge({ rule, when, require }: CompiledEdition['rules'][number], frame: Frame): Finding {
  frame.begin()
  const applies = when ? evaluate(when, frame, `rule ${rule.id}, when ${rule.when}`) : true
  const holds =
    applies === true && require ? evaluate(require, frame, `rule ${rule.id}, require ${rule.require}`) : null
  const undecided = applies instanceof Missing ? applies : holds instanceof Missing ? holds : null
  const outcome = outcomeOf(undecided, applies, holds)
  return {
    rule: rule.id,
    clause: rule.clause,
    level: rule.level,
    outcome,
    title: rule.title,
    facts: frame.reads,
    missing: undecided?.list ?? [],
    fix: outcome === 'PASS' || outcome === 'NOT_APPLICABLE' ? null : rule.fix,
  }
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
  const blocks = findings.filter((finding) => finding.level === 'BLOCK')
  if (blocks.some((finding) => finding.outcome === 'FAIL')) return 'INELIGIBLE'
  return blocks.some((finding) => finding.outcome === 'UNKNOWN') ? 'UNDETERMINED' : 'ELIGIBLE'
}

function judgeAttachment(
  { requirement, categories, when }: CompiledEdition['attachments'][number],
  frame: Frame,
): AttachmentFinding {
  frame.begin()
  const needed = requirement.optional ? false : isNeeded(requirement, categories, when, frame)
  const attached = (frame.root.attachments as Fact).value as readonly string[] | undefined
  return {
    attachment: requirement.code,
    clause: requirement.clause,
    requirement: requirementOf(needed),
    attached: attached ? attached.includes(requirement.code) : null,
    missing: needed instanceof Missing ? needed.list : [],
  }
}

/** For the category and by the condition: either alone can rule it out. */
function isNeeded(
  { code, when: source }: AttachmentRequirement,
  categories: readonly string[] | null,
  when: Run | null,
  frame: Frame,
): RuleValue | Missing {
  const category = categories ? categoryIsOneOf(categories, frame) : true
  if (category === false || !when) return category
  const condition = evaluate(when, frame, `attachment ${code}, when ${source}`)
  if (condition === false || category === true) return condition
  return category instanceof Missing && condition instanceof Missing ? category.and(condition) : category
}

function categoryIsOneOf(categories: readonly string[], frame: Frame): boolean | Missing {
  const code = frame.value((frame.root.category as FactObject).code as Fact)
  return code instanceof Missing ? code : categories.includes(code as string)
}

function requirementOf(needed: RuleValue | Missing): Requirement {
  if (needed instanceof Missing) return 'UNKNOWN'
  return needed ? 'REQUIRED' : 'NOT_REQUIRED'
}
