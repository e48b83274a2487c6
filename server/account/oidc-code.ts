import type { Query } from './auth-database.js'
import type { Authentication } from './authentication.js'
import { randomText, s256 } from './oidc-attempt.js'

/** Seconds in which the page has to exchange its code. */
const seconds = 60

/** What a code stands for: a session of an account, or an identity for the account that is signed in. */
type Meaning = { readonly account: string } | { readonly identity: string }

/** A code that the page exchanges for what it stands for; only its hash is kept. */
export async function makeCode(
  { hash }: Authentication,
  query: Query,
  meaning: Meaning,
  pageChallenge: string,
): Promise<string> {
  const code = randomText()
  await query('delete from auth.sign_in_code where expires_at < now()')
  await query(
    `insert into auth.sign_in_code (key, account_id, identity, challenge, expires_at)
       values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
    [
      hash('sign-in code', code),
      'account' in meaning ? meaning.account : null,
      'identity' in meaning ? meaning.identity : null,
      pageChallenge,
      seconds,
    ],
  )
  return code
}

type Shown = readonly [authentication: Authentication, query: Query, code: string, verifier: string]

/** The account that a code begins a session of; null for a code that isn't good for it. */
export async function takeSignInCode(...shown: Shown): Promise<string | null> {
  return (await take(...shown))?.account ?? null
}

/** The identity that a code stands for; null for a code that isn't good for it. */
export async function takeIdentityCode(...shown: Shown): Promise<string | null> {
  return (await take(...shown))?.identity ?? null
}

/**
 * Takes a code, which is then gone, whoever shows it. Null if it has expired, was taken, or is shown by another page than the one
 * that began.
 */
async function take(...[{ hash }, query, code, verifier]: Shown) {
  const [taken] = await query<{
    account: string | null
    identity: string | null
    challenge: string
    expired: boolean
  }>(
    `delete from auth.sign_in_code where key = $1
       returning account_id as account, identity, challenge, expires_at <= now() as expired`,
    [hash('sign-in code', code)],
  )
  return taken && !taken.expired && taken.challenge === s256(verifier) ? taken : null
}
