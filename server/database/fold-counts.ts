import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { countColumn, countsTable, foldSql, type KeptCounts } from './kept-counts.js'

export type Folding = {
  /** Settles when a fold that is under way has ended. */
  stop(): Promise<void>
}

/**
 * Keeps tables of counts short: folds them a second after the last fold ended, which costs next to nothing while there
 * is nothing to fold. Every server may do it. A fold that fails is logged and tried again.
 * @throws Error when a table of counts, or a column of it, isn't there
 */
export async function startFolding(pool: Pool, tables: readonly KeptCounts[], logger: Logger): Promise<Folding> {
  for (const counts of tables) await checkTable(pool, counts)
  const stopping = new AbortController()
  const folding = tables.length === 0 ? Promise.resolve() : keepFolding(pool, tables, logger, stopping.signal)
  return {
    stop() {
      stopping.abort()
      return folding
    },
  }
}

async function keepFolding(pool: Pool, tables: readonly KeptCounts[], logger: Logger, signal: AbortSignal) {
  while (await sleep(1_000, true, { ref: false, signal }).catch(() => false)) {
    for (const counts of tables) {
      await pool
        .query(foldSql(counts))
        .catch((error) => logger.warn(error, `the counts of ${counts.table} couldn't be folded; they stay exact`))
    }
  }
}

async function checkTable(pool: Pool, { schema, table, by }: KeptCounts): Promise<void> {
  const name = countsTable(table)
  const { rows } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = coalesce($1, current_schema()) and table_name = $2`,
    [schema, name],
  )
  const there = rows.map(({ column_name }) => column_name)
  const missing = [...by, countColumn].filter((column) => !there.includes(column))
  if (missing.length === 0) return
  throw new Error(
    `The counts of ${table} can't be read: the table ${name} lacks ${missing.join(', ')}; make it (anew) in a migration with keptCountsSql.`,
  )
}
