import type { Outcome, Requirement, RuleLevel, VerdictResult } from '../enums.js'
import type { LocalizedText } from './localized-text.js'

/** What is known when a verdict is asked for. Codes are those of the edition; missing means not known yet. */
export type Case<Facts> = {
  readonly category?: string | null
  /** Code of a direction of the category. */
  readonly direction?: string | null
  /** The instant that the verdict is for: dates count back from it and it decides whether a call is open. */
  readonly asOf: Date
  readonly facts: Facts
}

/** A fact, or a parameter of the guideline, that an expression read, with its value as text. */
export type FactRead = {
  /** Path such as `applicant.ongoingProjects`, `partners[0].kind` or `parameters.maxConcurrentProjects`. */
  readonly name: string
  readonly label: LocalizedText
  /**
   * Amounts in yuan with two decimals, dates as YYYY-MM-DD, lists comma-separated, an empty list as `[]`; a list of
   * objects, such as the partners, as their number.
   */
  readonly value: string
}

/** A fact that is not known and that the outcome hangs on. */
export type MissingFact = { readonly name: string; readonly label: LocalizedText }

/** What one rule says. */
export type Finding = {
  readonly rule: string
  readonly clause: string
  readonly level: RuleLevel
  readonly outcome: Outcome
  readonly title: LocalizedText
  /** In the order of reading, each once. */
  readonly facts: readonly FactRead[]
  /** Only for UNKNOWN. */
  readonly missing: readonly MissingFact[]
  /** What to do; null unless the outcome is FAIL, UNKNOWN or REVIEW. */
  readonly fix: LocalizedText | null
}

/** Whether an attachment has to be handed in. */
export type AttachmentFinding = {
  readonly attachment: string
  readonly clause: string
  readonly requirement: Requirement
  /** True when it is among the attachments given, false when not, null when no attachments are known. */
  readonly attached: boolean | null
  readonly missing: readonly MissingFact[]
}

/** All findings together, and what follows from them. */
export type Verdict = {
  readonly result: VerdictResult
  /** In the guideline's order. */
  readonly findings: readonly Finding[]
  readonly attachments: readonly AttachmentFinding[]
  /** Code of the call that a submission at `asOf` goes to. */
  readonly call: string
}

/** Who recommends. */
export type RouteResult = {
  /** FOUND: authorities level by level. MANUAL: the programme office's queue. UNDETERMINED: facts are missing. */
  readonly result: 'FOUND' | 'MANUAL' | 'UNDETERMINED'
  readonly route: string | null
  readonly clause: string | null
  readonly authorities: readonly { readonly code: string | null; readonly name: LocalizedText }[]
  readonly facts: readonly FactRead[]
  readonly missing: readonly MissingFact[]
}
