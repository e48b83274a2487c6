import type { Call } from './edition.js'

/**
 * The call that a submission goes to at an instant: the dated window that is open, else the all-year pool.
 *
 * A window is open from its first instant through the whole second named as its last [A]: of a call that closes at
 * 17:00:00, 17:00:00.999 is inside and 17:00:01.000 is outside.
 * @throws Error for an edition without an all-year pool, which no guideline file can have.
 */
export function openCall(calls: readonly Call[], at: Date): Call {
  const window = calls.find((call) => call.kind === 'WINDOW' && isOpen(call, at))
  const open = window ?? calls.find((call) => call.kind === 'ALL_YEAR')
  if (!open) throw new Error('the edition has no call of kind ALL_YEAR')
  return open
}

function isOpen(call: Call, at: Date): boolean {
  const second = wholeSecond(at.getTime())
  const { first, last } = windowOf(call)
  return first <= second && second <= last
}

type Window = { readonly first: number; readonly last: number }

/** A call never changes, so its instants are read once. */
const windows = new WeakMap<Call, Window>()

function windowOf(call: Call): Window {
  const known = windows.get(call)
  if (known) return known
  const { opensAt, closesAt } = call
  const window = {
    first: opensAt === null ? Number.NEGATIVE_INFINITY : wholeSecond(Date.parse(opensAt)),
    last: closesAt === null ? Number.POSITIVE_INFINITY : wholeSecond(Date.parse(closesAt)),
  }
  windows.set(call, window)
  return window
}

function wholeSecond(time: number): number {
  return Math.floor(time / 1000)
}
