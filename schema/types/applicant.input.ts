import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { AdministrativeLevel, ApplicantKind, MemberRight, PlatformKind } from '../enums.js'
import { Applicant, Member } from './applicant.js'
import { AdministrativeLevelEnum, ApplicantKindEnum, MemberRightEnum, PlatformKindEnum } from './enums.js'
import { LocalDate } from './scalars.js'
import { UserError } from './user-error.js'

@InputType({ description: 'Systems that the organisation declares to have; what is left out is not declared yet.' })
export class DeclaredSystemsInput {
  @Field(() => Boolean, { nullable: true })
  researchManagement?: boolean | null

  @Field(() => Boolean, { nullable: true })
  financialManagement?: boolean | null

  @Field(() => Boolean, { nullable: true })
  rdSubLedger?: boolean | null

  @Field(() => Boolean, { nullable: true })
  ringFencedFunds?: boolean | null
}

@InputType({ description: 'A research platform (form, table 14-2).' })
export class ApplicantPlatformInput {
  @Field(() => PlatformKindEnum)
  kind!: PlatformKind

  @Field(() => String)
  name!: string

  @Field(() => AdministrativeLevelEnum, { nullable: true, description: 'Level of government that recognised it.' })
  level?: AdministrativeLevel | null

  @Field(() => String, { nullable: true, description: 'The authority that recognised it.' })
  authority?: string | null
}

/** What an organisation tells of itself, the same when it registers and when it changes it. */
@InputType()
export abstract class ApplicantDetailsInput {
  @Field(() => String, { description: 'As registered.' })
  name!: string

  @Field(() => ApplicantKindEnum)
  kind!: ApplicantKind

  @Field(() => AdministrativeLevelEnum, { description: 'Level of government that it belongs to.' })
  level!: AdministrativeLevel

  @Field(() => Boolean, { description: 'It is an independent legal person.' })
  legalPerson!: boolean

  @Field(() => String, { description: 'Registered district: its GB/T 2260 code, one of the guideline’s.' })
  district!: string

  @Field(() => String, { nullable: true, description: 'Code of the park, one of the guideline’s; left out for none.' })
  park?: string | null

  @Field(() => String)
  registeredAddress!: string

  @Field(() => LocalDate)
  foundedOn!: string

  @Field(() => String)
  legalRepresentative!: string

  @Field(() => String)
  contactName!: string

  @Field(() => String)
  contactEmail!: string

  @Field(() => String, { nullable: true, description: 'The department in charge of it (行业主管部门).' })
  parentDepartment?: string | null

  @Field(() => Boolean)
  businessOperations!: boolean

  @Field(() => Boolean, { description: 'It has set up a party branch (“两新”党组织).' })
  partyBranch!: boolean

  @Field(() => DeclaredSystemsInput, { nullable: true })
  systems?: DeclaredSystemsInput | null

  @Field(() => [ApplicantPlatformInput], { nullable: true, description: 'All of its platforms; at most 50.' })
  platforms?: ApplicantPlatformInput[] | null
}

@InputType({ description: 'An organisation that is to be registered.' })
export class RegisterApplicantInput extends ApplicantDetailsInput {
  @Field(() => String, { description: '8 to 64 letters, digits, - and _; the same for a retry.' })
  idempotencyKey!: string

  @Field(() => String, { description: 'Code of the city, e.g. "xining".' })
  city!: string

  @Field(() => String, { description: 'Unified social credit code.' })
  creditCode!: string

  @Field(() => String, { description: 'Mobile number, or area code and number; the city’s area code may be left out.' })
  contactPhone!: string
}

@InputType({
  description: 'Everything that an organisation tells of itself, changed or not. The credit code never changes.',
})
export class UpdateApplicantInput extends ApplicantDetailsInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'The revision that was changed.' })
  revision!: number

  @Field(() => String, { nullable: true, description: 'A new number; left out, it stays as it is.' })
  contactPhone?: string | null
}

@InputType({ description: 'What an authority decides about a registration.' })
export class VerifyApplicantInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'The revision that was looked at.' })
  revision!: number

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType({ description: 'Why an authority refuses a registration.' })
export class RefuseApplicantInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'The revision that was looked at.' })
  revision!: number

  @Field(() => String, { description: 'What the organisation has to put right.' })
  note!: string
}

@InputType({ description: 'Who is to verify an organisation, and recommend its applications.' })
export class AssignJurisdictionInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, {
    nullable: true,
    description: 'Code of a recommending authority of the guideline; null for the programme office.',
  })
  authority?: string | null

  @Field(() => String)
  reason!: string
}

@InputType({ description: 'What a member is to be allowed.' })
export class SetMemberRightsInput {
  @Field(() => ID)
  member!: string

  @Field(() => [MemberRightEnum], { description: 'All of his rights; READ goes without saying.' })
  rights!: MemberRight[]
}

@InputType({ description: 'The member who is to be taken out.' })
export class RemoveMemberInput {
  @Field(() => ID)
  member!: string
}

@InputType({ description: 'The organisation that is to be left.' })
export class LeaveApplicantInput {
  @Field(() => ID)
  id!: string
}

@InputType({ description: 'An organisation, and why it is deactivated or activated again.' })
export class ApplicantStatusInput {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  reason!: string
}

@ObjectType()
export class ApplicantPayload {
  @Field(() => Applicant, { nullable: true, description: 'Null if it was refused.' })
  applicant?: Applicant | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType()
export class MemberPayload {
  @Field(() => Member, {
    nullable: true,
    description: 'Null if it was refused, or if the caller has taken himself out.',
  })
  member?: Member | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType()
export class LeaveApplicantPayload {
  @Field(() => Boolean, { description: 'The caller is no member any more.' })
  left!: boolean

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
