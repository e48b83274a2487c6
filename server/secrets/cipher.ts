import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Authenticated encryption under one algorithm. A new one needs an entry in `ciphers` and nothing else: sealed texts say
 * which cipher they are of, and so do keys (docs/decisions/0018).
 */
export interface Cipher {
  /** Stands in sealed texts; never changes, and no other cipher ever has it. */
  readonly id: string
  /** Length of a key. */
  readonly keyBytes: number
  /** Encrypts, and binds the result to `place`: it opens with the same `place` only. */
  seal(key: Buffer, text: Buffer, place: Buffer): Buffer
  /** @throws Error for another key or place, and for bytes that were changed */
  open(key: Buffer, sealed: Buffer, place: Buffer): Buffer
}

/**
 * AES-256-GCM (NIST SP 800-38D) as nonce, ciphertext, tag. Nonces are random, so one key must not seal more than 2^32
 * texts: rotate long before.
 */
const aes256Gcm: Cipher = {
  id: 'a256gcm',
  keyBytes: 32,
  seal(key, text, place) {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAAD(place)
    return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
  },
  open(key, sealed, place) {
    const [nonce, text, tag] = [sealed.subarray(0, 12), sealed.subarray(12, -16), sealed.subarray(-16)]
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAAD(place).setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()])
  },
}

/** By the algorithm that a key names in the key file. */
export const ciphers: Readonly<Record<string, Cipher>> = { 'AES-256-GCM': aes256Gcm }
