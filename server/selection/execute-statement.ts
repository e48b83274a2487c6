import type { Pool, PoolClient } from 'pg'
import { cancelStatement } from './cancel-statement.js'
import type { Plan } from './plan-cache.js'
import { requestAborted, statementTimeout } from './read-errors.js'
import type { ReadRequest } from './sql.js'

/** Prepared statements that one connection keeps; what comes later runs unprepared. */
const mostPrepared = 500

const prepared = new WeakMap<PoolClient, Set<string>>()

/** PostgreSQL's JSON is passed on as text. */
const asText = { getTypeParser: () => (value: string) => value }

export type ExecuteOptions = {
  /** False behind a pooler that gives each transaction another connection. */
  readonly namedStatements: boolean
}

/**
 * Runs a plan on a connection of the pool: one JSON text, or null, for each root field. When the request is aborted,
 * PostgreSQL is told to stop, and the connection goes back only after that.
 */
export async function executeStatement(
  pool: Pool,
  plan: Plan,
  request: ReadRequest,
  { namedStatements }: ExecuteOptions,
): Promise<readonly (string | null)[]> {
  const { signal } = request.context
  const client = await connect(pool, signal)
  let broken: Error | undefined
  let cancelling: Promise<void> | undefined
  const cancel = () => {
    cancelling = cancelStatement(client)
  }
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const { rows } = await client.query<(string | null)[]>({
      text: plan.text,
      name: namedStatements ? nameFor(client, plan) : undefined,
      values: plan.binds.map((bind) => bind(request)) as unknown[],
      rowMode: 'array',
      types: asText as never,
    })
    return rows[0] ?? []
  } catch (error) {
    if (isFatal(error)) broken = error as Error
    if (signal.aborted) throw requestAborted()
    throw isQueryCancelled(error) ? statementTimeout() : error
  } finally {
    signal.removeEventListener('abort', cancel)
    await cancelling
    client.release(broken)
  }
}

/** A connection of the pool; a request that is aborted while it waits gives its place up. */
async function connect(pool: Pool, signal: AbortSignal): Promise<PoolClient> {
  if (signal.aborted) throw requestAborted()
  const connecting = pool.connect()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(requestAborted())
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([connecting, aborted])
  } catch (error) {
    if (signal.aborted)
      connecting.then(
        (client) => client.release(),
        () => undefined,
      )
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** A name from the second run on: a document that never comes back takes no place. */
function nameFor(client: PoolClient, plan: Plan): string | undefined {
  const names = prepared.get(client) ?? new Set()
  prepared.set(client, names)
  if (names.has(plan.name)) return plan.name
  if (plan.uses++ === 0 || names.size >= mostPrepared) return undefined
  names.add(plan.name)
  return plan.name
}

/** SQLSTATE classes after which a connection can't be used again; an error without one is the connection's own. */
function isFatal(error: unknown): boolean {
  const code = sqlState(error)
  return code === undefined || code.startsWith('08') || code.startsWith('57P')
}

function isQueryCancelled(error: unknown): boolean {
  return sqlState(error) === '57014'
}

function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}
