import type { Pool } from 'pg'

/** What runs a statement with `?` in the places of its values: an EntityManager, or `PreparedStatements`. */
export interface Executor {
  execute<Rows extends object[]>(sql: string, values: unknown[]): Promise<Rows>
}

/**
 * Statements that are sent often, each a transaction of its own: a connection plans each of them once, which for a join of
 * six tables takes longer than running it. Their SQL is as it stands in the code, without row policies: it guards its rows itself.
 */
export class PreparedStatements implements Executor {
  /** Private at run time too: resolvers have the statements, and must not reach the database by another way. */
  readonly #pool: Pool
  readonly #named: boolean
  readonly #statements = new Map<string, { readonly name?: string; readonly text: string }>()

  /** @param named false behind a pooler that gives connections away, with which a prepared statement would be lost */
  constructor(pool: Pool, named: boolean) {
    this.#pool = pool
    this.#named = named
  }

  async execute<Rows extends object[]>(sql: string, values: unknown[]): Promise<Rows> {
    const { rows } = await this.#pool.query({ ...this.#statementOf(sql), values })
    return rows as Rows
  }

  #statementOf(sql: string) {
    const known = this.#statements.get(sql)
    if (known) return known
    let place = 0
    const text = sql.replaceAll('?', () => `$${++place}`)
    const statement = this.#named ? { name: `shenbao_write_${this.#statements.size}`, text } : { text }
    this.#statements.set(sql, statement)
    return statement
  }
}
