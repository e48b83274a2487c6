import { createHash } from 'node:crypto'
import type { Edition } from '../../schema/rules/edition.js'

/**
 * SHA-256, in hex, of what an edition says: equal content gives an equal hash, in whatever order keys were written.
 *
 * Of a country's calendar (a code of two letters, such as CN) only the code counts: it isn't part of the notice and
 * grows by a year every autumn, and no guideline may become "changed" because of that.
 */
export function hashEdition(edition: Edition): string {
  const { calendar } = edition
  const content = /^[A-Z]{2}$/.test(calendar.code) ? { ...edition, calendar: calendar.code } : edition
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** JSON with the keys of every object in one fixed order; fields without a value are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
