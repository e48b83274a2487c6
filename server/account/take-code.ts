import type { Query } from './auth-database.js'
import type { Authentication } from './authentication.js'

/** An app's code counts in its own half minute and in those before and after it. */
const countsFor = '2 minutes'

/**
 * Takes a code of an authenticator app, so that nobody can use it once more (RFC 6238, 5.2). False if it was taken before; of
 * two requests with one code the second waits for the first.
 */
export async function takeCode(
  { hash }: Authentication,
  query: Query,
  account: string,
  code: string,
): Promise<boolean> {
  await query('delete from auth.used_code where expires_at < now()')
  const taken = await query(
    `insert into auth.used_code (key, expires_at) values ($1, now() + interval '${countsFor}')
       on conflict do nothing returning key`,
    [hash('code', `${account} ${code}`)],
  )
  return taken.length > 0
}
