import 'reflect-metadata'
import { Field, ID, InterfaceType } from 'type-graphql'

@InterfaceType({ description: 'Anything with a globally unique id; `node(id:)` reads it again.' })
export abstract class Node {
  @Field(() => ID, { description: 'Globally unique and opaque.' })
  id!: string
}
