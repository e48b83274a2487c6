import { isShenbaoError } from './shenbao-error.js'

/** Busy, or restarting behind a gateway. */
const PASSING_STATUS = [429, 502, 503, 504]
const THROTTLED = /THROTTLED|RATE_LIMITED|TOO_MANY_REQUESTS/

/**
 * Milliseconds to wait before a query is sent again; undefined when that would not help. Full jitter, so that clients
 * that failed together don't come back together; never before the service's own `Retry-After`.
 */
export function retryDelay(error: unknown, attempt: number): number | undefined {
  if (!isShenbaoError(error)) return undefined
  const jitter = Math.random() * Math.min(5000, 200 * 2 ** attempt)
  if (error.kind === 'network') return jitter
  if (error.kind !== 'http' && error.kind !== 'graphql') return undefined
  const passing =
    PASSING_STATUS.includes(error.status) || (error.kind === 'graphql' && THROTTLED.test(error.codes.join()))
  return passing ? (error.retryAfterMs ?? 0) + jitter : undefined
}
