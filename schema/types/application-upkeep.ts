import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { FormSection } from '../enums.js'
import type { LocalizedText } from '../rules/localized-text.js'
import { Application } from './application.js'
import { FormSectionEnum } from './enums.js'
import { LocalizedField } from './localized-field.js'
import { UserError } from './user-error.js'

@InputType({ description: 'A draft that is put into the bin.' })
export class DeleteApplicationInput {
  @Field(() => ID)
  application!: string
}

@InputType({ description: 'A draft that is taken out of the bin.' })
export class RestoreApplicationInput {
  @Field(() => ID)
  application!: string
}

@InputType({ description: 'An application that a new one is begun from.' })
export class CopyApplicationInput {
  @Field(() => ID)
  application!: string

  @Field(() => String, { description: '8 to 64 letters, digits, - and _; the same for a retry.' })
  idempotencyKey!: string

  @Field(() => Int, {
    nullable: true,
    description: 'Programme year of the new one; the newest of the organisation’s city, if left out.',
  })
  year?: number | null
}

@InputType({ description: 'Where empty fields of a draft are filled in from.' })
export class PrefillApplicationInput {
  @Field(() => ID)
  application!: string

  @Field(() => ID, {
    nullable: true,
    description:
      'Another application of the same organisation. Left out, the organisation’s own registration: its contact, legal representative and platforms, and people of its list for the leader and for participants whose `person` is set.',
  })
  from?: string | null

  @Field(() => [FormSectionEnum], {
    nullable: true,
    description:
      'Only these. Left out: all that the organisation can fill in; of another application all but cover, opinion, declarations and attachments. Opinion and declarations are never taken from another application.',
  })
  sections?: FormSection[] | null
}

@ObjectType({ description: 'A field that was empty and is filled in now.' })
export class FilledField {
  @Field(() => FormSectionEnum)
  section!: FormSection

  @Field(() => String, { description: 'E.g. "leader.title" or "personnel.k1.name"; rows are named by their keys.' })
  path!: string

  @LocalizedField({ description: 'The field as it is printed, with the place of its row.' })
  label!: LocalizedText
}

@ObjectType()
export class PrefillPayload {
  @Field(() => Application, { nullable: true, description: 'Null if it was refused.' })
  application?: Application | null

  @Field(() => [FilledField], { description: 'What was filled in; empty if nothing was.' })
  filled!: readonly FilledField[]

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
