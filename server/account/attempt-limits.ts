import { isIPv6 } from 'node:net'
import type { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Query } from './auth-database.js'

/**
 * How often something may be tried within some seconds: on one account (or name that has none), and from one address. An
 * office shares an address, so the second number is larger.
 */
const limits = {
  signIn: { account: 5, address: 100, seconds: 900 },
  secondFactor: { account: 5, address: 100, seconds: 900 },
  signUp: { account: 5, address: 30, seconds: 3_600 },
  passwordReset: { account: 5, address: 30, seconds: 3_600 },
  // Whoever registers an organisation learns whether its credit code is taken.
  registration: { account: 20, address: 200, seconds: 3_600 },
} as const

export type Attempt = keyof typeof limits

export interface Attempted {
  /** The account's key, or a name that nobody has. */
  readonly account: string
  /** The caller's IP address. */
  readonly address: string
}

/** Counts of attempts, in PostgreSQL, so that all servers count together. */
export interface AttemptLimits {
  /** Counts one attempt before it is made. Null if it may be made, else the seconds to wait. */
  take(attempt: Attempt, attempted: Attempted): Promise<number | null>
  /** Forgets the attempts on an account, after one that succeeded. */
  forgive(attempt: Attempt, account: string): Promise<void>
}

/**
 * @param query a statement on its own: an attempt counts whatever becomes of it
 * @param hash keyed, so that the table tells nobody who tried to sign in, or from where
 */
export function attemptLimits(query: Query, hash: (text: string) => string): AttemptLimits {
  let limiters: Promise<Map<string, RateLimiterPostgres>> | undefined

  async function limiter(attempt: Attempt, by: 'account' | 'address'): Promise<RateLimiterPostgres> {
    limiters ??= openLimiters(query)
    const found = (await limiters).get(`${attempt}.${by}`)
    if (!found) throw new Error(`There is no limit of ${attempt} by ${by}.`)
    return found
  }

  return {
    async take(attempt, { account, address }) {
      const byAddress = await consume(await limiter(attempt, 'address'), hash(networkOf(address)))
      return byAddress ?? consume(await limiter(attempt, 'account'), hash(account))
    },
    async forgive(attempt, account) {
      await (await limiter(attempt, 'account')).delete(hash(account))
    },
  }
}

async function openLimiters(query: Query): Promise<Map<string, RateLimiterPostgres>> {
  const { RateLimiterPostgres } = await import('rate-limiter-flexible')
  // Without the statements' names: a pooler may lend another connection for the next one.
  const storeClient = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const rows = await query(text, values)
      return { rows, rowCount: rows.length }
    },
  }
  const open = (attempt: Attempt, by: 'account' | 'address') =>
    new RateLimiterPostgres({
      storeClient,
      storeType: 'client',
      schemaName: 'auth',
      tableName: 'attempt',
      tableCreated: true,
      keyPrefix: `${attempt}.${by}`,
      points: limits[attempt][by],
      duration: limits[attempt].seconds,
      clearExpiredByTimeout: attempt === 'signIn' && by === 'account',
    })
  const all = (Object.keys(limits) as Attempt[]).flatMap((attempt) =>
    (['account', 'address'] as const).map((by) => [`${attempt}.${by}`, open(attempt, by)] as const),
  )
  return new Map(all)
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refused) {
    if (refused instanceof Error) throw refused
    return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1_000))
  }
}

/** An IPv6 subscriber has a whole /64 and would count as many; an IPv4 address is one. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0')]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
