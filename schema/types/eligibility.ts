import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type {
  IntegrityRecordKind,
  Outcome,
  ProjectState,
  Requirement,
  RouteOutcome,
  RuleLevel,
  VerdictResult,
} from '../enums.js'
import type { FactsOf } from '../rules/facts.js'
import type { LocalizedText } from '../rules/localized-text.js'
import {
  IntegrityRecordKindEnum,
  OutcomeEnum,
  ProjectStateEnum,
  RequirementEnum,
  RouteOutcomeEnum,
  RuleLevelEnum,
  VerdictResultEnum,
} from './enums.js'
import { FactsInput } from './facts.input.js'
import { AttachmentRequirement, Call, Clause, EligibilityRule } from './guideline.js'
import { LocalizedField } from './localized-field.js'
import { AsOf, DateTime, LocalDate } from './scalars.js'
import { UserError } from './user-error.js'

@InputType({ description: 'An application as far as it is known.' })
export class CheckEligibilityInput {
  @Field(() => String, { description: 'Code of the city, e.g. "xining".' })
  city!: string

  @Field(() => Int, { description: 'Programme year, e.g. 2024.' })
  year!: number

  @Field(() => String, { nullable: true, description: 'Code of the category.' })
  category?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the direction; a leaf of the category’s tree.' })
  direction?: string | null

  @Field(() => AsOf, { nullable: true, description: 'The moment the verdict is for; now, if left out.' })
  asOf?: string | null

  @Field(() => ID, {
    nullable: true,
    description:
      'A registered organisation that the caller sees: facts about it come from its registration and the city’s registers, and can’t be given.',
  })
  applicant?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'A registered person who is to lead the project; facts about him come from the registers likewise.',
  })
  leader?: string | null

  @Field(() => FactsInput, { nullable: true })
  facts?: FactsOf<'Facts'> | null
}

@ObjectType({ description: 'A fact, or a parameter of the guideline, that a rule read.' })
export class FactRead {
  @Field(() => String, { description: 'Path, e.g. "applicant.ongoingProjects" or "parameters.maxConcurrentProjects".' })
  name!: string

  @LocalizedField({ description: 'What the fact is.' })
  label!: LocalizedText

  @Field(() => String, {
    description: 'As text: amounts in yuan, dates as YYYY-MM-DD, lists comma-separated, "[]" for none.',
  })
  value!: string
}

@ObjectType({ description: 'A fact that is not known and that the outcome hangs on.' })
export class MissingFact {
  @Field(() => String, { description: 'Path in the facts.' })
  name!: string

  @LocalizedField({ description: 'What the fact is.' })
  label!: LocalizedText
}

@ObjectType({ description: 'A project of the ledger for which a rule fails.' })
export class BlockingProject {
  @Field(() => String)
  number!: string

  @Field(() => String)
  title!: string

  @Field(() => ProjectStateEnum)
  state!: ProjectState

  @Field(() => LocalDate)
  startsOn!: string

  @Field(() => LocalDate, { description: 'When it is to be finished.' })
  plannedEndOn!: string

  @Field(() => LocalDate, { nullable: true, description: 'When it was closed, terminated or revoked.' })
  endedOn?: string | null
}

@ObjectType({ description: 'An integrity record for which a rule fails.' })
export class BlockingRecord {
  @Field(() => IntegrityRecordKindEnum)
  kind!: IntegrityRecordKind

  @Field(() => LocalDate, { description: 'First day on which it stands.' })
  since!: string

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it stands; null while it does.' })
  until?: string | null

  @Field(() => String, { description: 'Who says so; whom to ask for a correction.' })
  source!: string
}

@ObjectType({ description: 'What one rule says of an application.' })
export class Finding {
  @Field(() => EligibilityRule)
  rule!: EligibilityRule

  @Field(() => Clause)
  clause!: Clause

  @Field(() => RuleLevelEnum)
  level!: RuleLevel

  @Field(() => OutcomeEnum)
  outcome!: Outcome

  @LocalizedField({ description: 'What the rule asks for.' })
  title!: LocalizedText

  @Field(() => [FactRead], { description: 'What the rule read, in the order of reading.' })
  facts!: readonly FactRead[]

  @Field(() => [MissingFact], { description: 'What has to be known first; only for UNKNOWN.' })
  missing!: readonly MissingFact[]

  @LocalizedField({ description: 'What to do; null for PASS and NOT_APPLICABLE.', nullable: true })
  fix?: LocalizedText | null

  @Field(() => [BlockingProject], {
    description:
      'Projects of the ledger for which the rule fails: of the applicant or leader that the input names, wherever they are carried out. At most 100.',
  })
  projects!: readonly BlockingProject[]

  @Field(() => [BlockingRecord], {
    description:
      'Integrity records for which the rule fails, of the applicant or leader that the input names. At most 100.',
  })
  records!: readonly BlockingRecord[]
}

@ObjectType({ description: 'Whether an attachment has to be handed in.' })
export class AttachmentFinding {
  @Field(() => AttachmentRequirement)
  attachment!: AttachmentRequirement

  @Field(() => RequirementEnum)
  requirement!: Requirement

  @Field(() => Boolean, { nullable: true, description: 'It is among the attachments; null when they are not known.' })
  attached?: boolean | null

  @Field(() => [MissingFact])
  missing!: readonly MissingFact[]
}

@ObjectType({ description: 'All findings together, and what follows from them.' })
export class Verdict {
  @Field(() => VerdictResultEnum, {
    description: 'INELIGIBLE if a blocking rule fails; else UNDETERMINED if one is unknown.',
  })
  result!: VerdictResult

  @Field(() => Int, { description: 'Edition of the guideline that was applied.' })
  edition!: number

  @Field(() => DateTime, { description: 'The moment it is for.' })
  asOf!: string

  @Field(() => Call, { description: 'Where a submission at that moment goes.' })
  call!: Call

  // `findings`, `attachments`, `route` and `secondsLeft` are made by verdict.resolver.ts.
}

@ObjectType()
export class CheckEligibilityPayload {
  @Field(() => Verdict, { nullable: true, description: 'Null if the input was refused.' })
  verdict?: Verdict | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@InputType({ description: 'The application to find the recommending authorities for, as far as it is known.' })
export class RouteInput {
  @Field(() => String)
  city!: string

  @Field(() => Int)
  year!: number

  @Field(() => String, { nullable: true })
  category?: string | null

  @Field(() => String, { nullable: true })
  direction?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'A registered organisation that the caller sees: facts about it come from its registration.',
  })
  applicant?: string | null

  @Field(() => FactsInput, { nullable: true })
  facts?: FactsOf<'Facts'> | null
}

@ObjectType({ description: 'One level of recommendation.' })
export class RouteStep {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the authority; null for a department that the applicant names.',
  })
  code?: string | null

  @LocalizedField({ description: 'Name of the authority.' })
  name!: LocalizedText
}

@ObjectType({ description: 'Who recommends, level by level (逐级).' })
export class Route {
  @Field(() => RouteOutcomeEnum)
  outcome!: RouteOutcome

  @Field(() => Clause, { nullable: true, description: 'The clause that says so; null while undetermined.' })
  clause?: Clause | null

  @Field(() => [RouteStep], { description: 'First level first; empty unless FOUND.' })
  authorities!: readonly RouteStep[]

  @Field(() => [FactRead])
  facts!: readonly FactRead[]

  @Field(() => [MissingFact], { description: 'What has to be known first; only for UNDETERMINED.' })
  missing!: readonly MissingFact[]
}

@ObjectType()
export class RoutePayload {
  @Field(() => Route, { nullable: true, description: 'Null if the input was refused.' })
  route?: Route | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType({ description: 'When the sealed paper copies are due (notice, 二（二）).' })
export class PaperDeadline {
  @Field(() => LocalDate, { description: 'Last day, included.' })
  dueOn!: string

  @Field(() => LocalDate, {
    description: 'The day that is counted from: the call’s last, or that of the formal check if later.',
  })
  countedFrom!: string

  @Field(() => Int, { description: 'Working days from one to the other, by the city’s calendar.' })
  workingDays!: number

  @Field(() => Int, { description: 'Copies to hand in.' })
  copies!: number

  @Field(() => Clause)
  clause!: Clause
}

@ObjectType()
export class PaperDeadlinePayload {
  @Field(() => PaperDeadline, { nullable: true, description: 'Null if it can’t be told; the errors say why.' })
  deadline?: PaperDeadline | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
