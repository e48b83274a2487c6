import 'reflect-metadata'
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { Role } from '../enums.js'
import { RoleEnum } from './enums.js'
import { Node } from './node.js'
import { PageArgs } from './page.args.js'
import { PageInfo } from './page-info.js'
import { DateTime } from './scalars.js'
import { UserError } from './user-error.js'

@ObjectType({ implements: Node, description: 'An official’s role of an account. It is kept when it was revoked.' })
export class RoleGrant extends Node {
  @Field(() => RoleEnum)
  role!: Role

  @Field(() => String, { nullable: true, description: 'Code of the city where it holds; null for an administrator.' })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the recommending authority, for that role.' })
  authority?: string | null

  @Field(() => DateTime)
  grantedAt!: string

  @Field(() => DateTime, { nullable: true })
  revokedAt?: string | null
}

@ObjectType({ implements: Node, description: 'An account as administrators see it.' })
export class UserAccount extends Node {
  @Field(() => String)
  name!: string

  @Field(() => String)
  email!: string

  @Field(() => Boolean, { description: 'The address was confirmed.' })
  emailVerified!: boolean

  @Field(() => Boolean, { description: 'Made for a demo, with a password that was printed.' })
  demo!: boolean

  @Field(() => DateTime)
  createdAt!: string

  @Field(() => DateTime, { nullable: true, description: 'Since when nobody can sign in with it.' })
  deactivatedAt?: string | null

  @Field(() => [RoleGrant], { description: 'Its roles of officials, the revoked ones among them.' })
  grants!: readonly RoleGrant[]
}

@ObjectType()
export class UserAccountEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => UserAccount)
  node!: UserAccount
}

@ObjectType()
export class UserAccountConnection {
  @Field(() => [UserAccountEdge])
  edges!: UserAccountEdge[]

  @Field(() => [UserAccount])
  nodes!: UserAccount[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int)
  totalCount!: number
}

@ArgsType()
export class UserAccountsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'The whole e-mail address of the account wanted.' })
  email?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Only those who have an official’s role now, or only others.' })
  official?: boolean | null
}

@InputType({ description: 'Which role an account is to have, and where.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'Id of the account.' })
  account!: string

  @Field(() => RoleEnum)
  role!: Role

  @Field(() => String, { nullable: true, description: 'Code of the city; for every role but the administrator’s.' })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the recommending authority, for that role only.' })
  authority?: string | null

  @Field(() => String, { description: 'Names this request: a repeated one with the same key does nothing again.' })
  idempotencyKey!: string
}

@InputType({ description: 'Whose second factor is taken away, and why.' })
export class ResetSecondFactorInput {
  @Field(() => ID, { description: 'Id of the account.' })
  account!: string

  @Field(() => String, {
    description: '5 to 500 characters, e.g. how the person was identified; kept in the audit trail.',
  })
  reason!: string
}

@ObjectType()
export class RoleGrantPayload {
  @Field(() => RoleGrant, { nullable: true, description: 'Null if it was refused.' })
  grant?: RoleGrant | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType()
export class UserAccountPayload {
  @Field(() => UserAccount, { nullable: true, description: 'Null if it was refused.' })
  account?: UserAccount | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
