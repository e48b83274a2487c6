import type { ConfirmSecondFactorPayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'
import { beginSession } from './begin-session.js'
import { sessionIn } from './better-auth-headers.js'
import { countAttempt } from './count-attempt.js'
import { signInIssues } from './sign-in-issues.js'
import { signedIn } from './signed-in.js'
import { takeCode } from './take-code.js'
import { tellOwner } from './tell-owner.js'

/**
 * Confirms the authenticator app by a code of it: from now on sign-in asks for one. The session has passed it, and goes on under
 * a new token, as it can do more than before.
 */
export async function confirmSecondFactor(context: Context, code: string): Promise<ConfirmSecondFactorPayload> {
  const { account, token, byCookie } = signedIn(context)
  const { authentication, caller } = context
  const tooOften = await countAttempt(context, 'secondFactor', account)
  if (tooOften.length > 0) return { errors: tooOften }
  const given = code.replace(/\s/g, '')
  const payload = await authentication.act<ConfirmSecondFactorPayload>(
    audited(context, 'confirmSecondFactor'),
    async (act) => {
      const { api, query } = act
      const [user] = await query<{ enabled: boolean | null }>(
        'select "twoFactorEnabled" as enabled from auth."user" where id = $1 for update',
        [account],
      )
      if (user?.enabled) return { errors: [refusal(signInIssues.alreadyEnrolled)] }
      if (!(await takeCode(authentication, query, account, given))) {
        return { errors: [refusal(signInIssues.secondFactorWrong, 'code')] }
      }
      const headers = act.headers({ session: token, userAgent: caller.userAgent })
      const confirmed = await answered(api.verifyTOTP({ body: { code: given }, headers, returnHeaders: true }), {
        SECOND_FACTOR_WRONG: ['code'],
        SECOND_FACTOR_NOT_ENROLLED: [],
      })
      if ('errors' in confirmed) return { errors: confirmed.errors }
      await query('delete from auth.second_factor_reset where account_id = $1', [account])
      const { backupCodes } = await api.viewBackupCodes({ body: { userId: account } })
      await tellOwner(act, account, 'SECOND_FACTOR')
      const session = await beginSession(context, query, sessionIn(confirmed.result.headers), byCookie)
      return { recoveryCodes: backupCodes, session, errors: [] }
    },
  )
  if (payload.errors.length === 0) await authentication.limits.forgive('secondFactor', account)
  return payload
}
