import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  DonePayload,
  PassSecondFactorInput,
  SignInInput,
  SignInPayload,
  SignUpInput,
} from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { passSecondFactor } from './pass-second-factor.js'
import { signIn } from './sign-in.js'
import { signOut } from './sign-out.js'
import { signUp } from './sign-up.js'
import { verifyEmail } from './verify-email.js'

@Resolver()
export class SignInResolver {
  @Mutation(() => DonePayload, {
    description:
      'Registers an account; a mail says how to confirm the address. An address that has an account is answered the same, and its owner is told by mail.',
  })
  signUp(@Arg('input', () => SignUpInput) input: SignUpInput, @Ctx() context: Context): Promise<DonePayload> {
    return signUp(context, input)
  }

  @Mutation(() => DonePayload, {
    description:
      'Confirms an e-mail address by the code of the mail and the password that the account was registered with, so that nobody confirms what somebody else has registered.',
  })
  verifyEmail(
    @Arg('code', () => String) code: string,
    @Arg('password', () => String) password: string,
    @Ctx() context: Context,
  ): Promise<DonePayload> {
    return verifyEmail(context, code, password)
  }

  @Mutation(() => SignInPayload, {
    description:
      'Begins a session, or asks for the second factor. After 5 attempts on an account within 15 minutes it is refused: see the header Retry-After.',
  })
  signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() context: Context): Promise<SignInPayload> {
    return signIn(context, input)
  }

  @Mutation(() => SignInPayload, {
    description: 'Answers the challenge of signIn; or, without one, passes the second factor in the session that asks.',
  })
  passSecondFactor(
    @Arg('input', () => PassSecondFactorInput) input: PassSecondFactorInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    return passSecondFactor(context, input)
  }

  @Mutation(() => DonePayload, { description: 'Ends the session that asks.' })
  signOut(@Ctx() context: Context): Promise<DonePayload> {
    return signOut(context)
  }
}
