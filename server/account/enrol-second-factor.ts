import type { EnrolSecondFactorPayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'
import { countAttempt } from './count-attempt.js'
import { signedIn } from './signed-in.js'

/**
 * Begins to enrol an authenticator app; it counts once a code of it has confirmed it.
 * @param password the account's; none for an account that has none
 */
export async function enrolSecondFactor(
  context: Context,
  password: string | null | undefined,
): Promise<EnrolSecondFactorPayload> {
  const { account, token } = signedIn(context)
  const { authentication } = context
  const tooOften = await countAttempt(context, 'signIn', account)
  if (tooOften.length > 0) return { errors: tooOften }
  const payload = await authentication.act<EnrolSecondFactorPayload>(
    audited(context, 'enrolSecondFactor'),
    async ({ api, headers }) => {
      const body = { password: password ?? undefined, method: 'totp' as const }
      const begun = await answered(api.enableTwoFactor({ body, headers: headers({ session: token }) }), {
        PASSWORD_WRONG: ['password'],
      })
      if ('errors' in begun) return { errors: begun.errors }
      if (!('totpURI' in begun.result)) throw new Error('better-auth enrolled another second factor than asked for.')
      const uri = begun.result.totpURI
      return { enrolment: { uri, secret: new URL(uri).searchParams.get('secret') ?? '' }, errors: [] }
    },
  )
  if (payload.errors.length === 0) await authentication.limits.forgive('signIn', account)
  return payload
}
