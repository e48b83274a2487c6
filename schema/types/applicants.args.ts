import 'reflect-metadata'
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql'
import type { ApplicantKind, VerificationState } from '../enums.js'
import { ApplicantKindEnum, VerificationStateEnum } from './enums.js'
import { OrderDirection } from './guidelines.args.js'
import { PageArgs } from './page.args.js'

@InputType({ description: 'Which organisations; conditions left out don’t restrict.' })
export class ApplicantFilter {
  @Field(() => String, { nullable: true, description: 'Code of the city.' })
  city?: string | null

  @Field(() => [VerificationStateEnum], { nullable: true })
  verification?: VerificationState[] | null

  @Field(() => String, { nullable: true, description: 'GB/T 2260 code of the district.' })
  district?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the park.' })
  park?: string | null

  @Field(() => [ApplicantKindEnum], { nullable: true })
  kind?: ApplicantKind[] | null

  @Field(() => String, { nullable: true, description: 'The recommending authority, as city/code.' })
  jurisdiction?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those without a recommending authority, which the programme office verifies (true), or with one.',
  })
  unassigned?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Only active ones (true) or deactivated ones (false).' })
  active?: boolean | null

  @Field(() => String, { nullable: true, description: 'The whole credit code; blanks and small letters don’t matter.' })
  creditCode?: string | null

  @Field(() => String, { nullable: true, description: 'A part of the name; capital and small letters don’t matter.' })
  name?: string | null
}

export const ApplicantOrderField = {
  NAME: 'name',
  CREDIT_CODE: 'creditCode',
  DISTRICT: 'district',
  CREATED_AT: 'createdAt',
} as const
export type ApplicantOrderField = (typeof ApplicantOrderField)[keyof typeof ApplicantOrderField]
registerEnumType(ApplicantOrderField, {
  name: 'ApplicantOrderField',
  description: 'What organisations can be ordered by.',
})

@InputType({ description: 'One step of an order.' })
export class ApplicantOrder {
  @Field(() => ApplicantOrderField)
  field!: ApplicantOrderField

  @Field(() => OrderDirection, { defaultValue: 'ASC' })
  direction!: OrderDirection
}

@ArgsType()
export class ApplicantsArgs extends PageArgs {
  @Field(() => ApplicantFilter, { nullable: true })
  filter?: ApplicantFilter | null

  @Field(() => [ApplicantOrder], { nullable: true, description: 'The oldest registration first, if left out.' })
  orderBy?: ApplicantOrder[] | null
}
