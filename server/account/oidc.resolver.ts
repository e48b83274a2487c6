import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { SignInPayload } from '../../schema/types/account.js'
import { ExchangeSignInInput, IdentityProvider } from '../../schema/types/identity-provider.js'
import type { Context } from '../http/context.js'
import { exchangeSignIn } from './exchange-sign-in.js'

@Resolver()
export class OidcResolver {
  @Query(() => IdentityProvider, {
    nullable: true,
    description: 'Where one can sign in beside this service’s own passwords; null if nowhere.',
  })
  identityProvider(@Ctx() { authentication }: Context): IdentityProvider | null {
    return authentication.identityProvider
  }

  @Mutation(() => SignInPayload, {
    description: 'Begins a session after a sign-in at the identity provider, with the code that came back to the page.',
  })
  exchangeSignIn(
    @Arg('input', () => ExchangeSignInInput) input: ExchangeSignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    return exchangeSignIn(context, input)
  }
}
