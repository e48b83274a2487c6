import type { CallKind, FundingMode, ParameterType, RuleLevel } from '../enums.js'
import type { LocalizedText } from './localized-text.js'
import type { WorkingCalendar } from './working-days.js'

/**
 * One edition of a guideline: a city's notice for one programme year as data. This is what a guideline file is
 * loaded into, what the database keeps unchanged, and what the evaluator reads. `clause` is always the id of a
 * clause of the same edition; `when`, `require` and a parameter's use are CEL expressions and names over
 * `category`, `direction`, `asOf`, `parameters` and the facts of `facts.ts`.
 */
export type Edition = {
  readonly city: City
  /** Programme year, e.g. 2024; its calls may lie in the year before. */
  readonly year: number
  /** 1 for the notice as published; each correction is the next number. */
  readonly edition: number
  readonly title: LocalizedText
  /** What changed against the edition before; for edition 1 what the notice is. */
  readonly note: LocalizedText
  readonly calendar: WorkingCalendar
  readonly clauses: readonly Clause[]
  readonly offices: readonly Office[]
  /** Where the sealed papers are handed in. */
  readonly acceptanceDesks: readonly Office[]
  /** Who hears complaints. */
  readonly complaintDesks: readonly Office[]
  readonly authorities: readonly RecommendingAuthority[]
  readonly categories: readonly Category[]
  readonly calls: readonly Call[]
  readonly paper: PaperRule
  readonly parameters: readonly Parameter[]
  readonly rules: readonly EligibilityRule[]
  readonly attachments: readonly AttachmentRequirement[]
  /** First match wins. */
  readonly routes: readonly Route[]
}

/** The city that publishes the notice, with its districts and parks. */
export type City = {
  readonly code: string
  readonly name: LocalizedText
  /** IANA name, e.g. Asia/Shanghai: the zone of all dates and hours of the notice. */
  readonly timeZone: string
  /** Telephone area code for bare local numbers, e.g. 0971. */
  readonly areaCode: string
  readonly districts: readonly Named[]
  readonly parks: readonly Named[]
}

/** Something with a stable code of ours and a name in both languages. */
export type Named = { readonly code: string; readonly name: LocalizedText }

/** A place in the notice. `decidable`: it sets a condition that rules can decide, so at least one rule must cite it. */
export type Clause = {
  readonly id: string
  /** As printed, e.g. 一（三）5. */
  readonly label: string
  readonly summary: LocalizedText
  readonly decidable: boolean
}

/** An office of the programme, a desk that receives papers, or one that hears complaints; several numbers are separated by commas. */
export type Office = Named & { readonly phone: string }

/** Who recommends applications: a district's department, a park's bureau, a line department. */
export type RecommendingAuthority = Named

/** A programme category of the notice. Amounts are decimal strings of yuan. */
export type Category = Named & {
  readonly clause: string
  /** The first is the default; others need an office's recorded reason. */
  readonly fundingModes: readonly FundingMode[]
  readonly fundingNote: LocalizedText
  readonly fundingRange: { readonly min: string; readonly max: string } | null
  /** Codes of the offices in charge. */
  readonly offices: readonly string[]
  /** Scoring evidence, never a block. */
  readonly priorities: readonly LocalizedText[]
  readonly directions: readonly Direction[]
}

/** A node of a category's direction tree; its code is unique in the edition. An application names a leaf. */
export type Direction = Named & {
  /** As printed, slips included, e.g. （4）; empty where nothing is printed. */
  readonly label: string
  readonly clause: string
  /** Codes of the offices in charge where they differ from the category's; empty means the category's. */
  readonly offices: readonly string[]
  readonly children: readonly Direction[]
}

/** A dated window (both ends included), or the pool that is open all year. */
export type Call = Named & {
  readonly clause: string
  readonly kind: CallKind
  /** ISO instants with the offset of the city's zone; null for the all-year pool. */
  readonly opensAt: string | null
  readonly closesAt: string | null
  /** Months (YYYY-MM) in which projects are released from the pool, as far as the notice names any. */
  readonly releaseMonths: readonly string[]
  /** When projects are released, in words. */
  readonly release: LocalizedText
}

/** When the sealed paper copies are due: working days after the call closes or the formal check passed, if later. */
export type PaperRule = { readonly clause: string; readonly copies: number; readonly workingDays: number }

/** A number, amount or date that rules use, with the clause it stands in. */
export type Parameter = {
  readonly name: string
  readonly type: ParameterType
  /** MONEY as a decimal string of yuan, DATE as YYYY-MM-DD. */
  readonly value: number | string | boolean | readonly string[]
  readonly clause: string
  readonly note: LocalizedText
}

/** One condition of eligibility. */
export type EligibilityRule = {
  /** Permanent, e.g. applicant.concurrent-projects. */
  readonly id: string
  readonly clause: string
  readonly level: RuleLevel
  readonly title: LocalizedText
  /** CEL, bool: the rule applies; missing means always. */
  readonly when: string | null
  /** CEL, bool: the condition; null for JUDGE, which a person decides. */
  readonly require: string | null
  /** What to do when it fails. */
  readonly fix: LocalizedText
}

/** A scan to hand in. */
export type AttachmentRequirement = Named & {
  readonly clause: string
  /** Categories it is for; empty means all. */
  readonly categories: readonly string[]
  /** CEL, bool: required when; null means always. */
  readonly when: string | null
  /** True: may be handed in, is never required. */
  readonly optional: boolean
  /** When it is required, in words. */
  readonly condition: LocalizedText
}

/** Who recommends an application: the authorities one after the other (逐级); none means the office's manual queue. */
export type Route = {
  readonly id: string
  readonly clause: string
  readonly when: string
  readonly authorities: readonly AuthorityChoice[]
}

/**
 * An authority: by its code; or chosen by a fact, such as the registered district, through a table from the fact's
 * value to a code; or, without a table, named by the fact's value itself (the applicant's parent department).
 */
export type AuthorityChoice =
  | { readonly code: string }
  | { readonly fact: string; readonly codes: Readonly<Record<string, string>> | null }
