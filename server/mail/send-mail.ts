import { randomUUID } from 'node:crypto'
import type { Keyring, Place } from '../secrets/keyring.js'
import type { Mail } from './compose-mail.js'

/** The caller's transaction: an EntityManager's, or what runs statements with `?` in place of values. */
interface Transaction {
  execute(sql: string, values: string[]): Promise<unknown>
}

/**
 * Puts a mail into the outbox, in the caller's transaction: it is sent if and only if the rest of it is done. Reader and
 * values, codes among them, are sealed.
 */
export async function sendMail(em: Transaction, keyring: Keyring, mail: Mail): Promise<void> {
  const id = randomUUID()
  const sealed = keyring.seal('mail', JSON.stringify(mail), placeOf(id))
  await em.execute('insert into mail (id, template, content_sealed) values (?, ?, ?)', [id, mail.template, sealed])
}

/**
 * The mail in a row of the outbox.
 * @throws {CannotOpen} when its key is gone
 */
export function openMail(keyring: Keyring, id: string, sealed: string): Mail {
  return JSON.parse(keyring.open('mail', sealed, placeOf(id)))
}

const placeOf = (id: string): Place => ({ table: 'mail', column: 'content_sealed', row: id })
