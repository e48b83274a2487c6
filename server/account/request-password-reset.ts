import { parseEmail } from '../../schema/rules/email.js'
import type { DonePayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { audited } from './audited.js'
import { countAttempt } from './count-attempt.js'

/** Mails a code for a new password, if the address has an account; the answer doesn't tell. */
export async function requestPasswordReset(context: Context, email: string): Promise<DonePayload> {
  const address = parseEmail(email)
  if (!address.ok) return { done: false, errors: address.issues.map((issue) => refusal(issue, 'email')) }
  const tooOften = await countAttempt(context, 'passwordReset', address.value.toLowerCase())
  if (tooOften.length > 0) return { done: false, errors: tooOften }
  return context.authentication.act(audited(context, 'requestPasswordReset'), async ({ api }) => {
    await api.requestPasswordReset({ body: { email: address.value.toLowerCase() } })
    return { done: true, errors: [] }
  })
}
