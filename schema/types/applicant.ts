import 'reflect-metadata'
import { Field, Int, ObjectType } from 'type-graphql'
import type { AdministrativeLevel, ApplicantKind, MemberRight, PlatformKind, VerificationState } from '../enums.js'
import { ConnectionField } from './connection-field.js'
import {
  AdministrativeLevelEnum,
  ApplicantKindEnum,
  MemberRightEnum,
  PlatformKindEnum,
  VerificationStateEnum,
} from './enums.js'
import { EvidenceConnection } from './evidence.js'
import { Node } from './node.js'
import { PageArgs } from './page.args.js'
import { PageInfo } from './page-info.js'
import { PeopleArgs, PersonConnection } from './person.js'
import { DateTime, LocalDate } from './scalars.js'

@ObjectType({ description: 'Whom to ask about an organisation (form, section 1).' })
export class ApplicantContact {
  @Field(() => String)
  name!: string

  @Field(() => String)
  email!: string

  @Field(() => String, { description: 'Masked: most of its digits are stars.' })
  phone!: string
}

@ObjectType({
  description: 'Systems that an organisation declares to have (notice, 一（三）3); null is not declared yet.',
})
export class DeclaredSystems {
  @Field(() => Boolean, { nullable: true, description: 'A sound system of research management.' })
  researchManagement?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'A sound system of financial management.' })
  financialManagement?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'An R&D sub-ledger.' })
  rdSubLedger?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Project funds are ring-fenced and accounted for separately.' })
  ringFencedFunds?: boolean | null
}

@ObjectType({ description: 'How far the registration of an organisation was checked.' })
export class ApplicantVerification {
  @Field(() => VerificationStateEnum)
  state!: VerificationState

  @Field(() => DateTime, { nullable: true, description: 'When it was decided; null while pending.' })
  at?: string | null

  @Field(() => String, { nullable: true, description: 'What the authority noted; of a refusal, why.' })
  note?: string | null
}

@ObjectType({ implements: Node, description: 'A research platform that an organisation has (form, table 14-2).' })
export class ApplicantPlatform extends Node {
  @Field(() => PlatformKindEnum)
  kind!: PlatformKind

  @Field(() => String)
  name!: string

  @Field(() => AdministrativeLevelEnum, { nullable: true, description: 'Level of government that recognised it.' })
  level?: AdministrativeLevel | null

  @Field(() => String, { nullable: true, description: 'The authority that recognised it.' })
  authority?: string | null
}

@ObjectType({ implements: Node, description: 'Somebody who works for an organisation here.' })
export class Member extends Node {
  @Field(() => String, { description: 'Name of the account.' })
  name!: string

  @Field(() => [MemberRightEnum], { description: 'What he may do; READ is among them always.' })
  rights!: readonly MemberRight[]

  @Field(() => Boolean, { description: 'It is the caller himself.' })
  self!: boolean

  @Field(() => DateTime)
  joinedAt!: string

  @Field(() => DateTime, { nullable: true, description: 'When he left or was removed; null for members of today.' })
  leftAt?: string | null
}

@ObjectType()
export class MemberEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => Member)
  node!: Member
}

@ObjectType({ description: 'A page of members.' })
export class MemberConnection {
  @Field(() => [MemberEdge])
  edges!: MemberEdge[]

  @Field(() => [Member], { description: 'The edges’ nodes, for clients that need no cursors.' })
  nodes!: Member[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: 'How many there are in all, over all pages.' })
  totalCount!: number
}

@ObjectType({ implements: Node, description: 'An organisation that applies (申报单位), known by its credit code.' })
export class Applicant extends Node {
  @Field(() => String, { description: 'Code of the city that it registered with, e.g. "xining".' })
  city!: string

  @Field(() => String, { description: 'Unified social credit code (GB 32100-2015).' })
  creditCode!: string

  @Field(() => String)
  name!: string

  @Field(() => ApplicantKindEnum)
  kind!: ApplicantKind

  @Field(() => AdministrativeLevelEnum, { description: 'Level of government that it belongs to.' })
  level!: AdministrativeLevel

  @Field(() => Boolean, { description: 'It is an independent legal person.' })
  legalPerson!: boolean

  @Field(() => String, { description: 'Registered district: its GB/T 2260 code, e.g. "630102".' })
  district!: string

  @Field(() => String, { nullable: true, description: 'Code of the park that it belongs to; null for none.' })
  park?: string | null

  @Field(() => Boolean, {
    description:
      'The credit code was given out in another province than that of the district: whoever verifies looks where its seat is.',
  })
  registeredElsewhere!: boolean

  @Field(() => String)
  registeredAddress!: string

  @Field(() => LocalDate)
  foundedOn!: string

  @Field(() => String, { description: 'Name of the legal representative.' })
  legalRepresentative!: string

  @Field(() => ApplicantContact)
  contact!: ApplicantContact

  @Field(() => String, { nullable: true, description: 'The department in charge of it (行业主管部门); null for none.' })
  parentDepartment?: string | null

  @Field(() => Boolean)
  businessOperations!: boolean

  @Field(() => Boolean, { description: 'It has set up a party branch (“两新”党组织).' })
  partyBranch!: boolean

  @Field(() => DeclaredSystems)
  systems!: DeclaredSystems

  @Field(() => [ApplicantPlatform])
  platforms!: ApplicantPlatform[]

  @Field(() => String, {
    nullable: true,
    description:
      'The recommending authority that verifies it, as city/code, e.g. "xining/chengdong-science"; null where the programme office does.',
  })
  jurisdiction?: string | null

  @Field(() => String, { nullable: true, description: 'Why the programme office assigned this jurisdiction by hand.' })
  jurisdictionNote?: string | null

  @Field(() => ApplicantVerification)
  verification!: ApplicantVerification

  @Field(() => Int, {
    description: 'Grows with each change of what was registered; updates and verifications name it.',
  })
  revision!: number

  @Field(() => DateTime)
  createdAt!: string

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nothing of it can be changed; null if it is active.',
  })
  deactivatedAt?: string | null

  @Field(() => String, { nullable: true, description: 'Why it was deactivated, or activated again, the last time.' })
  statusNote?: string | null

  @ConnectionField(
    () => MemberConnection,
    () => PageArgs,
    { description: 'Its members of today, the oldest first.' },
  )
  members!: MemberConnection

  @ConnectionField(
    () => PersonConnection,
    () => PeopleArgs,
    {
      description: 'Those who lead its projects or take part in them, without deactivated ones.',
    },
  )
  people!: PersonConnection

  @ConnectionField(
    () => EvidenceConnection,
    () => PageArgs,
    { description: 'Documents in use by its applications.' },
  )
  evidence!: EvidenceConnection

  @ConnectionField(
    () => EvidenceConnection,
    () => PageArgs,
    {
      description: 'Documents that were replaced or withdrawn.',
    },
  )
  formerEvidence!: EvidenceConnection
}

@ObjectType()
export class ApplicantEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => Applicant)
  node!: Applicant
}

@ObjectType({ description: 'A page of organisations.' })
export class ApplicantConnection {
  @Field(() => [ApplicantEdge])
  edges!: ApplicantEdge[]

  @Field(() => [Applicant], { description: 'The edges’ nodes, for clients that need no cursors.' })
  nodes!: Applicant[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: 'How many there are in all, over all pages.' })
  totalCount!: number
}
