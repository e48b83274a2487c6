import { sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type KeySet, newKey, newKeySet } from '../../server/secrets/key-material.js'
import { CannotOpen, Keyring } from '../../server/secrets/keyring.js'
import type { Purpose } from '../../server/secrets/purposes.js'

const place = { table: 'person', column: 'id_number_sealed', row: 'a' }
const number = '11010519491231002X'

/** The same keys with a new current one for a purpose. */
function rotated({ version, purposes }: KeySet, purpose: Purpose): KeySet {
  const old = purposes[purpose].map((key) => ({ ...key, state: 'readable' as const }))
  return { version, purposes: { ...purposes, [purpose]: [...old, newKey(purpose, 'current', new Date())] } }
}

describe('sealing', () => {
  const keyring = new Keyring(newKeySet())
  const sealed = keyring.seal('personal', number, place)

  it('opens at its place', () => {
    expect(keyring.open('personal', sealed, place)).toBe(number)
    expect(keyring.open('personal', keyring.seal('personal', '张伟 👩‍🔬', place), place)).toBe('张伟 👩‍🔬')
  })

  it('never gives the same text twice, and hides it', () => {
    expect(keyring.seal('personal', number, place)).not.toBe(sealed)
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes(number)).toBe(false)
  })

  it.each([
    ['row', { ...place, row: 'b' }],
    ['column', { ...place, column: 'phone_sealed' }],
    ['table', { ...place, table: 'expert' }],
  ])('does not open in another %s', (_what, elsewhere) => {
    expect(() => keyring.open('personal', sealed, elsewhere)).toThrow(CannotOpen)
  })

  it('does not open for another purpose', () => {
    expect(() => keyring.open('mail', sealed, place)).toThrow(CannotOpen)
  })

  it('does not open with any bit of it changed', () => {
    const [cipher, id, text] = sealed.split('.')
    const bytes = Buffer.from(text ?? '', 'base64url')
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ 1
      const forged = `${cipher}.${id}.${changed.toString('base64url')}`
      expect(() => keyring.open('personal', forged, place)).toThrow(CannotOpen)
    }
    for (const broken of ['', sealed.slice(0, -4), `sm4.${id}.${text}`, `${cipher}.${id}.`, `${sealed}.x`]) {
      expect(() => keyring.open('personal', broken, place)).toThrow(CannotOpen)
    }
  })

  it('says which key is missing, where, and what to do, and no value', () => {
    const other = new Keyring(newKeySet())
    const id = sealed.split('.')[1]
    expect(() => other.open('personal', sealed, place)).toThrow(
      `person.id_number_sealed of row a was sealed with the key ${id} of purpose "personal", which the key file doesn't have: bring it back from your backup.`,
    )
  })

  it('reads what an older key sealed, and seals with the new one', () => {
    const keys = newKeySet()
    const keyring = new Keyring(keys)
    const before = keyring.seal('personal', number, place)
    expect(before.startsWith(keyring.sealedBy('personal'))).toBe(true)
    keyring.replace(rotated(keys, 'personal'))
    expect(keyring.open('personal', before, place)).toBe(number)
    const after = keyring.seal('personal', number, place)
    expect(before.startsWith(keyring.sealedBy('personal'))).toBe(false)
    expect(after.startsWith(keyring.sealedBy('personal'))).toBe(true)
    expect(keyring.open('personal', after, place)).toBe(number)
  })
})

describe('blind indexes', () => {
  const keys = newKeySet()
  const keyring = new Keyring(keys)

  it('are equal for one value in whatever form it is written', () => {
    const written = ['11010519491231002x', ' 110105 19491231 002X', '１１０１０５１９４９１２３１００２Ｘ']
    for (const text of written) expect(keyring.blindIndex(text)).toBe(keyring.blindIndex(number))
    expect(keyring.blindIndex('53010219200508011X')).not.toBe(keyring.blindIndex(number))
  })

  it('have their full length and depend on the key', () => {
    const [, hash] = keyring.blindIndex(number).split('.')
    expect(Buffer.from(hash ?? '', 'base64url')).toHaveLength(32)
    expect(new Keyring(newKeySet()).blindIndex(number).split('.')[1]).not.toBe(hash)
  })

  it('are looked for under every key, the current one first', () => {
    const after = new Keyring(rotated(keys, 'blind-index'))
    expect(after.blindIndexes(number)).toEqual([after.blindIndex(number), keyring.blindIndex(number)])
    expect(after.blindIndex(number).startsWith(after.indexedBy())).toBe(true)
  })

  it('are refused for what is no identifier', () => {
    for (const text of ['', ' - ', '1'.repeat(101)]) expect(() => keyring.blindIndex(text)).toThrow('no blind index')
  })
})

it('signs the audit trail, and still knows the public keys of older signatures', () => {
  const keys = newKeySet()
  const keyring = new Keyring(keys)
  const { id, privateKey } = keyring.auditKey()
  const signature = sign(null, Buffer.from('head'), privateKey)
  keyring.replace(rotated(keys, 'audit'))
  expect(keyring.auditKey().id).not.toBe(id)
  const publicKey = keyring.auditPublicKey(id)
  expect(publicKey?.type).toBe('public')
  expect(publicKey && verify(null, Buffer.from('head'), publicKey, signature)).toBe(true)
  expect(keyring.auditPublicKey('0000')).toBeUndefined()
})

it('gives the secrets of a purpose, the current one first', () => {
  const keys = newKeySet()
  const after = rotated(keys, 'session')
  const given = new Keyring(after).secrets('session')
  expect(given.map(({ id }) => id)).toEqual([after.purposes.session[1]?.id, keys.purposes.session[0]?.id])
  expect(given.map(({ bytes }) => bytes.length)).toEqual([32, 32])
})
