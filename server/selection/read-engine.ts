import type { MikroORM } from '@mikro-orm/postgresql'
import type { GraphQLSchema } from 'graphql'
import type { Pool } from 'pg'
import { bindSelections } from './answer/bind-selections.js'
import type { Operation } from './collect-fields.js'
import { compileStatement, type RootRead } from './compile/compile-statement.js'
import { PlanCache } from './compile/plan-cache.js'
import { planKey } from './compile/plan-key.js'
import { BatchReads } from './execute/batch-reads.js'
import { type ExecuteOptions, executeStatement } from './execute/execute-statement.js'
import { matchTypes, refuse } from './model/build-model.js'
import type { Model } from './model/model.js'
import { trySelections } from './model/try-selections.js'
import type { EntityDeclaration } from './selection.js'
import type { ReadContext } from './sql.js'

/** The answer to the root fields of a statement, each as JSON text. */
export type Answer = {
  readonly texts: readonly (string | null)[]
  /** Whether the texts are what the client gets; otherwise graphql-js completes them. */
  readonly passThrough: boolean
}

/** Reads what operations select, on the ORM's own pool of connections. */
export class ReadEngine {
  readonly #plans = new PlanCache()
  readonly #batches: BatchReads

  constructor(
    readonly model: Model,
    readonly pool: Pool,
    readonly options: ExecuteOptions,
  ) {
    this.#batches = new BatchReads(pool, options)
  }

  /** All root fields in one statement. */
  async read(operation: Operation, context: ReadContext, roots: readonly RootRead[]): Promise<Answer> {
    const key = planKey(operation, context, roots)
    const plan = this.#plans.get(key, (withBatch) => compileStatement(this.model, operation, context, roots, withBatch))
    const request = { context, values: roots.map(({ read }) => read.values) }
    const texts = plan.batch
      ? await this.#batches.read(plan, plan.batch, request)
      : await executeStatement(this.pool, plan, request, this.options)
    return { texts, passThrough: plan.passThrough }
  }
}

/**
 * Builds the engine and gives the schema's bound types and queries resolvers that read through it.
 * @throws Error naming everything that can't be read, in the schema or in the database
 */
export async function createReadEngine(
  schema: GraphQLSchema,
  orm: MikroORM,
  selections: readonly EntityDeclaration[],
  options: ExecuteOptions,
): Promise<ReadEngine> {
  const pool = await orm.em.getConnection().getNativeClient()
  const { model, problems } = matchTypes(schema, orm.getMetadata(), selections)
  refuse([...problems, ...(await trySelections(model, pool))])
  const engine = new ReadEngine(model, pool, options)
  bindSelections(schema, engine)
  return engine
}
