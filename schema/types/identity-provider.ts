import 'reflect-metadata'
import { Field, ID, InputType, ObjectType } from 'type-graphql'

@ObjectType({ description: 'Where people sign in elsewhere, by OpenID Connect.' })
export class IdentityProvider {
  @Field(() => String, { description: 'What it is called on pages.' })
  name!: string

  @Field(() => String, {
    description:
      'Where a page sends its browser, with `return` (its own address) and `challenge` (S256 of a verifier that it keeps); to link an identity, `purpose=link`, too.',
  })
  startUrl!: string
}

@InputType()
export class ExchangeSignInInput {
  @Field(() => String, { description: 'What came back to the page as `#code=…`; good once, for a minute.' })
  code!: string

  @Field(() => String, { description: 'What the page kept when it gave its `challenge` (RFC 7636, 4.1).' })
  verifier!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Gives the session as a cookie that scripts can’t read, for web pages.',
  })
  cookie?: boolean | null
}

@InputType()
export class LinkIdentityInput {
  @Field(() => String, { description: 'What came back to the page as `#code=…`; good once, for a minute.' })
  code!: string

  @Field(() => String, { description: 'What the page kept when it gave its `challenge` (RFC 7636, 4.1).' })
  verifier!: string

  @Field(() => String, { nullable: true, description: 'The account’s, if it has one.' })
  password?: string | null
}

@InputType()
export class UnlinkIdentityInput {
  @Field(() => ID, { description: 'Id of the identity, from viewer.' })
  identity!: string

  @Field(() => String, { nullable: true, description: 'The account’s, if it has one.' })
  password?: string | null
}
