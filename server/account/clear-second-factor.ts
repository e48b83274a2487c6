import { randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Locale } from '../../schema/rules/localized-text.js'
import { sendMail } from '../mail/send-mail.js'
import type { Keyring } from '../secrets/keyring.js'
import { keyedHash } from './session-token.js'

/** Hours in which the code of the mail is good. */
const hours = 24

type Owner = { readonly id: string; readonly email: string; readonly locale: Locale }

/**
 * Takes an account's second factor and its sessions away, in the caller's transaction. The code by which its owner enrols the
 * next one goes to his address alone: whoever resets it can't enrol one in his place. Once more sends another code, and the
 * former one is worth nothing. False if the account has no second factor and waits for none.
 */
export async function clearSecondFactor(em: EntityManager, keyring: Keyring, owner: Owner): Promise<boolean> {
  const { id, email, locale } = owner
  // Whoever passes or enrols the second factor at this moment is done, and loses it, or comes after.
  const [user] = await em.execute<{ known: boolean }[]>(
    `select "twoFactorEnabled" is true or exists (select from auth.second_factor_reset where account_id = ?) as known
       from auth."user" where id = ? for update`,
    [id, id],
  )
  if (!user?.known) return false
  await em.execute('delete from auth."twoFactor" where "userId" = ?', [id])
  await em.execute('update auth."user" set "twoFactorEnabled" = false, "updatedAt" = now() where id = ?', [id])
  await em.execute('delete from auth.session where "userId" = ?', [id])
  const code = randomBytes(24).toString('base64url')
  await em.execute(
    `insert into auth.second_factor_reset (account_id, code_hash, expires_at)
       values (?, ?, now() + interval '${hours} hours')
       on conflict (account_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
    [id, hashOfResetCode(keyring, code)],
  )
  await sendMail(em, keyring, { to: email, locale, template: 'second-factor-reset', values: { code } })
  return true
}

/** How a code stands in the table. */
export function hashOfResetCode(keyring: Keyring, code: string): string {
  return keyedHash(keyring, 'second factor reset', code)
}
