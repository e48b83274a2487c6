import type { UserError } from '../../schema/types/user-error.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import type { Attempt } from './attempt-limits.js'
import { signInIssues } from './sign-in-issues.js'

/**
 * Counts an attempt before it is made. Empty if it may be made, else TOO_MANY_ATTEMPTS, with the seconds to wait in the header
 * Retry-After, too.
 * @param account its key, or a name that nobody has
 */
export async function countAttempt(
  { authentication, caller }: Context,
  attempt: Attempt,
  account: string,
): Promise<readonly UserError[]> {
  const wait = await authentication.limits.take(attempt, { account, address: caller.address })
  if (wait === null) return []
  caller.setHeader('retry-after', String(wait))
  return [refusal(signInIssues.tooManyAttempts(wait), 'input')]
}
