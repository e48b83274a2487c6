import 'reflect-metadata'
import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql'
import { PageArgs } from './page.args.js'

@InputType({ description: 'Which guidelines; conditions left out don’t restrict.' })
export class GuidelineFilter {
  @Field(() => String, { nullable: true, description: 'Code of the city.' })
  city?: string | null

  @Field(() => Int, { nullable: true, description: 'Programme year.' })
  year?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Only editions in force (true) or superseded ones (false).' })
  inForce?: boolean | null
}

export const GuidelineOrderField = {
  CITY: 'city.code',
  YEAR: 'year',
  EDITION: 'edition',
  IMPORTED_AT: 'importedAt',
} as const
export type GuidelineOrderField = (typeof GuidelineOrderField)[keyof typeof GuidelineOrderField]
registerEnumType(GuidelineOrderField, {
  name: 'GuidelineOrderField',
  description: 'What guidelines can be ordered by.',
})

export const OrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const
export type OrderDirection = keyof typeof OrderDirection
registerEnumType(OrderDirection, { name: 'OrderDirection', description: 'Ascending or descending.' })

@InputType({ description: 'One step of an order.' })
export class GuidelineOrder {
  @Field(() => GuidelineOrderField)
  field!: GuidelineOrderField

  @Field(() => OrderDirection, { defaultValue: 'ASC' })
  direction!: OrderDirection
}

@ArgsType()
export class GuidelinesArgs extends PageArgs {
  @Field(() => GuidelineFilter, { nullable: true })
  filter?: GuidelineFilter | null

  @Field(() => [GuidelineOrder], { nullable: true, description: 'Newest year first, if left out.' })
  orderBy?: GuidelineOrder[] | null
}
