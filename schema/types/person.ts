import 'reflect-metadata'
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { IdentityDocumentKind, PersonalField, Sex } from '../enums.js'
import { IdentityDocumentKindEnum, PersonalFieldEnum, SexEnum } from './enums.js'
import { OrderDirection } from './guidelines.args.js'
import { Node } from './node.js'
import { PageArgs } from './page.args.js'
import { PageInfo } from './page-info.js'
import { DateTime, LocalDate } from './scalars.js'
import { UserError } from './user-error.js'

@ObjectType({ description: 'The document that proves who a person is.' })
export class PersonIdDocument {
  @Field(() => IdentityDocumentKindEnum)
  kind!: IdentityDocumentKind

  @Field(() => String, {
    description: 'Masked: at most three of its characters, the others are stars. `revealPersonalData` tells it.',
  })
  number!: string
}

@ObjectType({
  implements: Node,
  description: 'Somebody who leads projects of an organisation or takes part in them (form, sections 1 and 10.2).',
})
export class Person extends Node {
  @Field(() => String)
  name!: string

  @Field(() => PersonIdDocument)
  idDocument!: PersonIdDocument

  @Field(() => SexEnum, { nullable: true, description: 'Null where neither the document nor the organisation tells.' })
  sex?: Sex | null

  @Field(() => String, {
    description: 'Masked: at least six of its digits are stars. `revealPersonalData` tells it.',
  })
  phone!: string

  @Field(() => String, { nullable: true, description: 'Professional title, e.g. 高级工程师.' })
  title?: string | null

  @Field(() => String, { nullable: true, description: 'Highest degree.' })
  degree?: string | null

  @Field(() => String, { nullable: true })
  speciality?: string | null

  @Field(() => String, { nullable: true, description: 'Where the person works, if not at the organisation itself.' })
  employer?: string | null

  @Field(() => Boolean, { description: 'Is on the organisation’s staff (notice, 一（三）2).' })
  onStaff!: boolean

  @Field(() => Int, { description: 'Grows with each change; updates name it.' })
  revision!: number

  @Field(() => DateTime)
  createdAt!: string

  @Field(() => DateTime, { nullable: true, description: 'Since when the person is no longer offered; null if active.' })
  deactivatedAt?: string | null
}

@ObjectType()
export class PersonEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => Person)
  node!: Person
}

@ObjectType({ description: 'A page of people.' })
export class PersonConnection {
  @Field(() => [PersonEdge])
  edges!: PersonEdge[]

  @Field(() => [Person], { description: 'The edges’ nodes, for clients that need no cursors.' })
  nodes!: Person[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: 'How many there are in all, over all pages.' })
  totalCount!: number
}

export const PersonOrderField = { NAME: 'name', CREATED_AT: 'createdAt' } as const
export type PersonOrderField = (typeof PersonOrderField)[keyof typeof PersonOrderField]
registerEnumType(PersonOrderField, { name: 'PersonOrderField', description: 'What people can be ordered by.' })

@InputType({ description: 'One step of an order.' })
export class PersonOrder {
  @Field(() => PersonOrderField)
  field!: PersonOrderField

  @Field(() => OrderDirection, { defaultValue: 'ASC' })
  direction!: OrderDirection
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => [PersonOrder], { nullable: true, description: 'By key, if left out.' })
  orderBy?: PersonOrder[] | null
}

@InputType({ description: 'The document that proves who a person is, as it is printed on it.' })
export class IdDocumentInput {
  @Field(() => IdentityDocumentKindEnum)
  kind!: IdentityDocumentKind

  @Field(() => String)
  number!: string
}

/** What can be said of a person and isn't sealed; the same for one that is added and one that is changed. */
@InputType()
export abstract class PersonDetailsInput {
  @Field(() => String, { description: 'As the document has it; at most 100 characters.' })
  name!: string

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Compared with the document’s number where that tells it; sealed like the number.',
  })
  birthDate?: string | null

  @Field(() => SexEnum, { nullable: true, description: 'Compared with the document’s number where that tells it.' })
  sex?: Sex | null

  @Field(() => String, { nullable: true })
  title?: string | null

  @Field(() => String, { nullable: true })
  degree?: string | null

  @Field(() => String, { nullable: true })
  speciality?: string | null

  @Field(() => String, { nullable: true })
  employer?: string | null

  @Field(() => Boolean)
  onStaff!: boolean
}

@InputType({ description: 'A person who is to be added to an organisation.' })
export class AddPersonInput extends PersonDetailsInput {
  @Field(() => String, { description: '8 to 64 letters, digits, - and _; the same for a retry.' })
  idempotencyKey!: string

  @Field(() => ID)
  applicant!: string

  @Field(() => IdDocumentInput)
  idDocument!: IdDocumentInput

  @Field(() => String, { description: 'Mobile number, or area code and number; the city’s area code may be left out.' })
  phone!: string
}

@InputType({ description: 'Everything that is said of a person, changed or not; only sealed values may be left out.' })
export class UpdatePersonInput extends PersonDetailsInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'The revision that was changed.' })
  revision!: number

  @Field(() => IdDocumentInput, { nullable: true, description: 'Left out, it stays as it is.' })
  idDocument?: IdDocumentInput | null

  @Field(() => String, { nullable: true, description: 'Left out, it stays as it is.' })
  phone?: string | null
}

@InputType({ description: 'A person who is no longer to be offered.' })
export class DeactivatePersonInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'The revision that was looked at.' })
  revision!: number
}

@ObjectType()
export class PersonPayload {
  @Field(() => Person, {
    nullable: true,
    description: 'The person as stored; after STALE_REVISION what is there now. Null for all other refusals.',
  })
  person?: Person | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@InputType({ description: 'A masked value that somebody has to know, and why.' })
export class RevealPersonalDataInput {
  @Field(() => ID, { description: 'A person, or an organisation (its contact).' })
  subject!: string

  @Field(() => PersonalFieldEnum)
  field!: PersonalField

  @Field(() => String, { description: 'What it is needed for, 5 to 500 characters; kept in the audit trail.' })
  reason!: string
}

@ObjectType({ description: 'One value in clear. That it was asked for is in the audit trail.' })
export class RevealPersonalDataPayload {
  @Field(() => String, { nullable: true, description: 'Null if it was refused, or if nothing is stored.' })
  value?: string | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
