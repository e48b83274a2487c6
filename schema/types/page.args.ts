import 'reflect-metadata'
import { ArgsType, Field, Int } from 'type-graphql'

/** The four arguments of every connection. `first` and `last` are at most 100; without either, 20 are read. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'The first n after `after`; 0 to 100.' })
  first?: number | null

  @Field(() => String, { nullable: true })
  after?: string | null

  @Field(() => Int, { nullable: true, description: 'The last n before `before`; 0 to 100.' })
  last?: number | null

  @Field(() => String, { nullable: true })
  before?: string | null
}
