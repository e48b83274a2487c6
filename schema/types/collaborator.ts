import 'reflect-metadata'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { Application } from './application.js'
import { CollaboratorRight } from './collaborator-right.js'
import { UserError } from './user-error.js'

@InputType({ description: 'Whom to invite to work on an application, who needn’t belong to its organisation.' })
export class InviteCollaboratorInput {
  @Field(() => ID, { description: 'A draft of an organisation that the caller edits for or manages.' })
  application!: string

  @Field(() => String, { description: 'E-mail address of the person.' })
  email!: string

  @Field(() => CollaboratorRight)
  right!: CollaboratorRight

  @Field(() => String, { description: 'Names this request: a repeated one with the same key does nothing again.' })
  idempotencyKey!: string
}

@InputType({ description: 'Who is no longer to work on an application.' })
export class RemoveCollaboratorInput {
  @Field(() => ID)
  collaborator!: string
}

@InputType({ description: 'The application that the caller no longer works on.' })
export class LeaveApplicationInput {
  @Field(() => ID)
  application!: string
}

@ObjectType()
export class CollaboratorPayload {
  @Field(() => Application, { nullable: true, description: 'The application; null if it was refused.' })
  application?: Application | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType()
export class LeaveApplicationPayload {
  @Field(() => Boolean, { description: 'False if it was refused.' })
  left!: boolean

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
