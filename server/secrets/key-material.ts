import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ciphers } from './cipher.js'
import { type Purpose, purposeNames, purposes } from './purposes.js'

const key = z.strictObject({
  /** Stands in clear in whatever the key sealed. */
  id: z.string().regex(/^[0-9a-z]{4,16}$/),
  algorithm: z.string(),
  createdAt: z.iso.datetime(),
  /** `current` makes new sealed texts, indexes and signatures; a `readable` one only reads those it made. */
  state: z.enum(['current', 'readable']),
  /** Base64: the bytes of a secret key, or a private key as PKCS #8. */
  secret: z.base64(),
})

const keysOfPurpose = z
  .array(key)
  .refine((keys) => keys.filter(({ state }) => state === 'current').length === 1, 'exactly one key must be "current"')

/** What a key file holds, oldest keys first. */
export const keySetForm = z
  .strictObject({
    version: z.literal(1),
    purposes: z.strictObject(
      Object.fromEntries(purposeNames.map((name) => [name, keysOfPurpose])) as Record<Purpose, typeof keysOfPurpose>,
    ),
  })
  .superRefine(({ purposes: byPurpose }, check) => {
    const ids = new Set<string>()
    for (const purpose of purposeNames) {
      for (const [i, { id, algorithm, secret }] of byPurpose[purpose].entries()) {
        const path = ['purposes', purpose, i]
        if (ids.has(id)) check.addIssue({ code: 'custom', path: [...path, 'id'], message: 'two keys have this id' })
        ids.add(id)
        const problem = secretProblem(purpose, algorithm, secret)
        if (problem) check.addIssue({ code: 'custom', path, message: problem })
      }
    }
  })

export type KeySet = z.infer<typeof keySetForm>
export type Key = z.infer<typeof key>

/** A new key of a purpose, from the system's random numbers. */
export function newKey(purpose: Purpose, state: Key['state'], now: Date): Key {
  const algorithm = purposes[purpose]
  const secret =
    algorithm === 'Ed25519'
      ? generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' })
      : randomBytes(32)
  return {
    id: randomBytes(4).toString('hex'),
    algorithm,
    createdAt: now.toISOString(),
    state,
    secret: secret.toString('base64'),
  }
}

/** One new key for each purpose. */
export function newKeySet(now = new Date()): KeySet {
  const byPurpose = Object.fromEntries(purposeNames.map((name) => [name, [newKey(name, 'current', now)]]))
  return { version: 1, purposes: byPurpose as KeySet['purposes'] }
}

function secretProblem(purpose: Purpose, algorithm: string, secret: string): string | null {
  const bytes = Buffer.from(secret, 'base64')
  if (purpose === 'personal' || purpose === 'mail') {
    const cipher = ciphers[algorithm]
    if (!cipher) return `the algorithm must be one of ${Object.keys(ciphers).join(', ')}`
    return bytes.length === cipher.keyBytes ? null : `the secret must have ${cipher.keyBytes} bytes`
  }
  if (algorithm !== purposes[purpose]) return `the algorithm must be ${purposes[purpose]}`
  if (algorithm === 'HMAC-SHA-256') return bytes.length >= 32 ? null : 'the secret must have at least 32 bytes'
  try {
    const { asymmetricKeyType } = createPrivateKey({ key: bytes, type: 'pkcs8', format: 'der' })
    return asymmetricKeyType === 'ed25519' ? null : 'the secret must be an Ed25519 key'
  } catch {
    return 'the secret must be an Ed25519 key as PKCS #8'
  }
}
