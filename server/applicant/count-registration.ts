import { parseCreditCode } from '../../schema/rules/credit-code.js'
import type { UserError } from '../../schema/types/user-error.js'
import { actorOf } from '../access/viewer.js'
import { countAttempt } from '../account/count-attempt.js'
import type { Context } from '../http/context.js'

/**
 * Counts a registration before it is tried, one that succeeds, too: each tells whether a credit code is registered, and nobody
 * is to find out of all of them. A malformed code tells nothing. Empty if it may be tried, else TOO_MANY_ATTEMPTS.
 */
export async function countRegistration(context: Context, creditCode: string): Promise<readonly UserError[]> {
  return parseCreditCode(creditCode).ok ? countAttempt(context, 'registration', actorOf(context.viewer)) : []
}
