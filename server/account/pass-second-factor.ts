import type { PassSecondFactorInput, SignInPayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'
import type { Act } from './authentication.js'
import { beginSession } from './begin-session.js'
import { readChallenge } from './challenge.js'
import { countAttempt } from './count-attempt.js'
import { refuseForeignPage } from './session-cookie.js'
import { signInIssues } from './sign-in-issues.js'
import { signedIn } from './signed-in.js'
import { takeCode } from './take-code.js'

/**
 * Ends a sign-in by the second factor; or passes it later, in a session that began elsewhere, such as at an identity provider.
 * Attempts are counted for the account before anything is tried; a code is good for one use.
 */
export async function passSecondFactor(context: Context, input: PassSecondFactorInput): Promise<SignInPayload> {
  const { authentication, caller } = context
  if (input.cookie && !caller.ownPage) refuseForeignPage()
  const asked = input.challenge
    ? readChallenge(authentication, input.challenge)
    : { own: undefined, ...signedIn(context) }
  if (!asked) return { errors: [refusal(signInIssues.challengeExpired, 'input', 'challenge')] }
  const { account, own } = asked
  const session = own === undefined ? context.session?.token : undefined
  const tooOften = await countAttempt(context, 'secondFactor', account)
  if (tooOften.length > 0) return { errors: tooOften }

  const payload = await authentication.act<SignInPayload>(
    audited(context, 'passSecondFactor', account),
    async (act) => {
      if (!(await hasSecondFactor(act, account))) return { errors: [refusal(signInIssues.notEnrolled, 'input')] }
      const headers = act.headers({ session, challenge: own, userAgent: caller.userAgent })
      const passed = await tryCode(context, act, account, input, headers)
      if ('errors' in passed) return { errors: passed.errors }
      if (session === undefined) {
        return {
          session: await beginSession(context, act.query, passed.result.token, input.cookie === true),
          errors: [],
        }
      }
      await act.query('update auth.session set "secondFactorAt" = now() where token = $1', [session])
      return {
        session: await beginSession(context, act.query, session, context.session?.byCookie === true),
        errors: [],
      }
    },
  )
  if (payload.errors.length === 0) await authentication.limits.forgive('secondFactor', account)
  return payload
}

/**
 * Whether the account has a second factor that was confirmed: a code for one that wasn't would confirm it. A reset waits until
 * this is done, and then ends the session that it began.
 */
async function hasSecondFactor({ query }: Act, account: string): Promise<boolean> {
  const [user] = await query<{ enabled: boolean | null }>(
    'select "twoFactorEnabled" as enabled from auth."user" where id = $1 for no key update',
    [account],
  )
  return user?.enabled === true
}

async function tryCode(
  { authentication }: Context,
  act: Act,
  account: string,
  { code, recoveryCode }: PassSecondFactorInput,
  headers: Headers,
) {
  const given = code?.replace(/\s/g, '')
  if (given && !recoveryCode) {
    if (!(await takeCode(authentication, act.query, account, given))) {
      return { errors: [refusal(signInIssues.secondFactorWrong, 'input', 'code')] }
    }
    return answered(act.api.verifyTOTP({ body: { code: given }, headers }), {
      SECOND_FACTOR_WRONG: ['input', 'code'],
      CHALLENGE_EXPIRED: ['input', 'challenge'],
    })
  }
  if (!given && recoveryCode) {
    const answer = act.api.verifyBackupCode({ body: { code: recoveryCode.trim() }, headers })
    return answered(answer as Promise<{ token: string }>, {
      SECOND_FACTOR_WRONG: ['input', 'recoveryCode'],
      CHALLENGE_EXPIRED: ['input', 'challenge'],
    })
  }
  return { errors: [refusal(signInIssues.secondFactorMissing, 'input')] }
}
