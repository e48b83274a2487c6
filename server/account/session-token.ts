import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../secrets/keyring.js'

/** The token of a session as clients have it: the session's own and a signature, `9fX….Kq2…`. */
export function signToken(keyring: Keyring, token: string): string {
  const [current] = keyring.secrets('session')
  return `${token}.${signature(current.bytes, token).toString('base64url')}`
}

/**
 * The session's own token in a signed one; null for one that was signed elsewhere or changed. Signatures of former keys count
 * as long as the key file has them.
 */
export function verifyToken(keyring: Keyring, signed: string): string | null {
  const [token, given, ...more] = signed.split('.')
  if (!token || !given || more.length > 0) return null
  const bytes = Buffer.from(given, 'base64url')
  // Of two ways to write the same bytes only one counts, so that a token has one form.
  if (bytes.toString('base64url') !== given) return null
  const matches = keyring.secrets('session').map(({ bytes: key }) => equal(signature(key, token), bytes))
  return matches.includes(true) ? token : null
}

/** A keyed hash for look-ups in tables that shouldn't hold the value itself, such as counts of attempts. */
export function keyedHash(keyring: Keyring, purpose: string, value: string): string {
  const [current] = keyring.secrets('session')
  return createHmac('sha256', current.bytes).update(`${purpose}\0${value}`).digest('base64url')
}

function signature(key: Buffer, token: string): Buffer {
  return createHmac('sha256', key).update(`session\0${token}`).digest()
}

function equal(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
