import { randomUUID } from 'node:crypto'
import { parseEmail } from '../../schema/rules/email.js'
import { parseLine } from '../../schema/rules/line-of-text.js'
import type { Locale } from '../../schema/rules/localized-text.js'
import type { Query } from './auth-database.js'
import type { Identity } from './oidc-client.js'
import { OidcFault } from './oidc-fault.js'

/** How better-auth's table of identities calls those of the identity provider. */
export const providerId = 'oidc'

/** How an identity stands in that table. An issuer has no fragment, so the two can't run into one another. */
export function identityKey({ issuer, subject }: Pick<Identity, 'issuer' | 'subject'>): string {
  return `${issuer}#${subject}`
}

/** Of two who want one identity at once the second waits here, and finds whose it has become. */
export async function lockIdentity(query: Query, key: string): Promise<void> {
  await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${providerId} ${key}`])
}

/**
 * The account of an identity, which is issuer and subject; a first sign-in makes it. Gives its key. Only an address that the
 * provider has verified makes one, and none that has an account here: that one is its owner's, whoever the provider says he is.
 * @throws {OidcFault} EMAIL_NOT_VERIFIED, ACCOUNT_EXISTS, ACCOUNT_DEACTIVATED
 */
export async function accountOfIdentity(query: Query, identity: Identity, locale: Locale): Promise<string> {
  const accountId = identityKey(identity)
  await lockIdentity(query, accountId)
  const [found] = await query<{ id: string; deactivated: boolean }>(
    `select account.id, account.deactivated_at is not null as deactivated
       from auth.account as identity join account on account.id = identity."userId"
      where identity."providerId" = $1 and identity."accountId" = $2`,
    [providerId, accountId],
  )
  if (found?.deactivated) throw new OidcFault('ACCOUNT_DEACTIVATED', 'the account was deactivated')
  return found?.id ?? makeAccount(query, identity, accountId, locale)
}

async function makeAccount(query: Query, identity: Identity, accountId: string, locale: Locale): Promise<string> {
  const email = parseEmail(identity.email ?? '')
  if (!email.ok || !identity.emailVerified) {
    throw new OidcFault('EMAIL_NOT_VERIFIED', 'the provider tells no verified address')
  }
  const name = parseLine(identity.name ?? '', 100)
  const id = randomUUID()
  // In the audit trail it is the doing of who comes with it.
  await query(`select set_config('shenbao.actor', $1, true)`, [id])
  const made = await query(
    `insert into auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)
       on conflict (email) do nothing returning id`,
    [id, name.ok ? name.value : email.value.split('@')[0], email.value.toLowerCase()],
  )
  if (made.length === 0) throw new OidcFault('ACCOUNT_EXISTS', 'the address has an account')
  await query(
    `insert into auth.account (id, "accountId", "providerId", "userId", "updatedAt") values ($1, $2, $3, $4, now())`,
    [randomUUID(), accountId, providerId, id],
  )
  await query('update account set locale = $2 where id = $1', [id, locale])
  return id
}
