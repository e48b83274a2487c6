import type { SignInPayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'
import { beginSession } from './begin-session.js'
import { sessionIn } from './better-auth-headers.js'
import { countAttempt } from './count-attempt.js'
import { signInIssues } from './sign-in-issues.js'
import { signedIn } from './signed-in.js'
import { tellOwner } from './tell-owner.js'

/**
 * Takes the second factor away, in a session that passed it; officials keep theirs. The session goes on under a new token.
 * @param password the account's; none for an account that has none
 */
export async function disableSecondFactor(
  context: Context,
  password: string | null | undefined,
): Promise<SignInPayload> {
  const { account, id, token, byCookie } = signedIn(context)
  const { authentication, caller } = context
  const tooOften = await countAttempt(context, 'signIn', account)
  if (tooOften.length > 0) return { errors: tooOften }
  const payload = await authentication.act<SignInPayload>(audited(context, 'disableSecondFactor'), async (act) => {
    const [known] = await act.query<{ enabled: boolean | null; official: boolean; passed: boolean }>(
      `select "twoFactorEnabled" as enabled, session."secondFactorAt" is not null as passed,
              exists (select from role_grant where account_id = $1 and revoked_at is null) as official
         from auth."user" join auth.session on session."userId" = "user".id and session.id = $2 where "user".id = $1`,
      [account, id],
    )
    if (!known?.enabled) return { errors: [refusal(signInIssues.notEnrolled)] }
    if (known.official) return { errors: [refusal(signInIssues.secondFactorRequired)] }
    if (!known.passed) return { errors: [refusal(signInIssues.notPassed)] }
    const headers = act.headers({ session: token, userAgent: caller.userAgent })
    const body = { password: password ?? undefined }
    const disabled = await answered(act.api.disableTwoFactor({ body, headers, returnHeaders: true }), {
      PASSWORD_WRONG: ['password'],
    })
    if ('errors' in disabled) return { errors: disabled.errors }
    await tellOwner(act, account, 'SECOND_FACTOR')
    const session = await beginSession(context, act.query, sessionIn(disabled.result.headers), byCookie)
    return { session, errors: [] }
  })
  if (payload.errors.length === 0) await authentication.limits.forgive('signIn', account)
  return payload
}
