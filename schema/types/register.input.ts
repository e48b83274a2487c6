import 'reflect-metadata'
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import type {
  IdentityDocumentKind,
  ImportState,
  IntegrityRecordKind,
  ProjectState,
  RecordSubject,
  Register,
} from '../enums.js'
import {
  IdentityDocumentKindEnum,
  ImportStateEnum,
  IntegrityRecordKindEnum,
  ProjectStateEnum,
  RecordSubjectEnum,
  RegisterEnum,
} from './enums.js'
import { PageArgs } from './page.args.js'
import { LocalDate } from './scalars.js'

const keyDescription = '8 to 64 letters, digits, - and _: new for each new entry, the same for a retry.'

@InputType({ description: 'A record about an organisation, by its credit code, or a person, by an identity document.' })
export class AddIntegrityRecordInput {
  @Field(() => String, { description: 'Code of the city whose register it goes into.' })
  city!: string

  @Field(() => RecordSubjectEnum)
  subject!: RecordSubject

  @Field(() => String)
  subjectName!: string

  @Field(() => String, { nullable: true, description: 'Of an organisation.' })
  creditCode?: string | null

  @Field(() => IdentityDocumentKindEnum, { nullable: true, description: 'A resident identity card, if left out.' })
  personIdKind?: IdentityDocumentKind | null

  @Field(() => String, { nullable: true, description: 'Of a person.' })
  personIdNumber?: string | null

  @Field(() => IntegrityRecordKindEnum)
  kind!: IntegrityRecordKind

  @Field(() => String, { description: 'What happened; at most 1,000 characters.' })
  what!: string

  @Field(() => LocalDate, { description: 'First day on which it stands.' })
  since!: string

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it stands; left out while it does.' })
  until?: string | null

  @Field(() => String, { description: 'Who says so: a decision’s number, a list, an authority.' })
  source!: string

  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string
}

@InputType({ description: 'The end of a record.' })
export class EndIntegrityRecordInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number

  @Field(() => LocalDate, { description: 'Last day on which it stands, included.' })
  until!: string

  @Field(() => String, { description: 'Why it ends, e.g. the decision that lifts it.' })
  reason!: string
}

@InputType({ description: 'A project for the ledger.' })
export class AddLedgerProjectInput {
  @Field(() => String, { description: 'Code of the city whose ledger it goes into.' })
  city!: string

  @Field(() => String, { description: 'Its number, unique in the city.' })
  number!: string

  @Field(() => String)
  title!: string

  @Field(() => String)
  leaderName!: string

  @Field(() => IdentityDocumentKindEnum, { nullable: true, description: 'A resident identity card, if left out.' })
  leaderIdKind?: IdentityDocumentKind | null

  @Field(() => String, { nullable: true, description: 'Left out where old papers don’t have it.' })
  leaderIdNumber?: string | null

  @Field(() => String, { description: 'Of the unit that carries it out.' })
  creditCode!: string

  @Field(() => String)
  unitName!: string

  @Field(() => String, {
    description: 'Code or name of the guideline’s category; "other" for those of no guideline here.',
  })
  category!: string

  @Field(() => LocalDate)
  startsOn!: string

  @Field(() => LocalDate)
  plannedEndOn!: string

  @Field(() => ProjectStateEnum)
  state!: ProjectState

  @Field(() => LocalDate, {
    nullable: true,
    description: 'When it was closed, terminated or revoked; for these states only.',
  })
  endedOn?: string | null

  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string
}

@InputType({ description: 'Changes of a project in the ledger; what is left out stays as it is.' })
export class UpdateLedgerProjectInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number

  @Field(() => String, { nullable: true })
  title?: string | null

  @Field(() => String, { nullable: true })
  leaderName?: string | null

  @Field(() => IdentityDocumentKindEnum, { nullable: true, description: 'A resident identity card, if left out.' })
  leaderIdKind?: IdentityDocumentKind | null

  @Field(() => String, { nullable: true, description: 'The number of a new leader, or one that was missing.' })
  leaderIdNumber?: string | null

  @Field(() => String, { nullable: true })
  creditCode?: string | null

  @Field(() => String, { nullable: true })
  unitName?: string | null

  @Field(() => String, { nullable: true })
  category?: string | null

  @Field(() => LocalDate, { nullable: true })
  startsOn?: string | null

  @Field(() => LocalDate, { nullable: true })
  plannedEndOn?: string | null

  @Field(() => ProjectStateEnum, { nullable: true })
  state?: ProjectState | null

  @Field(() => LocalDate, { nullable: true, description: 'Goes away when the state is one of a project under way.' })
  endedOn?: string | null
}

@InputType({ description: 'Which integrity records; conditions left out don’t restrict.' })
export class IntegrityRecordFilter {
  @Field(() => String, { nullable: true })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Credit code of the organisation.' })
  creditCode?: string | null

  @Field(() => String, { nullable: true, description: 'The whole number of the person’s identity document.' })
  personIdNumber?: string | null

  @Field(() => IntegrityRecordKindEnum, { nullable: true })
  kind?: IntegrityRecordKind | null

  @Field(() => Boolean, { nullable: true, description: 'Only records without a last day (true) or with one (false).' })
  open?: boolean | null

  @Field(() => LocalDate, { nullable: true, description: 'First day not before this one.' })
  sinceFrom?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'First day not after this one.' })
  sinceTo?: string | null

  @Field(() => ID, { nullable: true, description: 'Written last by this import.' })
  import?: string | null
}

@ArgsType()
export class IntegrityRecordsArgs extends PageArgs {
  @Field(() => IntegrityRecordFilter, { nullable: true })
  filter?: IntegrityRecordFilter | null
}

@InputType({ description: 'Which projects of the ledger; conditions left out don’t restrict.' })
export class LedgerProjectFilter {
  @Field(() => String, { nullable: true })
  city?: string | null

  @Field(() => String, { nullable: true })
  number?: string | null

  @Field(() => String, { nullable: true, description: 'Credit code of the unit.' })
  creditCode?: string | null

  @Field(() => String, { nullable: true, description: 'The whole number of the leader’s identity document.' })
  leaderIdNumber?: string | null

  @Field(() => [ProjectStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: readonly ProjectState[] | null

  @Field(() => String, { nullable: true, description: 'Code of the category.' })
  category?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'To be finished on this day or later.' })
  plannedEndFrom?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'To be finished on this day or earlier.' })
  plannedEndTo?: string | null

  @Field(() => ID, { nullable: true, description: 'Written last by this import.' })
  import?: string | null
}

@ArgsType()
export class LedgerProjectsArgs extends PageArgs {
  @Field(() => LedgerProjectFilter, { nullable: true })
  filter?: LedgerProjectFilter | null
}

@InputType({ description: 'Which imports; conditions left out don’t restrict.' })
export class RegisterImportFilter {
  @Field(() => String, { nullable: true })
  city?: string | null

  @Field(() => RegisterEnum, { nullable: true })
  register?: Register | null

  @Field(() => ImportStateEnum, { nullable: true })
  state?: ImportState | null
}

@ArgsType()
export class RegisterImportsArgs extends PageArgs {
  @Field(() => RegisterImportFilter, { nullable: true })
  filter?: RegisterImportFilter | null
}
