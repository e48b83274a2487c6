import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { DonePayload, SignInPayload } from '../../schema/types/account.js'
import {
  ExchangeSignInInput,
  IdentityProvider,
  LinkIdentityInput,
  UnlinkIdentityInput,
} from '../../schema/types/identity-provider.js'
import type { Context } from '../http/context.js'
import { exchangeSignIn } from './exchange-sign-in.js'
import { linkIdentity } from './link-identity.js'
import { unlinkIdentity } from './unlink-identity.js'

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

  @Mutation(() => DonePayload, {
    description: 'Lets an identity at the identity provider sign in to this account, too; its owner is told by mail.',
  })
  linkIdentity(
    @Arg('input', () => LinkIdentityInput) input: LinkIdentityInput,
    @Ctx() context: Context,
  ): Promise<DonePayload> {
    return linkIdentity(context, input)
  }

  @Mutation(() => DonePayload, {
    description: 'Takes an identity away from this account, and ends its other sessions; its owner is told by mail.',
  })
  unlinkIdentity(
    @Arg('input', () => UnlinkIdentityInput) input: UnlinkIdentityInput,
    @Ctx() context: Context,
  ): Promise<DonePayload> {
    return unlinkIdentity(context, input)
  }
}
