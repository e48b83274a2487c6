import 'reflect-metadata'
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { ApplicationStatus, IndustryField, OutcomeLevel, ProjectStage, TechnologySource } from '../enums.js'
import { type SectionName, type SectionOf, sectionNames } from '../rules/form/form.js'
import { formSections } from '../rules/form/sections.js'
import { Applicant } from './applicant.js'
import { ApplicationCollaborator } from './application-collaborator.js'
import { capitalised, type SectionRead, sectionInput, sectionType } from './application-form.js'
import { SectionRevision, SectionState } from './application-history.js'
import { ApplicationCompleteness, BudgetSummary } from './completeness.js'
import { Verdict } from './eligibility.js'
import {
  ApplicationStatusEnum,
  IndustryFieldEnum,
  OutcomeLevelEnum,
  ProjectStageEnum,
  TechnologySourceEnum,
} from './enums.js'
import { Guideline } from './guideline.js'
import { OrderDirection } from './guidelines.args.js'
import { Node } from './node.js'
import { PageArgs } from './page.args.js'
import { PageInfo } from './page-info.js'
import { DateTime, Money, YearMonth } from './scalars.js'
import { UserError } from './user-error.js'

@ObjectType({
  implements: Node,
  description:
    'An application (申报书): fields for lists, and the sections of the form, cover to attachments, each with a revision of its own.',
})
export class Application extends Node {
  @Field(() => Applicant, {
    nullable: true,
    description: 'The organisation that applies; null for a collaborator who doesn’t see it.',
  })
  applicant?: Applicant | null

  @Field(() => String, { description: 'Name of the organisation that applies.' })
  applicantName!: string

  @Field(() => Guideline, { description: 'The edition that it is filled in under.' })
  guideline!: Guideline

  @Field(() => String, { description: 'Code of the city.' })
  city!: string

  @Field(() => ApplicationStatusEnum)
  status!: ApplicationStatus

  @Field(() => String, { description: 'Name of the project; empty until it has one.' })
  title!: string

  @Field(() => String, { nullable: true, description: 'Code of the category.' })
  category?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the direction.' })
  direction?: string | null

  @Field(() => YearMonth, { nullable: true, description: 'First month of the project.' })
  startMonth?: string | null

  @Field(() => YearMonth, { nullable: true, description: 'Last month of the project.' })
  endMonth?: string | null

  @Field(() => ProjectStageEnum, { nullable: true })
  stage?: ProjectStage | null

  @Field(() => TechnologySourceEnum, { nullable: true })
  technologySource?: TechnologySource | null

  @Field(() => IndustryFieldEnum, { nullable: true })
  industryField?: IndustryField | null

  @Field(() => OutcomeLevelEnum, { nullable: true })
  outcomeLevel?: OutcomeLevel | null

  @Field(() => Money, { nullable: true, description: 'Special funds asked for; null before the first amount.' })
  requested?: string | null

  @Field(() => Money, { nullable: true, description: 'Self-raised funds; null before the first amount.' })
  selfRaised?: string | null

  @Field(() => String, {
    description:
      'The form as a JSON document, for importApplication; described by /schemas/application.json. Personal values are masked. The same text for the same content.',
  })
  exported!: string

  @Field(() => String, {
    description:
      'Address to download the budget’s tables from (XLSX), without a session, for at least five minutes; a path where the service doesn’t know its public address.',
  })
  budgetWorkbookUrl!: string

  @Field(() => String, {
    description:
      'Address of the printed form (申报书) as PDF/A, for 5 to 10 minutes and without signing in, with identity numbers and phones masked; a draft says so on every page. `printApplication` gives it in full.',
  })
  printUrl!: string

  @Field(() => DateTime)
  createdAt!: string

  @Field(() => DateTime, { description: 'When a section was saved last; when it was created, before that.' })
  updatedAt!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was put into the bin; null if it wasn’t.' })
  deletedAt?: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is taken away for good, 30 days after it was put into the bin; null if it wasn’t.',
  })
  purgedAt?: string | null

  @Field(() => [SectionState], { description: 'Who changed which section last, in the order of the form; all 16.' })
  sections!: readonly SectionState[]

  @Field(() => [ApplicationCollaborator], {
    description: 'Who works on it without being a member of its organisation; a collaborator sees himself.',
  })
  collaborators!: readonly ApplicationCollaborator[]

  @Field(() => ApplicationCompleteness, {
    description: 'What is missing, wrong and doubtful in it, section by section.',
  })
  completeness!: ApplicationCompleteness

  @Field(() => BudgetSummary, { description: 'Totals, shares and differences of section 12.' })
  budgetSummary!: BudgetSummary

  @Field(() => Verdict, {
    description:
      'Judged as it is now, by the guideline that it is filled in under: from the form, the organisation’s registration and the city’s registers.',
  })
  verdict!: Verdict
}

// Said here: the history's types know nothing of applications.
Field(() => Application)(SectionRevision.prototype, 'application')

for (const name of sectionNames) {
  const { 'zh-CN': zh, en } = formSections[name]
  Field(() => sectionType(name), { description: `${zh} — ${en}.` })(Application.prototype, name)
}

@ObjectType()
export class ApplicationEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => Application)
  node!: Application
}

@ObjectType({ description: 'A page of applications.' })
export class ApplicationConnection {
  @Field(() => [ApplicationEdge])
  edges!: ApplicationEdge[]

  @Field(() => [Application], { description: 'The edges’ nodes, for clients that need no cursors.' })
  nodes!: Application[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: 'How many there are in all, over all pages.' })
  totalCount!: number
}

@InputType({ description: 'Which applications; conditions left out don’t restrict.' })
export class ApplicationFilter {
  @Field(() => ID, { nullable: true, description: 'The organisation that applies.' })
  applicant?: string | null

  @Field(() => [ApplicationStatusEnum], { nullable: true })
  status?: ApplicationStatus[] | null

  @Field(() => String, { nullable: true, description: 'Code of the category.' })
  category?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the direction.' })
  direction?: string | null

  @Field(() => [IndustryFieldEnum], { nullable: true })
  industryField?: IndustryField[] | null

  @Field(() => String, { nullable: true, description: 'A part of the title; capital and small letters don’t matter.' })
  title?: string | null

  @Field(() => Boolean, { defaultValue: false, description: 'Those in the bin (true), or the others.' })
  deleted!: boolean
}

export const ApplicationOrderField = { CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt', TITLE: 'title' } as const
export type ApplicationOrderField = (typeof ApplicationOrderField)[keyof typeof ApplicationOrderField]
registerEnumType(ApplicationOrderField, {
  name: 'ApplicationOrderField',
  description: 'What applications can be ordered by.',
})

@InputType({ description: 'One step of an order.' })
export class ApplicationOrder {
  @Field(() => ApplicationOrderField)
  field!: ApplicationOrderField

  @Field(() => OrderDirection, { defaultValue: 'ASC' })
  direction!: OrderDirection
}

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => ApplicationFilter, { nullable: true })
  filter?: ApplicationFilter | null

  @Field(() => [ApplicationOrder], { nullable: true, description: 'The newest first, if left out.' })
  orderBy?: ApplicationOrder[] | null
}

@InputType({ description: 'An application that is to be begun.' })
export class CreateApplicationInput {
  @Field(() => String, { description: '8 to 64 letters, digits, - and _; the same for a retry.' })
  idempotencyKey!: string

  @Field(() => ID, { description: 'The organisation that applies; the right to edit for it is needed.' })
  applicant!: string

  @Field(() => Int, {
    nullable: true,
    description: 'Programme year; the newest of the organisation’s city, if left out.',
  })
  year?: number | null
}

@ObjectType()
export class ApplicationPayload {
  @Field(() => Application, { nullable: true, description: 'Null if it was refused.' })
  application?: Application | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

/** What a client sends to save a section. */
export type SaveSectionInput<N extends SectionName = SectionName> = {
  readonly application: string
  readonly revision: number
  readonly content: SectionOf<N>
}

/** What became of a save. */
export type SaveSectionPayload<N extends SectionName = SectionName> = {
  readonly application: unknown
  readonly revision: number | null
  readonly merged: SectionRead<N> | null
  readonly conflicts: readonly string[]
  readonly errors: readonly UserError[]
}

const saveTypes = new Map(sectionNames.map((name) => [name, makeSaveTypes(name)]))

function makeSaveTypes(name: SectionName) {
  const Input = class {}
  const Payload = class {}
  InputType(`SaveApplication${capitalised(name)}Input`)(Input)
  Field(() => ID)(Input.prototype, 'application')
  Field(() => Int, { description: 'The revision that the content is based on; 0 for the first.' })(
    Input.prototype,
    'revision',
  )
  Field(() => sectionInput(name), { description: 'The whole section; what is left out is empty.' })(
    Input.prototype,
    'content',
  )
  ObjectType(`SaveApplication${capitalised(name)}Payload`)(Payload)
  Field(() => Application, {
    nullable: true,
    description: 'The application as it is now; after STALE_REVISION with the section as the other one saved it.',
  })(Payload.prototype, 'application')
  Field(() => Int, {
    nullable: true,
    description: 'The section’s revision now. A save that changes nothing makes none.',
  })(Payload.prototype, 'revision')
  Field(() => sectionType(name), {
    nullable: true,
    description:
      'After STALE_REVISION: what both have changed, put together; where both changed the same field, the stored value. Saved with its revision, it takes the place of the stored section: so a number that was just typed stands in it unmasked.',
  })(Payload.prototype, 'merged')
  Field(() => [String], {
    description: 'After STALE_REVISION: the fields that both have changed, e.g. "leader.title" or "partners.k1.name".',
  })(Payload.prototype, 'conflicts')
  Field(() => [UserError])(Payload.prototype, 'errors')
  return { Input, Payload } as { Input: new () => SaveSectionInput; Payload: new () => SaveSectionPayload }
}

/** The API's input and payload of the mutation that saves a section. */
export function saveSectionTypes(name: SectionName): {
  Input: new () => SaveSectionInput
  Payload: new () => SaveSectionPayload
} {
  const types = saveTypes.get(name)
  if (!types) throw new Error(`The form has no section ${name}.`)
  return types
}
