import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { ChangePasswordInput, DonePayload, ResetPasswordInput } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { changePassword } from './change-password.js'
import { requestPasswordReset } from './request-password-reset.js'
import { resetPassword } from './reset-password.js'

@Resolver()
export class PasswordResolver {
  @Mutation(() => DonePayload, { description: 'Changes the password, and ends the account’s other sessions.' })
  changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: Context,
  ): Promise<DonePayload> {
    return changePassword(context, input)
  }

  @Mutation(() => DonePayload, {
    description:
      'Mails a code for a new password if the address has an account. The answer is the same if it has none.',
  })
  requestPasswordReset(@Arg('email', () => String) email: string, @Ctx() context: Context): Promise<DonePayload> {
    return requestPasswordReset(context, email)
  }

  @Mutation(() => DonePayload, {
    description: 'Sets a new password by the code of a mail, and ends all sessions of the account.',
  })
  resetPassword(
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() context: Context,
  ): Promise<DonePayload> {
    return resetPassword(context, input)
  }
}
