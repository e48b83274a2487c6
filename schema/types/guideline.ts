import 'reflect-metadata'
import { Field, Int, ObjectType } from 'type-graphql'
import type { CallKind, FundingMode, OfficeRole, ParameterType, RuleLevel } from '../enums.js'
import type { LocalizedText } from '../rules/localized-text.js'
import { CallKindEnum, FundingModeEnum, OfficeRoleEnum, ParameterTypeEnum, RuleLevelEnum } from './enums.js'
import { LocalizedField, LocalizedListField } from './localized-field.js'
import { Node } from './node.js'
import { PageInfo } from './page-info.js'
import { DateTime, Money } from './scalars.js'

@ObjectType({ description: 'The city that publishes a guideline.' })
export class City {
  @Field(() => String, { description: 'Stable code, e.g. "xining".' })
  code!: string

  @LocalizedField({ description: 'Name of the city.' })
  name!: LocalizedText

  @Field(() => String, { description: 'IANA time zone of all dates and hours of the guideline, e.g. "Asia/Shanghai".' })
  timeZone!: string

  @Field(() => String, { description: 'Telephone area code for bare local numbers, e.g. "0971".' })
  areaCode!: string
}

@ObjectType({ description: 'A district of the city, by its GB/T 2260 code, or a park.' })
export class Area {
  @Field(() => String)
  code!: string

  @LocalizedField({ description: 'Name of the district or park.' })
  name!: LocalizedText
}

@ObjectType({ description: 'What the notice asks of the sealed paper copies.' })
export class Paper {
  @Field(() => Int, { description: 'Copies to hand in.' })
  copies!: number

  @Field(() => Int, { description: 'Working days after the call closes, or after the formal check if that is later.' })
  workingDays!: number
}

@ObjectType({ implements: Node, description: 'A place in the notice that verdicts, amounts and dates cite.' })
export class Clause extends Node {
  @Field(() => String, { description: 'Our code, e.g. "1.3.5" for 一（三）5.' })
  code!: string

  @Field(() => String, { description: 'As printed, e.g. "一（三）5".' })
  label!: string

  @LocalizedField({ description: 'Our own short summary of what it says.' })
  summary!: LocalizedText

  @Field(() => Boolean, { description: 'It sets a condition that rules decide.' })
  decidable!: boolean
}

@ObjectType({
  implements: Node,
  description: 'An office of the programme, an acceptance desk, or the office for complaints.',
})
export class Office extends Node {
  @Field(() => String)
  code!: string

  @LocalizedField({ description: 'Name of the office.' })
  name!: LocalizedText

  @Field(() => String, { description: 'Office telephone as printed.' })
  phone!: string

  @Field(() => OfficeRoleEnum)
  role!: OfficeRole
}

@ObjectType({
  implements: Node,
  description: 'Who recommends applications: a district’s department, a park’s bureau, a line department.',
})
export class RecommendingAuthority extends Node {
  @Field(() => String)
  code!: string

  @LocalizedField({ description: 'Name of the authority.' })
  name!: LocalizedText
}

@ObjectType({
  implements: Node,
  description: 'A node of a category’s tree of directions. An application names a leaf.',
})
export class Direction extends Node {
  @Field(() => String, { description: 'Stable code, unique in the edition.' })
  code!: string

  @Field(() => String, { description: 'As printed, slips included, e.g. "（4）"; empty where nothing is printed.' })
  label!: string

  @LocalizedField({ description: 'Name of the direction.' })
  name!: LocalizedText

  @Field(() => Boolean, { description: 'It has no children, so an application can name it.' })
  leaf!: boolean

  @Field(() => Clause)
  clause!: Clause

  @Field(() => [Office], {
    description: 'Offices in charge; more than one where the notice names several without a split.',
  })
  offices!: Office[]

  @Field(() => [Direction], { description: 'Directions below it; empty for a leaf.' })
  children!: Direction[]
}

@ObjectType({ description: 'Smallest and largest amount of special funds an application may ask for.' })
export class FundingRange {
  @Field(() => Money)
  min!: string

  @Field(() => Money)
  max!: string
}

@ObjectType({ implements: Node, description: 'A scan to hand in.' })
export class AttachmentRequirement extends Node {
  @Field(() => String, { description: 'Code by which an attachment is named in facts.' })
  code!: string

  @LocalizedField({ description: 'Name of the document.' })
  name!: LocalizedText

  @Field(() => Clause)
  clause!: Clause

  @LocalizedField({ description: 'When it is required, in words.' })
  condition!: LocalizedText

  @Field(() => String, {
    nullable: true,
    description: 'When it is required, as an expression (CEL) over the facts; null for always.',
  })
  when?: string | null

  @Field(() => Boolean, { description: 'It may be handed in and is never required.' })
  optional!: boolean
}

@ObjectType({ implements: Node, description: 'A programme category of the notice (计划类别).' })
export class Category extends Node {
  @Field(() => String, { description: 'Stable code, e.g. "major-special".' })
  code!: string

  @LocalizedField({ description: 'Name of the category.' })
  name!: LocalizedText

  @Field(() => Clause)
  clause!: Clause

  @Field(() => [FundingModeEnum], {
    description: 'How it is paid; the first is the rule, others need an office’s recorded reason.',
  })
  fundingModes!: FundingMode[]

  @LocalizedField({ description: 'What the notice says of payment, in short.' })
  fundingNote!: LocalizedText

  @Field(() => FundingRange, { nullable: true, description: 'Null where the notice names no amounts.' })
  fundingRange?: FundingRange | null

  @LocalizedListField({ description: 'What is supported first: evidence for scoring, never a condition.' })
  priorities!: readonly LocalizedText[]

  @Field(() => [Office], { description: 'Offices in charge.' })
  offices!: Office[]

  @Field(() => [Direction], { description: 'Top of the tree of directions, in printed order.' })
  directions!: Direction[]

  @Field(() => [AttachmentRequirement], {
    description: 'Scans that applications of this category may have to hand in.',
  })
  attachmentRequirements!: AttachmentRequirement[]
}

@ObjectType({
  implements: Node,
  description: 'A dated window (both ends included), or the pool that is open all year.',
})
export class Call extends Node {
  @Field(() => String)
  code!: string

  @LocalizedField({ description: 'Name of the call.' })
  name!: LocalizedText

  @Field(() => CallKindEnum)
  kind!: CallKind

  @Field(() => DateTime, { nullable: true, description: 'First instant of the window; null for the all-year pool.' })
  opensAt?: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Last second of the window, included; null for the all-year pool.',
  })
  closesAt?: string | null

  @Field(() => [String], { description: 'Months of release from the pool, YYYY-MM, as far as the notice names any.' })
  releaseMonths!: string[]

  @LocalizedField({ description: 'When projects are released from the pool, in words.' })
  release!: LocalizedText

  @Field(() => Clause)
  clause!: Clause
}

@ObjectType({ implements: Node, description: 'One condition of eligibility, as data.' })
export class EligibilityRule extends Node {
  @Field(() => String, { description: 'Permanent code, e.g. "applicant.concurrent-projects".' })
  code!: string

  @Field(() => Clause)
  clause!: Clause

  @Field(() => RuleLevelEnum)
  level!: RuleLevel

  @LocalizedField({ description: 'What it asks for.' })
  title!: LocalizedText

  @Field(() => String, { nullable: true, description: 'When it applies, as an expression (CEL); null for always.' })
  when?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The condition, as an expression (CEL); null where a person decides.',
  })
  require?: string | null

  @LocalizedField({ description: 'What to do when it fails.' })
  fix!: LocalizedText
}

@ObjectType({ implements: Node, description: 'A number, amount or date that rules use.' })
export class Parameter extends Node {
  @Field(() => String, { description: 'Name in expressions: parameters.<name>.' })
  name!: string

  @Field(() => ParameterTypeEnum)
  type!: ParameterType

  @Field(() => String, {
    description: 'As text: amounts in yuan with two decimals, dates as YYYY-MM-DD, lists comma-separated.',
  })
  value!: string

  @LocalizedField({ description: 'What it is for.' })
  note!: LocalizedText

  @Field(() => Clause)
  clause!: Clause
}

@ObjectType({ implements: Node, description: 'A city’s notice for one programme year, in one immutable edition.' })
export class Guideline extends Node {
  @Field(() => City)
  city!: City

  @Field(() => Int, { description: 'Programme year, e.g. 2024; its calls may lie in the year before.' })
  year!: number

  @Field(() => Int, { description: '1 for the notice as published; each correction is the next number.' })
  edition!: number

  @Field(() => Boolean, { description: 'It is the newest edition for its city and year.' })
  inForce!: boolean

  @LocalizedField({ description: 'Title of the notice.' })
  title!: LocalizedText

  @LocalizedField({ description: 'What this edition is, or what it changes.' })
  note!: LocalizedText

  @Field(() => String, { description: 'SHA-256 of the edition’s content, hexadecimal.' })
  contentHash!: string

  @Field(() => DateTime, { description: 'When this service took the edition in.' })
  importedAt!: string

  @Field(() => Paper, { description: 'The sealed paper copies that follow the submission.' })
  paper!: Paper

  @Field(() => [Area], { description: 'Districts of the city, by GB/T 2260 code.' })
  districts!: Area[]

  @Field(() => [Area], { description: 'Parks whose enterprises their own bureaus recommend.' })
  parks!: Area[]

  @Field(() => [Category])
  categories!: Category[]

  @Field(() => [Call])
  calls!: Call[]

  @Field(() => [Clause], { description: 'In the order of the notice.' })
  clauses!: Clause[]

  @Field(() => [EligibilityRule])
  rules!: EligibilityRule[]

  @Field(() => [Parameter])
  parameters!: Parameter[]

  @Field(() => [Office])
  offices!: Office[]

  @Field(() => [RecommendingAuthority])
  authorities!: RecommendingAuthority[]

  @Field(() => [AttachmentRequirement])
  attachmentRequirements!: AttachmentRequirement[]
}

@ObjectType()
export class GuidelineEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => Guideline)
  node!: Guideline
}

@ObjectType({ description: 'A page of guidelines.' })
export class GuidelineConnection {
  @Field(() => [GuidelineEdge])
  edges!: GuidelineEdge[]

  @Field(() => [Guideline], { description: 'The edges’ nodes, for clients that need no cursors.' })
  nodes!: Guideline[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: 'How many there are in all, over all pages.' })
  totalCount!: number
}
