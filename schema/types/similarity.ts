import 'reflect-metadata'
import { ArgsType, Field, Float, ID, Int, ObjectType } from 'type-graphql'
import type { SimilarSource } from '../enums.js'
import { similarityThreshold } from '../rules/similarity.js'
import { SimilarSourceEnum } from './enums.js'

@ArgsType()
export class SimilarProjectsArgs {
  @Field(() => ID, { nullable: true, description: 'An application, whose title and content (form, 5.2) are compared.' })
  application?: string | null

  @Field(() => String, { nullable: true, description: 'A title, in place of an application.' })
  title?: string | null

  @Field(() => Float, {
    defaultValue: similarityThreshold,
    description: 'How alike they have to be, from 0.3 to 1 (Dice’s coefficient of pairs of characters).',
  })
  atLeast!: number

  @Field(() => Int, { defaultValue: 20, description: 'How many, at most 100.' })
  first!: number
}

@ObjectType({
  description:
    'A project that is like another. Whether it is the same is for a person to say; nothing is refused for it.',
})
export class SimilarProject {
  @Field(() => SimilarSourceEnum)
  source!: SimilarSource

  @Field(() => ID, { description: 'Id of the application or of the ledger’s project.' })
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => Int, {
    description: 'The programme year of an application; the year in which a project of the ledger began.',
  })
  year!: number

  @Field(() => String, { description: 'Name of the organisation.' })
  unit!: string

  @Field(() => Float, { description: 'The higher of the two that follow, from 0 to 1.' })
  score!: number

  @Field(() => Float, { description: 'How alike the titles are.' })
  titleScore!: number

  @Field(() => Float, {
    nullable: true,
    description: 'How alike the contents are; null where they aren’t, or there is none.',
  })
  contentScore?: number | null
}
