import { parsePhone } from '../../schema/rules/phone.js'
import type { SignInInput, SignInPayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { phoneText } from '../secrets/personal-value.js'
import { answered } from './api-error.js'
import { audited } from './audited.js'
import { beginSession } from './begin-session.js'
import { challengeSeconds } from './better-auth.js'
import { challengeIn } from './better-auth-headers.js'
import { writeChallenge } from './challenge.js'
import { countAttempt } from './count-attempt.js'
import { refuseForeignPage } from './session-cookie.js'
import { signInIssues } from './sign-in-issues.js'
import { undoRefused } from './undo-refused.js'

/**
 * Begins a session for an e-mail address or a phone number with its password, or asks for the second factor. A name that nobody
 * has takes as long as a wrong password, and is answered in the same words. Attempts are counted before anything is tried.
 */
export async function signIn(context: Context, { name, password, cookie }: SignInInput): Promise<SignInPayload> {
  const { authentication, caller, now } = context
  if (cookie && !caller.ownPage) refuseForeignPage()
  const account = await accountNamed(context, name)
  const key = account?.id ?? name.normalize('NFKC').trim().toLowerCase()
  const tooOften = await countAttempt(context, 'signIn', key)
  if (tooOften.length > 0) return { errors: tooOften }

  const payload = await undoRefused(() =>
    authentication.act(audited(context, 'signIn', account?.id ?? null), async ({ api, query, headers }) => {
      const body = { email: account?.email ?? nobody, password }
      const found = await answered(
        api.signInEmail({ body, headers: headers({ userAgent: caller.userAgent }), returnHeaders: true }),
        { SIGN_IN_FAILED: ['input'], PASSWORD_TOO_LONG: ['input', 'password'] },
      )
      if ('errors' in found) return { errors: found.errors }
      if (!account || account.deactivated) throw new Refused([refusal(signInIssues.deactivated, 'input')])
      const own = challengeIn(found.result.headers)
      if (own !== null) {
        const challenge = writeChallenge(authentication, { account: account.id, own })
        const expiresAt = new Date(now().getTime() + challengeSeconds * 1_000).toISOString()
        return { secondFactor: { challenge, expiresAt }, errors: [] }
      }
      const { token } = found.result.response as { token: string }
      return { session: await beginSession(context, query, token, cookie === true), errors: [] }
    }),
  )
  if (payload.errors.length === 0) await authentication.limits.forgive('signIn', key)
  return payload
}

/** An address of the domain that is kept for addresses that don't exist (RFC 2606). */
const nobody = 'nobody@sign-in.invalid'

type Named = { readonly id: string; readonly email: string; readonly deactivated: boolean }

/** The account with this address, or with this phone number if its address is confirmed. */
async function accountNamed(context: Context, name: string): Promise<Named | undefined> {
  const columns = 'select id, email, deactivated_at is not null as deactivated from account'
  const em = context.em()
  if (name.includes('@')) {
    const [found] = await em.execute<Named[]>(`${columns} where lower(email) = ?`, [name.trim().toLowerCase()])
    return found
  }
  const phone = parsePhone(name)
  if (!phone.ok) return undefined
  const indexes = context.keyring.blindIndexes(phoneText(phone.value))
  const [found] = await em.execute<Named[]>(`${columns} where email_verified and phone_index = any(?::text[])`, [
    `{${indexes.join()}}`,
  ])
  return found
}
