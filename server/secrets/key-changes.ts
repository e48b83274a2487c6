import { type Key, type KeySet, newKey } from './key-material.js'
import type { Purpose } from './purposes.js'

/*
 * What the rotation of keys does to a key file, step by step. Between the steps all running servers have to take up the
 * last one: a key must be known to all of them before one of them seals with it.
 */

/** The keys with another one for a purpose, which can read and isn't used yet. One that waits already is kept instead. */
export function withNextKey(keys: KeySet, purpose: Purpose, now: Date): KeySet {
  if (nextKey(keys, purpose)) return keys
  return changed(keys, purpose, [...keys.purposes[purpose], newKey(purpose, 'readable', now)])
}

/** The keys with the one that waits made current; the others can read. */
export function withNextKeyCurrent(keys: KeySet, purpose: Purpose): KeySet {
  const next = nextKey(keys, purpose)
  if (!next) return keys
  const of = keys.purposes[purpose].map((key) => ({ ...key, state: key === next ? 'current' : 'readable' }) as const)
  return changed(keys, purpose, of)
}

/** The keys without some of a purpose. The current one stays in any case. */
export function withoutKeys(keys: KeySet, purpose: Purpose, ids: readonly string[]): KeySet {
  const rest = keys.purposes[purpose].filter(({ id, state }) => state === 'current' || !ids.includes(id))
  return changed(keys, purpose, rest)
}

/** Keys that were current once: those before the current one in the file, which has the oldest first. */
export function formerKeys(keys: KeySet, purpose: Purpose): readonly Key[] {
  const of = keys.purposes[purpose]
  return of.slice(
    0,
    of.findIndex(({ state }) => state === 'current'),
  )
}

/** The key that a rotation has added and not made current yet. */
function nextKey(keys: KeySet, purpose: Purpose): Key | undefined {
  const last = keys.purposes[purpose].at(-1)
  return last?.state === 'readable' ? last : undefined
}

function changed(keys: KeySet, purpose: Purpose, of: Key[]): KeySet {
  return { ...keys, purposes: { ...keys.purposes, [purpose]: of } }
}
