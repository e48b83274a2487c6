import type { DonePayload, ResetPasswordInput } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'

/** Sets a new password by the code of a mail, which is good for one use, and ends all sessions of the account. */
export function resetPassword(context: Context, { code, newPassword }: ResetPasswordInput): Promise<DonePayload> {
  return context.authentication.act(audited(context, 'resetPassword'), async ({ api }) => {
    const reset = await answered(api.resetPassword({ body: { token: code, newPassword } }), {
      CODE_INVALID: ['input', 'code'],
      PASSWORD_TOO_SHORT: ['input', 'newPassword'],
      PASSWORD_TOO_LONG: ['input', 'newPassword'],
    })
    return 'errors' in reset ? { done: false, errors: reset.errors } : { done: true, errors: [] }
  })
}
