import type { DonePayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'

/** Confirms an e-mail address by the code of a mail; once more is no fault. */
export function verifyEmail(context: Context, code: string): Promise<DonePayload> {
  return context.authentication.act(audited(context, 'verifyEmail'), async ({ api }) => {
    const verified = await answered(api.verifyEmail({ query: { token: code } }), { CODE_INVALID: ['code'] })
    return 'errors' in verified ? { done: false, errors: verified.errors } : { done: true, errors: [] }
  })
}
