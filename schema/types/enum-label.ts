import 'reflect-metadata'
import { Field, ObjectType } from 'type-graphql'

@ObjectType({ description: 'How a value of an enum is printed.' })
export class EnumLabel {
  @Field(() => String, { description: 'Value in the API, e.g. "INDUSTRIALISATION".' })
  value!: string

  @Field(() => String, {
    nullable: true,
    description: 'Printed code of the form, e.g. "4"; null where none is printed.',
  })
  code!: string | null

  @Field(() => String, { description: 'Name in the language asked for.' })
  label!: string
}
