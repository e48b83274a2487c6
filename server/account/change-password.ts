import type { ChangePasswordInput, DonePayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'
import { countAttempt } from './count-attempt.js'
import { signedIn } from './signed-in.js'
import { tellOwner } from './tell-owner.js'

/** Changes the password by the current one, ends the other sessions of the account, and tells its owner. */
export async function changePassword(context: Context, input: ChangePasswordInput): Promise<DonePayload> {
  const { account, id, token } = signedIn(context)
  const { authentication } = context
  const tooOften = await countAttempt(context, 'signIn', account)
  if (tooOften.length > 0) return { done: false, errors: tooOften }
  const payload = await authentication.act(audited(context, 'changePassword'), async (act) => {
    const { currentPassword, newPassword } = input
    const changed = await answered(
      act.api.changePassword({ body: { currentPassword, newPassword }, headers: act.headers({ session: token }) }),
      {
        PASSWORD_WRONG: ['input', 'currentPassword'],
        PASSWORD_TOO_SHORT: ['input', 'newPassword'],
        PASSWORD_TOO_LONG: ['input', 'newPassword'],
      },
    )
    if ('errors' in changed) return { done: false, errors: changed.errors }
    await act.query('delete from auth.session where "userId" = $1 and id <> $2', [account, id])
    await tellOwner(act, account, 'PASSWORD')
    return { done: true, errors: [] }
  })
  if (payload.done) await authentication.limits.forgive('signIn', account)
  return payload
}
