import type { DonePayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'
import { countAttempt } from './count-attempt.js'
import { verifyPassword } from './password.js'
import { signInIssues } from './sign-in-issues.js'
import { undoRefused } from './undo-refused.js'

/**
 * Confirms an e-mail address by the code of a mail and the account's password; once more is no fault. The code alone would
 * let in whoever registered somebody else's address with a password of his own, as soon as its owner follows the mail.
 */
export async function verifyEmail(context: Context, code: string, password: string): Promise<DonePayload> {
  const { authentication } = context
  const account = await accountOf(context, code)
  const tooOften = account ? await countAttempt(context, 'signIn', account.id) : []
  if (tooOften.length > 0) return { done: false, errors: tooOften }
  const payload = await undoRefused(() =>
    authentication.act(audited(context, 'verifyEmail', account?.id ?? null), async ({ api }) => {
      const verified = await answered(api.verifyEmail({ query: { token: code } }), { CODE_INVALID: ['code'] })
      if ('errors' in verified) return { done: false, errors: verified.errors }
      const isOwner = account?.hash != null && (await verifyPassword({ hash: account.hash, password }))
      if (!isOwner) throw new Refused([refusal(signInIssues.passwordWrong, 'password')])
      return { done: true, errors: [] }
    }),
  )
  if ('errors' in payload && payload.errors.length > 0) return { done: false, errors: payload.errors }
  if (account) await authentication.limits.forgive('signIn', account.id)
  return { done: true, errors: [] }
}

type Owner = { readonly id: string; readonly hash: string | null }

/** The account of the address in a code, whose signature isn't checked here. */
async function accountOf(context: Context, code: string): Promise<Owner | undefined> {
  const email = addressIn(code)
  if (email === undefined) return undefined
  return context.authentication.act(audited(context, 'verifyEmail'), async ({ query }) => {
    const [found] = await query<Owner>(
      `select "user".id, account.password as hash from auth."user"
        join auth.account on account."userId" = "user".id and account."providerId" = 'credential'
        where lower("user".email) = $1`,
      [email.toLowerCase()],
    )
    return found
  })
}

function addressIn(code: string): string | undefined {
  try {
    const payload = JSON.parse(Buffer.from(code.split('.')[1] ?? '', 'base64url').toString())
    return typeof payload?.email === 'string' ? payload.email : undefined
  } catch {
    return undefined
  }
}
