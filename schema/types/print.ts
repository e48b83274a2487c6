import 'reflect-metadata'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { UserError } from './user-error.js'

@InputType({ description: 'An application whose printed form is wanted with identity numbers and phones in clear.' })
export class PrintApplicationInput {
  @Field(() => ID)
  application!: string
}

@ObjectType()
export class PrintApplicationPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Address of the printed form as PDF/A in full, for 5 to 10 minutes and without signing in: not to be passed on. Null if it was refused.',
  })
  url?: string | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
