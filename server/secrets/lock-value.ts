import type { EntityManager } from '@mikro-orm/postgresql'
import type { Keyring } from './keyring.js'

/**
 * Lets one transaction at a time decide about a personal value, until it ends, also while servers take up new keys one
 * after another: whoever shares a key with another waits for it. Whether a row with the value exists is then to be asked
 * by `keyring.blindIndexes`; a unique index alone would take the same value under two keys for two.
 * @param scope within which the value is locked, such as a table and an organisation
 */
export async function lockValue(em: EntityManager, keyring: Keyring, scope: string, value: string): Promise<void> {
  const names = keyring.blindIndexes(value).map((index) => `${scope}/${index}`)
  // In one order everywhere, or two transactions could wait for each other.
  for (const name of names.sort()) await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name])
}
