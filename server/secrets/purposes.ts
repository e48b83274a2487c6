/**
 * What keys are for, and the algorithm of a new key of each: `personal` and `mail` seal texts, `blind-index` makes sealed
 * values findable, `session` signs sessions' tokens, `upload` the addresses that files come and go by, `audit` signs the heads of the audit trail.
 */
export const purposes = {
  personal: 'AES-256-GCM',
  'blind-index': 'HMAC-SHA-256',
  session: 'HMAC-SHA-256',
  mail: 'AES-256-GCM',
  upload: 'HMAC-SHA-256',
  audit: 'Ed25519',
} as const

export type Purpose = keyof typeof purposes

/** Purposes whose keys seal texts. */
export type SealingPurpose = 'personal' | 'mail'

export const purposeNames = Object.keys(purposes) as Purpose[]

export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(purposes, text)
}
