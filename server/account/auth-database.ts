import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'

/** One statement of ours with `$1`, `$2` …, as the service's own database user. */
export type Query = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** What the audit trail says of a transaction. */
export interface Audited {
  /** Key of the account that acts; null for somebody who isn't signed in. */
  readonly account: string | null
  /** The operation's name. */
  readonly action: string
  readonly requestId: string
}

/**
 * The database as sign-in uses it: a small pool of its own, so that hashing passwords takes no connection from the rest of the
 * service. What belongs together is one transaction, in which better-auth works as the role `shenbao_auth`, and our own
 * statements as the service's user. Role and audit settings are the transaction's, so a pooler may lend the connection.
 */
export interface AuthDatabase {
  /** The connection of the running transaction, for better-auth. */
  readonly pool: PostgresPool
  /** Runs `use` in a transaction, which is undone when it throws. */
  transaction<Result>(audited: Audited, use: (query: Query) => Promise<Result>): Promise<Result>
  /** A statement on its own. */
  readonly query: Query
  close(): Promise<void>
}

const connections = 5

/** @param main the service's own pool, whose address is used */
export function openAuthDatabase(main: pg.Pool, logger: Logger): AuthDatabase {
  // The ORM's own way to read values isn't better-auth's, which wants dates; and a spread leaves the password out.
  const { password, types: _ormsOwn, ...address } = main.options
  const pool = new pg.Pool({ ...address, password, max: connections, application_name: 'shenbao sign-in' })
  const report = () => logger.warn('a connection of sign-in was lost')
  pool.on('error', report)
  const running = new AsyncLocalStorage<PostgresPoolClient>()
  let ended: Promise<void> | undefined

  return {
    pool: {
      options: {},
      async connect() {
        const client = running.getStore()
        if (!client) throw new Error('better-auth reached for the database outside of a transaction.')
        return client
      },
      end: async () => {},
    },
    query: async (text, values = []) => (await pool.query(text, [...values])).rows,
    async transaction(audited, use) {
      const client = await pool.connect()
      client.on('error', report)
      let failed = true
      try {
        const as = roleSwitch(client)
        await client.query('begin')
        await client.query(
          `select set_config('shenbao.actor', $1, true), set_config('shenbao.action', $2, true),
                  set_config('shenbao.request', $3, true)`,
          [audited.account ?? '', audited.action, audited.requestId],
        )
        const result = await running.run(asAuth(client, as), () =>
          use(async (text, values = []) => {
            as('none')
            return (await client.query(text, [...values])).rows
          }),
        )
        const { command } = await client.query('commit')
        if (command === 'ROLLBACK')
          throw new Error('A statement of sign-in had failed, and the transaction was undone.')
        failed = false
        return result
      } catch (error) {
        failed = await client.query('rollback').then(
          () => false,
          () => true,
        )
        throw error
      } finally {
        client.off('error', report)
        client.release(failed)
      }
    },
    // Once more is no fault, as it is none to close the service twice.
    close() {
      ended ??= pool.end()
      return ended
    },
  }
}

/** Sets the transaction's role before a statement that needs another one. */
function roleSwitch(client: pg.PoolClient): (role: 'none' | 'shenbao_auth') => void {
  let current = 'none'
  return (role) => {
    if (role === current) return
    current = role
    // Not awaited: a connection runs its statements in order. If this one fails, so does the next, and is reported.
    client.query(`set local role ${role}`).catch(() => {})
  }
}

/** The connection as better-auth has it; it uses no cursors. */
function asAuth(client: pg.PoolClient, as: (role: 'shenbao_auth') => void): PostgresPoolClient {
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    as('shenbao_auth')
    return client.query(text as string, [...values])
  }
  return { query, release: () => {} }
}
