import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { ConfirmSecondFactorPayload, EnrolSecondFactorPayload, SignInPayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { confirmSecondFactor } from './confirm-second-factor.js'
import { disableSecondFactor } from './disable-second-factor.js'
import { enrolSecondFactor } from './enrol-second-factor.js'

const codeOption = {
  nullable: true,
  description: 'That of the mail, if an administrator has reset the second factor: see `codeNeeded`.',
} as const
const passwordOption = { nullable: true, description: 'The account’s, if it has one.' } as const

@Resolver()
export class SecondFactorResolver {
  @Mutation(() => EnrolSecondFactorPayload, {
    description: 'Begins to enrol an authenticator app; it counts once confirmSecondFactor has had a code of it.',
  })
  enrolSecondFactor(
    @Arg('password', () => String, passwordOption) password: string | null | undefined,
    @Arg('code', () => String, codeOption) code: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<EnrolSecondFactorPayload> {
    return enrolSecondFactor(context, password, code)
  }

  @Mutation(() => ConfirmSecondFactorPayload, {
    description: 'Confirms the authenticator app; gives recovery codes, and the session a new token.',
  })
  confirmSecondFactor(
    @Arg('code', () => String, { description: 'The six digits that the app shows.' }) code: string,
    @Ctx() context: Context,
  ): Promise<ConfirmSecondFactorPayload> {
    return confirmSecondFactor(context, code)
  }

  @Mutation(() => SignInPayload, {
    description: 'Takes the second factor away, which officials can’t; gives the session a new token.',
  })
  disableSecondFactor(
    @Arg('password', () => String, passwordOption) password: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    return disableSecondFactor(context, password)
  }
}
