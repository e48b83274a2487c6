import pg from 'pg'
import type { Logger } from 'pino'
import type { ViewerCache } from './viewer-cache.js'

/** Hears of changed sessions, accounts, roles and memberships on a connection of its own, and has the cache forget them. */
export interface ChangeListener {
  /** Connects, if it hasn't. */
  start(): void
  stop(): Promise<void>
}

const pauseMs = 1_000

/**
 * While there is no connection nothing is remembered, and it is tried again every second. The triggers that tell are in the
 * migration of the schema `auth`.
 */
export function listenForChanges(pool: pg.Pool, cache: ViewerCache, logger: Logger): ChangeListener {
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let state: 'new' | 'running' | 'stopped' = 'new'

  async function connect(): Promise<void> {
    const { password } = pool.options
    const connection = new pg.Client({
      ...pool.options,
      password,
      application_name: 'shenbao changes',
      keepAlive: true,
    })
    client = connection
    connection.on('notification', ({ payload }) => (payload ? cache.forget(payload) : cache.clear()))
    connection.on('error', () => lost(connection))
    connection.on('end', () => lost(connection))
    try {
      await connection.connect()
      await connection.query('set statement_timeout = 0; listen shenbao_viewer')
      if (client === connection) cache.listen(true)
    } catch {
      lost(connection)
    }
  }

  function lost(connection: pg.Client): void {
    if (client !== connection) return
    client = undefined
    cache.listen(false)
    connection.end().catch(() => {})
    if (state !== 'running') return
    logger.warn('changes of sessions are not heard of: each request looks its caller up until they are')
    retry = setTimeout(connect, pauseMs).unref()
  }

  return {
    start() {
      if (state !== 'new') return
      state = 'running'
      void connect()
    },
    async stop() {
      state = 'stopped'
      clearTimeout(retry)
      const connection = client
      client = undefined
      cache.listen(false)
      await connection?.end().catch(() => {})
    },
  }
}
