import type { EntityManager } from '@mikro-orm/postgresql'
import type { Keyring } from '../secrets/keyring.js'
import { betterAuthSecrets, versionOf } from './better-auth.js'

/*
 * What authenticator apps and recovery codes are checked with is encrypted by better-auth, under secrets made of the session keys:
 * a session key can't be taken out before these are under another one. An encrypted text begins with `$ba$` and its secret's number.
 */

/** Encrypts anew what isn't under the current session key. Gives how many accounts' second factors were rewritten. */
export async function rewriteSecondFactors(em: EntityManager, keyring: Keyring): Promise<number> {
  const secrets = betterAuthSecrets(keyring.secrets('session'))
  const currentVersion = secrets[0]?.version ?? 0
  const key = { keys: new Map(secrets.map(({ version, value }) => [version, value])), currentVersion }
  const current = `$ba$${currentVersion}$`
  const rows = await em.execute<{ id: string; secret: string; codes: string }[]>(
    `select id, secret, "backupCodes" as codes from auth."twoFactor"
      where not starts_with(secret, ?) or not starts_with("backupCodes", ?)`,
    [current, current],
  )
  if (rows.length === 0) return 0
  const { symmetricDecrypt, symmetricEncrypt } = await import('better-auth/crypto')
  const anew = async (data: string) => symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) })
  let rewritten = 0
  for (const { id, secret, codes } of rows) {
    // Whoever uses a recovery code meanwhile has rewritten them himself.
    const done = await em.execute<object[]>(
      `update auth."twoFactor" set secret = ?, "backupCodes" = ?
        where id = ? and secret = ? and "backupCodes" = ? returning id`,
      [await anew(secret), await anew(codes), id, secret, codes],
    )
    rewritten += done.length
  }
  return rewritten
}

/** How many accounts' second factors are under one of these session keys. */
export async function countSecondFactorsUnder(em: EntityManager, keys: readonly string[]): Promise<number> {
  const versions = keys.map((id) => versionOf({ id })).join()
  const [found] = await em.execute<{ count: string }[]>(
    `select count(*) from auth."twoFactor"
      where split_part(secret, '$', 3) = any(string_to_array(?, ','))
         or split_part("backupCodes", '$', 3) = any(string_to_array(?, ','))`,
    [versions, versions],
  )
  return Number(found?.count ?? 0)
}
