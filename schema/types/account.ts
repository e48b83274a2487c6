import 'reflect-metadata'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import type { MemberRight, Role } from '../enums.js'
import type { Locale } from '../rules/localized-text.js'
import { LocaleEnum, MemberRightEnum, RoleEnum } from './enums.js'
import { DateTime } from './scalars.js'
import { UserError } from './user-error.js'

@ObjectType({ description: 'A person’s account: what he signs in with.' })
export class Account {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { description: 'The address that he signs in with, and that mails go to.' })
  email!: string

  @Field(() => String, { nullable: true, description: 'Phone number, most of it starred out; null without one.' })
  phone?: string | null

  @Field(() => LocaleEnum, { description: 'Language of the mails that he gets.' })
  locale!: Locale
}

@ObjectType({ description: 'What an account has beside its password.' })
export class SecondFactor {
  @Field(() => Boolean, { description: 'An authenticator app was enrolled and confirmed.' })
  enabled!: boolean

  @Field(() => Boolean, { description: 'An official: his roles take effect only in sessions that passed it.' })
  required!: boolean

  @Field(() => Boolean, { description: 'This session passed it.' })
  passed!: boolean

  @Field(() => Boolean, {
    description: 'An administrator has reset it: enrolSecondFactor asks for the code of the mail about that.',
  })
  codeNeeded!: boolean
}

@ObjectType({ description: 'An organisation that the account works for here.' })
export class Membership {
  @Field(() => ID, { description: 'Id of the organisation.' })
  applicantId!: string

  @Field(() => String, { description: 'Name of the organisation.' })
  applicantName!: string

  @Field(() => [MemberRightEnum], { description: 'READ is everyone’s.' })
  rights!: readonly MemberRight[]
}

@ObjectType({ description: 'A device or program that is signed in.' })
export class Session {
  @Field(() => ID)
  id!: string

  @Field(() => Boolean, { description: 'The one that asks.' })
  current!: boolean

  @Field(() => DateTime)
  createdAt!: string

  @Field(() => DateTime, { description: 'To the precision of some minutes.' })
  lastUsedAt!: string

  @Field(() => DateTime)
  expiresAt!: string

  @Field(() => String, { nullable: true, description: 'The program, as it names itself, shortened.' })
  userAgent?: string | null

  @Field(() => Boolean, { description: 'It passed the second factor.' })
  secondFactorPassed!: boolean
}

@ObjectType({ description: 'An identity at an identity provider that signs in to the account.' })
export class LinkedIdentity {
  @Field(() => ID)
  id!: string

  @Field(() => String, {
    nullable: true,
    description: 'What the provider is called; null if it isn’t in use any more.',
  })
  provider?: string | null

  @Field(() => String, { description: 'The provider’s own name, an address.' })
  issuer!: string

  @Field(() => DateTime)
  linkedAt!: string
}

@ObjectType({ description: 'Who asks.' })
export class Viewer {
  @Field(() => Account, { nullable: true, description: 'Null for somebody who isn’t signed in.' })
  account?: Account | null

  @Field(() => [RoleEnum], { description: 'The roles in effect in this session.' })
  roles!: readonly Role[]

  @Field(() => SecondFactor)
  secondFactor!: SecondFactor

  @Field(() => [Membership])
  memberships!: readonly Membership[]

  @Field(() => [LinkedIdentity], { description: 'Identities that sign in to the account, the first one first.' })
  identities!: readonly LinkedIdentity[]

  @Field(() => [Session], { description: 'The account’s sessions, the last one begun first.' })
  sessions!: readonly Session[]
}

@ObjectType({ description: 'A session that has begun.' })
export class SessionToken {
  @Field(() => String, {
    nullable: true,
    description: 'Send it as `Authorization: Bearer …`; null if the session came as a cookie.',
  })
  token?: string | null

  @Field(() => DateTime)
  expiresAt!: string
}

@ObjectType({ description: 'The password was right, and the second factor is asked for: see passSecondFactor.' })
export class SecondFactorChallenge {
  @Field(() => String, { description: 'Goes back with the code.' })
  challenge!: string

  @Field(() => DateTime, { description: 'Until when it can be answered.' })
  expiresAt!: string
}

@ObjectType()
export class SignInPayload {
  @Field(() => SessionToken, { nullable: true })
  session?: SessionToken | null

  @Field(() => SecondFactorChallenge, { nullable: true })
  secondFactor?: SecondFactorChallenge | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType({ description: 'Whether it was done.' })
export class DonePayload {
  @Field(() => Boolean)
  done!: boolean

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType({ description: 'What an authenticator app (RFC 6238) needs.' })
export class SecondFactorEnrolment {
  @Field(() => String, { description: 'An otpauth:// address, for a QR code.' })
  uri!: string

  @Field(() => String, { description: 'The secret in Base32, to be typed.' })
  secret!: string
}

@ObjectType()
export class EnrolSecondFactorPayload {
  @Field(() => SecondFactorEnrolment, { nullable: true })
  enrolment?: SecondFactorEnrolment | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType()
export class ConfirmSecondFactorPayload {
  @Field(() => [String], {
    nullable: true,
    description: 'Recovery codes, each good for one sign-in without the app. They are not shown again.',
  })
  recoveryCodes?: readonly string[] | null

  @Field(() => SessionToken, { nullable: true, description: 'The session goes on under a new token.' })
  session?: SessionToken | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@InputType()
export class SignUpInput {
  @Field(() => String, { description: 'The person’s name.' })
  name!: string

  @Field(() => String)
  email!: string

  @Field(() => String, { description: '10 to 128 characters.' })
  password!: string

  @Field(() => String, {
    nullable: true,
    description: 'Phone number, with which he can sign in, too. It stays out if another account has it.',
  })
  phone?: string | null
}

@InputType()
export class SignInInput {
  @Field(() => String, { description: 'E-mail address or phone number.' })
  name!: string

  @Field(() => String)
  password!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'For web pages: the session comes as a cookie that scripts can’t read.',
  })
  cookie?: boolean | null
}

@InputType({ description: 'One of code and recoveryCode.' })
export class PassSecondFactorInput {
  @Field(() => String, { nullable: true, description: 'From signIn; left out by a session that is to pass it later.' })
  challenge?: string | null

  @Field(() => String, { nullable: true, description: 'The six digits of the authenticator app.' })
  code?: string | null

  @Field(() => String, { nullable: true, description: 'One of the recovery codes.' })
  recoveryCode?: string | null

  @Field(() => Boolean, { nullable: true, description: 'As in signIn.' })
  cookie?: boolean | null
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  currentPassword!: string

  @Field(() => String, { description: '10 to 128 characters.' })
  newPassword!: string
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'The code of the mail.' })
  code!: string

  @Field(() => String, { description: '10 to 128 characters.' })
  newPassword!: string
}
