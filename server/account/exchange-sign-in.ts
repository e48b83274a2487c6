import { randomBytes, randomUUID } from 'node:crypto'
import type { SignInPayload } from '../../schema/types/account.js'
import type { ExchangeSignInInput } from '../../schema/types/identity-provider.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { audited } from './audited.js'
import type { Query } from './auth-database.js'
import { beginSession } from './begin-session.js'
import { sessionDays } from './better-auth.js'
import { takeSignInCode } from './oidc-code.js'
import { refuseForeignPage } from './session-cookie.js'
import { signInIssues } from './sign-in-issues.js'

/**
 * Begins a session for the code that the way over the identity provider ended with. The page shows by its verifier that it is the one
 * that began, so that nobody is signed in to an account of somebody else's by following a link.
 */
export async function exchangeSignIn(
  context: Context,
  { code, verifier, cookie }: ExchangeSignInInput,
): Promise<SignInPayload> {
  const { authentication, caller } = context
  if (cookie && !caller.ownPage) refuseForeignPage()
  return authentication.act<SignInPayload>(audited(context, 'exchangeSignIn'), async ({ query }) => {
    const account = await takeSignInCode(authentication, query, code, verifier)
    if (account === null) return { errors: [refusal(signInIssues.signInExpired, 'input', 'code')] }
    await query(`select set_config('shenbao.actor', $1, true)`, [account])
    const active = await query('select from account where id = $1 and deactivated_at is null for share', [account])
    if (active.length === 0) return { errors: [refusal(signInIssues.deactivated, 'input')] }
    const token = await makeSession(query, account, caller.userAgent)
    return { session: await beginSession(context, query, token, cookie === true), errors: [] }
  })
}

/** A session that has passed no second factor, as better-auth keeps it. Gives its own token. */
async function makeSession(query: Query, account: string, userAgent: string | null): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await query(
    `insert into auth.session (id, token, "userId", "userAgent", "expiresAt", "updatedAt")
       values ($1, $2, $3, $4, now() + make_interval(days => $5), now())`,
    [randomUUID(), token, account, userAgent, sessionDays],
  )
  return token
}
