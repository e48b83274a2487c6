import { createHmac, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { normaliseIdentifier } from '../../schema/rules/identifier-text.js'
import { type Cipher, ciphers } from './cipher.js'
import type { Key, KeySet } from './key-material.js'
import type { Purpose, SealingPurpose } from './purposes.js'

/** Where a sealed text stands: elsewhere it doesn't open. `row` is the row's key. */
export type Place = { readonly table: string; readonly column: string; readonly row: string }

/** A key's bytes, with the id that stands in what it made. */
export type Secret = { readonly id: string; readonly bytes: Buffer }

/** A sealed text that doesn't open: its key is gone, or it was changed or moved. Says which, and no value. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
}

/**
 * The service's keys, by purpose. The first of each purpose is the one for all that is new; the others read what they made.
 * Keys can be replaced while the service runs (`replace`), so nobody keeps what he got from here.
 */
export class Keyring {
  #keys: Readonly<Record<Purpose, readonly Key[]>>

  constructor(keys: KeySet) {
    this.#keys = currentFirst(keys)
  }

  /** Takes the keys of a key file that has changed. */
  replace(keys: KeySet): void {
    this.#keys = currentFirst(keys)
  }

  /**
   * Encrypts a text for one place in the database, under the current key of its purpose.
   * @returns cipher, key id and ciphertext, such as `a256gcm.3f9a01bc.…` (base64url)
   */
  seal(purpose: SealingPurpose, text: string, place: Place): string {
    const key = this.#current(purpose)
    const cipher = cipherOf(key)
    const sealed = cipher.seal(bytesOf(key), Buffer.from(text, 'utf8'), boundTo(purpose, place))
    return `${this.sealedBy(purpose)}${sealed.toString('base64url')}`
  }

  /**
   * The text that was sealed for this place.
   * @throws {CannotOpen} when its key is not in the key file, or it was changed or belongs to another place
   */
  open(purpose: SealingPurpose, sealed: string, place: Place): string {
    const [cipherId, keyId, text, ...more] = sealed.split('.')
    const where = `${place.table}.${place.column} of row ${place.row}`
    if (!text || more.length > 0) throw new CannotOpen(`What stands in ${where} is not a sealed text.`)
    const key = this.#keys[purpose].find(({ id }) => id === keyId)
    if (!key) {
      throw new CannotOpen(
        `${where} was sealed with the key ${keyId} of purpose "${purpose}", which the key file doesn't have: bring it back from your backup.`,
      )
    }
    const cipher = cipherOf(key)
    try {
      if (cipher.id !== cipherId) throw new Error('another cipher')
      return cipher.open(bytesOf(key), Buffer.from(text, 'base64url'), boundTo(purpose, place)).toString('utf8')
    } catch {
      throw new CannotOpen(`${where} doesn't open: it was changed, or was sealed for another place.`)
    }
  }

  /** How texts begin that the current key of a purpose has sealed. */
  sealedBy(purpose: SealingPurpose): string {
    const key = this.#current(purpose)
    return `${cipherOf(key).id}.${key.id}.`
  }

  /**
   * What equal values have in common: a keyed hash (HMAC-SHA-256, all 256 bits) under the current key, such as
   * `3f9a01bc.…` (base64url). Identifiers have few digits, so without the key every one of them could be tried.
   * The value is normalised first (NFKC, no spaces and dashes, upper case).
   * @throws Error for a value that is empty or longer than any identifier
   */
  blindIndex(value: string): string {
    return indexUnder(this.#current('blind-index'), normalised(value))
  }

  /** The value's indexes under every key, the current one first: look-ups use them all, `index = any(...)`. */
  blindIndexes(value: string): string[] {
    const text = normalised(value)
    return this.#keys['blind-index'].map((key) => indexUnder(key, text))
  }

  /** How indexes begin that the current key has made. */
  indexedBy(): string {
    return `${this.#current('blind-index').id}.`
  }

  /** The secrets of a purpose, the current one first, for whoever signs or encrypts by himself. */
  secrets(purpose: Exclude<Purpose, 'audit'>): readonly [Secret, ...Secret[]] {
    const [first, ...others] = this.#keys[purpose].map((key) => ({ id: key.id, bytes: bytesOf(key) }))
    if (!first) throw new Error(`The keyring has no key for ${purpose}.`)
    return [first, ...others]
  }

  /** The private key (Ed25519) that signs the audit trail now. */
  auditKey(): { readonly id: string; readonly privateKey: KeyObject } {
    const key = this.#current('audit')
    return { id: key.id, privateKey: privateKeyOf(key) }
  }

  /** The public key that belongs to one of the audit keys; undefined if the key file doesn't have it. */
  auditPublicKey(id: string): KeyObject | undefined {
    const key = this.#keys.audit.find((key) => key.id === id)
    return key && createPublicKey(privateKeyOf(key))
  }

  #current(purpose: Purpose): Key {
    const [key] = this.#keys[purpose]
    if (!key) throw new Error(`The keyring has no key for ${purpose}.`)
    return key
  }
}

function currentFirst({ purposes }: KeySet): Readonly<Record<Purpose, readonly Key[]>> {
  const sorted = Object.entries(purposes).map(([purpose, keys]) => [
    purpose,
    [...keys.filter(({ state }) => state === 'current'), ...keys.filter(({ state }) => state === 'readable')],
  ])
  return Object.fromEntries(sorted)
}

function cipherOf({ algorithm }: Key): Cipher {
  const cipher = ciphers[algorithm]
  if (!cipher) throw new Error(`There is no cipher ${algorithm}.`)
  return cipher
}

function bytesOf({ secret }: Key): Buffer {
  return Buffer.from(secret, 'base64')
}

function privateKeyOf(key: Key): KeyObject {
  return createPrivateKey({ key: bytesOf(key), type: 'pkcs8', format: 'der' })
}

function boundTo(purpose: Purpose, { table, column, row }: Place): Buffer {
  return Buffer.from(JSON.stringify([purpose, table, column, row]), 'utf8')
}

function normalised(value: string): string {
  const text = normaliseIdentifier(value)
  if (text === '') throw new Error('An empty or overlong value has no blind index.')
  return text
}

function indexUnder(key: Key, text: string): string {
  return `${key.id}.${createHmac('sha256', bytesOf(key)).update(text).digest('base64url')}`
}
