import 'reflect-metadata'
import { Field, ObjectType } from 'type-graphql'
import { CollaboratorRight } from './collaborator-right.js'
import { Node } from './node.js'
import { DateTime } from './scalars.js'

@ObjectType({
  implements: Node,
  description:
    'Somebody who works on one application without being a member of its organisation. He sees nothing else of the organisation.',
})
export class ApplicationCollaborator extends Node {
  @Field(() => String)
  name!: string

  @Field(() => CollaboratorRight)
  right!: CollaboratorRight

  @Field(() => Boolean, { description: 'It is the caller.' })
  self!: boolean

  @Field(() => DateTime)
  joinedAt!: string

  @Field(() => DateTime, { nullable: true, description: 'When he left or was taken out; null while he works on it.' })
  leftAt?: string | null
}
