import type { Pool, PoolClient } from 'pg'
import type { Cancellation } from '../cancellation.js'
import type { Plan } from '../compile/plan-cache.js'
import { requestAborted, statementTimeout } from '../read-errors.js'
import type { ReadRequest } from '../sql.js'
import { cancelStatement } from './cancel-statement.js'

/**
 * Prepared statements that one connection keeps. One that gets more is closed, as PostgreSQL forgets them only by name and
 * pg not at all: the pool opens another, on which what is asked for now is prepared.
 */
const mostPrepared = 500

const prepared = new WeakMap<PoolClient, Set<string>>()

/** PostgreSQL's JSON is passed on as text. */
const asText = { getTypeParser: () => (value: string) => value }

export type ExecuteOptions = {
  /** False behind a pooler that gives each transaction another connection. */
  readonly namedStatements: boolean
}

/** A statement's text, the name under which connections know it, and how often it has run. */
export type Runnable = { readonly text: string; readonly name: string; uses: number }

/** One JSON text, or null, for each root field. */
export type Texts = readonly (string | null)[]

/**
 * Runs a plan on a connection of the pool. When the request is aborted, PostgreSQL is told to stop, and the connection
 * goes back only after that.
 */
export async function executeStatement(
  pool: Pool,
  plan: Runnable & Pick<Plan, 'binds'>,
  request: ReadRequest,
  options: ExecuteOptions,
): Promise<Texts> {
  const { cancellation } = request.context
  const values = plan.binds.map((bind) => bind(request))
  const client = await connect(pool, cancellation)
  const rows = await runStatement(client, plan, values, { ...options, cancellation })
  return rows[0] ?? []
}

/** A connection of the pool; a request that is aborted while it waits gives its place up. */
export function connect(pool: Pool, cancellation?: Cancellation): Promise<PoolClient> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(requestAborted())
    if (cancellation?.cancelled) return abort()
    cancellation?.addListener(abort)
    pool.connect((error, client) => {
      cancellation?.removeListener(abort)
      if (!client) reject(error)
      else if (cancellation?.cancelled) client.release()
      else resolve(client)
    })
  })
}

/** Runs a statement on a connection that is the caller's, and gives the connection back. */
export async function runStatement(
  client: PoolClient,
  statement: Runnable,
  values: readonly unknown[],
  { namedStatements, cancellation }: ExecuteOptions & { readonly cancellation: Cancellation },
): Promise<Texts[]> {
  const running = client.query<(string | null)[]>({
    text: statement.text,
    name: namedStatements ? nameFor(client, statement) : undefined,
    values: [...values],
    rowMode: 'array',
    types: asText as never,
  })
  let broken: Error | undefined
  let cancelling: Promise<void> | undefined
  const cancel = () => {
    cancelling = cancelStatement(client, running)
  }
  cancellation.addListener(cancel)
  try {
    return (await running).rows
  } catch (error) {
    if (isFatal(error)) broken = error as Error
    if (cancellation.cancelled) throw requestAborted()
    throw isQueryCancelled(error) ? statementTimeout() : error
  } finally {
    cancellation.removeListener(cancel)
    await cancelling
    client.release(broken ?? isFull(client))
  }
}

/** A name from the second run on: a document that never comes back takes no place. */
function nameFor(client: PoolClient, statement: Runnable): string | undefined {
  const names = prepared.get(client) ?? new Set()
  prepared.set(client, names)
  if (names.has(statement.name)) return statement.name
  if (statement.uses++ === 0) return undefined
  names.add(statement.name)
  return statement.name
}

function isFull(client: PoolClient): boolean {
  return (prepared.get(client)?.size ?? 0) > mostPrepared
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
