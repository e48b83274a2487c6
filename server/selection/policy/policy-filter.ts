import { type EntityManager, type FilterQuery, type MikroORM, raw, type Transaction } from '@mikro-orm/postgresql'
import { readFrom, rowOf, visibleTo } from '../compile/compile-fields.js'
import type { EntityType, Model } from '../model/model.js'
import { everyRow } from '../selection.js'
import { all, type ReadContext, sql } from '../sql.js'
import { checkWrittenRows, guardedType } from './check-written-rows.js'
import { inlineValues } from './inline-values.js'
import { PolicyEntityManager, type Statement } from './policy-entity-manager.js'

/** The ORM names tables in a statement by a letter and a small number, such as `t0`, and the engine by `t` and a number. */
const firstAlias = 1000

/**
 * An EntityManager on which a request's use case finds and changes the rows that the engine's reads show to the same
 * viewer, and no others: the policy of each entity's selection is a filter on whatever is found, counted, populated,
 * updated or deleted, and a flush first checks the rows that it is about to change.
 *
 * A flush that changes or removes rows needs `em.transactional`, and a row that one flush took out of the viewer's sight
 * is no more for the next. New rows aren't checked: a use case says what may be written. What the database deletes along
 * with a row has no policy, and neither has SQL of one's own (`execute`, `getKysely`, `getConnection`).
 * @param onBegin called at the beginning of each of its transactions
 * @throws Error, from its methods: for an entity without a selection; for what would go around the policy (conditions on
 * other rows, `filters: false`, `cache`, `upsert`, `clone`, query builders, the driver); and by `lock` and a flush for a
 * row that the viewer can't see
 */
export function policyEm(
  orm: MikroORM,
  model: Model,
  context: ReadContext,
  onBegin?: (transaction: Transaction) => Promise<void>,
): EntityManager {
  return PolicyEntityManager.make(orm, {
    model,
    visibleRows: (entity, statement) => visibleRows(model, guardedType(model, entity), statement, context),
    checkWrites: (flush) => checkWrittenRows(model, context, flush),
    onBegin,
  })
}

/** The policy as the ORM takes conditions. */
function visibleRows(model: Model, type: EntityType, statement: Statement, context: ReadContext): FilterQuery<object> {
  if (type.policy === everyRow) return {}
  const c = { model, aliases: firstAlias }
  if (statement === 'read') {
    // As a condition on the key, because the ORM loses conditions of another form where it joins tables.
    const { row, from, visible } = readFrom(c, type)
    const keys = sql`select ${row(type.key.path)} from ${from} where ${all(visible)}`
    return { [type.key.path]: { $in: raw(inlineValues(keys, context)) } }
  }
  // Statements that change rows call the table by its own name. Here the condition is on the row itself: PostgreSQL looks
  // at it again when another transaction has changed the row meanwhile.
  const row = rowOf(c, type, type.table)
  return { [raw(inlineValues(all(visibleTo(type, row)), context))]: [] }
}
