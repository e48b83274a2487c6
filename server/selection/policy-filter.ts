import {
  EntityManager,
  type EntityName,
  type FilterOptions,
  type FilterQuery,
  type FindOptions,
  type MikroORM,
  raw,
} from '@mikro-orm/postgresql'
import { checkWrittenRows, guardedType } from './check-written-rows.js'
import { readFrom, rowOf, visibleTo } from './compile-fields.js'
import { inlineValues } from './inline-values.js'
import type { EntityType, Model } from './model.js'
import { everyRow } from './selection.js'
import { all, type ReadContext, sql } from './sql.js'

const filterName = 'policy'

/** The ORM names tables in a statement by a letter and a small number, such as `t0`, and the engine by `t` and a number. */
const firstAlias = 1000

/**
 * An EntityManager on which a request's use case finds and changes the rows that the engine's reads show to the same
 * viewer, and no others: the policy of each entity's selection is a filter on whatever is found, counted, populated,
 * updated or deleted, and a flush first checks the rows that it is about to change.
 *
 * A flush that changes or removes rows needs `em.transactional`, and a row that one flush took out of the viewer's sight
 * is no more for the next. New rows aren't checked: a use case says what may be written. Conditions of `nativeUpdate` and
 * `nativeDelete` look into relations without the policy of what these lead to. What the database deletes along with a row
 * has no policy, and neither has SQL of one's own (`execute`, `getKysely`).
 * @throws Error, from its methods: for an entity without a selection; for what would go around the policy (`filters: false`,
 * `cache`, `upsert`, `clone`, query builders); and by a flush for a row that the viewer can't see
 */
export function policyEm(orm: MikroORM, model: Model, context: ReadContext): EntityManager {
  const metadata = orm.getMetadata()
  const em = new PolicyEntityManager(orm.config, orm.driver, metadata, false)
  em.addFilter({
    name: filterName,
    args: false,
    cond: (_args, statement, _em, _options, name = '') => {
      const type = guardedType(model, metadata.getByClassName(name).class)
      return visibleRows(model, type, statement, context)
    },
  })
  em.getEventManager().registerSubscriber({ onFlush: (flush) => checkWrittenRows(model, context, flush) })
  return em
}

type Statement = 'read' | 'update' | 'delete'

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

/** Refuses what would go around the filter. Its forks, and so its transactions, are of the same class. */
class PolicyEntityManager extends EntityManager {
  override async applyFilters<Entity extends object>(
    entity: EntityName<Entity>,
    where: FilterQuery<Entity> | undefined,
    filters: FilterOptions | undefined,
    statement: Statement,
    options?: { readonly cache?: unknown },
  ): Promise<FilterQuery<Entity> | undefined> {
    if (filters === false || Object.entries(filters ?? {}).some(([name, on]) => name === filterName && on === false)) {
      throw new Error(
        'The row policy can\'t be switched off: leave out "filters"; work that is nobody\'s has an EntityManager of its own, orm.em.fork().',
      )
    }
    if (options?.cache) {
      throw new Error('The ORM\'s cache would give one viewer\'s rows to another: leave out "cache".')
    }
    return super.applyFilters(entity, where, filters, statement, options as FindOptions<Entity>)
  }

  /** The ORM would leave out rows that lead to a hidden one; the engine shows them, without what they lead to. */
  protected override async autoJoinRefsForFilters(): Promise<void> {}

  /** Relations in statements of their own: a join leaves out the same rows. */
  protected override prepareOptions<Options extends object>(options: Options): Options {
    return super.prepareOptions({ ...options, strategy: 'select-in' as const })
  }

  override async upsert(): Promise<never> {
    return refuse('upsert', 'find the row, then change or create it')
  }

  override async upsertMany(): Promise<never> {
    return refuse('upsertMany', 'find the rows, then change or create them')
  }

  override async clone(): Promise<never> {
    return refuse('clone', 'find the row, then create another')
  }

  override createQueryBuilder(): never {
    return refuse('a query builder', 'use find, count, nativeUpdate or nativeDelete')
  }
}

function refuse(what: string, instead: string): never {
  throw new Error(`The row policy doesn't reach ${what}: ${instead}.`)
}
