import type { SessionToken } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import type { Query } from './auth-database.js'
import { sessionCookie } from './session-cookie.js'
import { signToken } from './session-token.js'

/**
 * A session that has begun, as its client gets it: signed, and for web pages as a cookie that scripts can't read.
 * @param token the session's own
 */
export async function beginSession(
  { keyring, caller }: Pick<Context, 'keyring' | 'caller'>,
  query: Query,
  token: string,
  cookie: boolean,
): Promise<SessionToken> {
  const [row] = await query<{ account: string; expiresAt: Date }>(
    'select "userId" as account, "expiresAt" from auth.session where token = $1',
    [token],
  )
  if (!row) throw new Error('A session that has begun is not there.')
  // Those that are over by themselves nobody takes away otherwise.
  await query('delete from auth.session where "userId" = $1 and "expiresAt" < now()', [row.account])
  const signed = signToken(keyring, token)
  if (cookie) caller.setHeader('set-cookie', sessionCookie(signed, row.expiresAt, caller.secure))
  return { token: cookie ? null : signed, expiresAt: row.expiresAt.toISOString() }
}
