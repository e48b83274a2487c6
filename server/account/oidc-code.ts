import type { Query } from './auth-database.js'
import type { Authentication } from './authentication.js'
import { randomText, s256 } from './oidc-attempt.js'

/** Seconds in which the page has to exchange its code. */
const seconds = 60

/** A code that the page exchanges for a session; only its hash is kept. */
export async function makeSignInCode(
  { hash }: Authentication,
  query: Query,
  account: string,
  pageChallenge: string,
): Promise<string> {
  const code = randomText()
  await query('delete from auth.sign_in_code where expires_at < now()')
  await query(
    `insert into auth.sign_in_code (key, account_id, challenge, expires_at)
       values ($1, $2, $3, now() + make_interval(secs => $4))`,
    [hash('sign-in code', code), account, pageChallenge, seconds],
  )
  return code
}

/**
 * Takes a code, which is then gone, whoever shows it. Gives the key of its account; null if it has expired, was taken, or is shown
 * by another page than the one that began.
 */
export async function takeSignInCode(
  { hash }: Authentication,
  query: Query,
  code: string,
  verifier: string,
): Promise<string | null> {
  const [taken] = await query<{ account: string; challenge: string; expired: boolean }>(
    `delete from auth.sign_in_code where key = $1
       returning account_id as account, challenge, expires_at <= now() as expired`,
    [hash('sign-in code', code)],
  )
  return taken && !taken.expired && taken.challenge === s256(verifier) ? taken.account : null
}
