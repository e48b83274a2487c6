import 'reflect-metadata'
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { InvitationState, MemberRight, Role } from '../enums.js'
import { Application } from './application.js'
import { InvitationStateEnum, MemberRightEnum, RoleEnum } from './enums.js'
import { Node } from './node.js'
import { PageArgs } from './page.args.js'
import { PageInfo } from './page-info.js'
import { DateTime } from './scalars.js'
import { UserError } from './user-error.js'

@ObjectType({
  implements: Node,
  description:
    'An offer to the owner of an e-mail address, to become a member of an organisation, to work on one application, or to take an official’s role. It is accepted with the code of the mail.',
})
export class Invitation extends Node {
  @Field(() => String, { description: 'The address that it was sent to.' })
  email!: string

  @Field(() => InvitationStateEnum)
  state!: InvitationState

  @Field(() => [MemberRightEnum], {
    description: 'What the new member or collaborator may do; empty for an official’s role.',
  })
  rights!: readonly MemberRight[]

  @Field(() => Application, { nullable: true, description: 'The application, for an invitation to work on one.' })
  application?: Application | null

  @Field(() => RoleEnum, { nullable: true, description: 'The official’s role; null for a member’s invitation.' })
  role?: Role | null

  @Field(() => String, { nullable: true, description: 'Code of the city where the role holds.' })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the recommending authority, for that role.' })
  authority?: string | null

  @Field(() => DateTime)
  invitedAt!: string

  @Field(() => DateTime, { description: 'From then on it can’t be accepted; 14 days after it was made.' })
  expiresAt!: string

  @Field(() => DateTime, { nullable: true })
  acceptedAt?: string | null

  @Field(() => DateTime, { nullable: true })
  revokedAt?: string | null
}

@ObjectType()
export class InvitationEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => Invitation)
  node!: Invitation
}

@ObjectType()
export class InvitationConnection {
  @Field(() => [InvitationEdge])
  edges!: InvitationEdge[]

  @Field(() => [Invitation])
  nodes!: Invitation[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int)
  totalCount!: number
}

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Id of the organisation whose invitations are wanted.' })
  applicant?: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the application, for invitations to work on it.' })
  application?: string | null

  @Field(() => InvitationStateEnum, { nullable: true })
  state?: InvitationState | null
}

@InputType({ description: 'Whom to invite to an organisation, and what he may do there.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'Id of the organisation.' })
  applicant!: string

  @Field(() => String, { description: 'E-mail address of the person.' })
  email!: string

  @Field(() => [MemberRightEnum], { description: 'Rights of the new member; reading is always one of them.' })
  rights!: MemberRight[]

  @Field(() => String, { description: 'Names this request: a repeated one with the same key does nothing again.' })
  idempotencyKey!: string
}

@InputType({ description: 'Whom to invite to an official’s role.' })
export class InviteOfficialInput {
  @Field(() => String, { description: 'E-mail address of the person.' })
  email!: string

  @Field(() => RoleEnum)
  role!: Role

  @Field(() => String, { nullable: true, description: 'Code of the city; for every role but the administrator’s.' })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the recommending authority, for that role only.' })
  authority?: string | null

  @Field(() => String, { description: 'Names this request: a repeated one with the same key does nothing again.' })
  idempotencyKey!: string
}

@ObjectType()
export class InvitationPayload {
  @Field(() => Invitation, { nullable: true, description: 'Null if it was refused.' })
  invitation?: Invitation | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType({ description: 'What the caller has become. His next request is answered as such.' })
export class Acceptance {
  @Field(() => ID, { nullable: true, description: 'Id of the organisation that he is a member of now.' })
  applicant?: string | null

  @Field(() => String, { nullable: true, description: 'Name of the organisation that invited him.' })
  applicantName?: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the application that he works on now.' })
  application?: string | null

  @Field(() => String, { nullable: true, description: 'Its title; empty as long as it has none.' })
  applicationTitle?: string | null

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'The official’s role that he has now; it takes effect after the second factor.',
  })
  role?: Role | null

  @Field(() => String, { nullable: true, description: 'Code of the city where the role holds.' })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the recommending authority.' })
  authority?: string | null
}

@ObjectType()
export class AcceptInvitationPayload {
  @Field(() => Acceptance, { nullable: true, description: 'Null if it was refused.' })
  acceptance?: Acceptance | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
