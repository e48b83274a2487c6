import type { Context } from '../http/context.js'
import type { Audited } from './auth-database.js'

/**
 * What the audit trail says of an operation of sign-in.
 * @param account whose doing it is, where the session doesn't tell
 */
export function audited({ viewer, requestId }: Context, action: string, account = viewer.account): Audited {
  return { account, action, requestId }
}
