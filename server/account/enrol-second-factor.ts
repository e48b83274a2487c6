import type { EnrolSecondFactorPayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'
import type { Query } from './auth-database.js'
import { hashOfResetCode } from './clear-second-factor.js'
import { countAttempt } from './count-attempt.js'
import { signInIssues } from './sign-in-issues.js'
import { signedIn } from './signed-in.js'

/**
 * Begins to enrol an authenticator app; it counts once a code of it has confirmed it.
 * @param password the account's; none for an account that has none
 * @param code of the mail that tells of a reset, which until then stands in the way
 */
export async function enrolSecondFactor(
  context: Context,
  password: string | null | undefined,
  code: string | null | undefined,
): Promise<EnrolSecondFactorPayload> {
  const { account, token } = signedIn(context)
  const { authentication } = context
  const tooOften = await countAttempt(context, 'signIn', account)
  if (tooOften.length > 0) return { errors: tooOften }
  const payload = await authentication.act<EnrolSecondFactorPayload>(
    audited(context, 'enrolSecondFactor'),
    async ({ api, headers, query }) => {
      const wrong = await wrongCode(query, context, account, code?.trim() ?? '')
      if (wrong) return { errors: [refusal(wrong, 'code')] }
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

/** What is wrong with the code; null if it is right, and if none is asked for. */
async function wrongCode(query: Query, { keyring }: Context, account: string, code: string) {
  // A reset at this moment comes before, and is seen, or after, and takes away what is begun here.
  await query('select from auth."user" where id = $1 for no key update', [account])
  const [reset] = await query<{ hash: string; expired: boolean }>(
    'select code_hash as hash, expires_at <= now() as expired from auth.second_factor_reset where account_id = $1',
    [account],
  )
  if (!reset) return null
  if (code === '') return signInIssues.resetCodeNeeded
  return reset.expired || reset.hash !== hashOfResetCode(keyring, code) ? signInIssues.codeInvalid : null
}
