import { ChangeSetType, type EntityClass, type FlushEventArgs, wrap } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { rowOf, visibleTo } from '../compile/compile-fields.js'
import type { EntityType, Model } from '../model/model.js'
import { everyRow } from '../selection.js'
import { all, identifier, parameter, type ReadContext, sql, typeName } from '../sql.js'
import { inlineValues } from './inline-values.js'

/** What the model has of an entity. @throws Error if no selection says who may see its rows */
export function guardedType(model: Model, entity: EntityClass<object>): EntityType {
  const type = model.byEntity.get(entity)
  if (type) return type
  throw new Error(
    `${entity.name} has no selection, and so no policy that says who may see its rows: declare one, or use orm.em.fork() for the service's own work.`,
  )
}

/**
 * Checks the rows that a flush is about to change or remove, which the ORM finds by their keys alone, and locks them so
 * that they stay visible until they are written.
 * @throws Error for a row that the viewer can't see, such as one that is only known by a reference, and outside a transaction
 */
export async function checkWrittenRows(model: Model, context: ReadContext, { em, uow }: FlushEventArgs): Promise<void> {
  const keys = new Map<EntityClass<object>, Set<string>>()
  const add = (entity: EntityClass<object>, key: unknown) =>
    keys.set(entity, (keys.get(entity) ?? new Set()).add(String(key)))

  const created = new Set<object>()
  for (const changeSet of uow.getChangeSets()) {
    if (changeSet.type === ChangeSetType.CREATE) created.add(changeSet.entity)
    else add(changeSet.meta.class, changeSet.getPrimaryKey())
  }
  for (const collection of uow.getCollectionUpdates()) {
    const { owner, property } = collection
    const before = collection.getSnapshot()
    if (!before && !created.has(owner)) {
      // The ORM would take all other rows out of it, seen or not.
      throw new Error(
        `The list ${owner.constructor.name}.${property.name} is changed without being loaded: load it first, or change the relation of its items.`,
      )
    }
    for (const entity of [owner, ...collection.getItems(false).filter((item) => !before?.includes(item))]) {
      if (!created.has(entity)) add(wrap(entity, true).__meta.class, wrap(entity, true).getPrimaryKey())
    }
  }
  for (const [entity, written] of keys) {
    const type = guardedType(model, entity)
    const hidden = await hiddenKeys(model, context, em as EntityManager, type, [...written])
    if (hidden.length === 0) continue
    throw new Error(
      `${type.name} ${hidden.join(', ')} can't be changed: the viewer sees no such row; find rows before you change them.`,
    )
  }
}

async function hiddenKeys(
  model: Model,
  context: ReadContext,
  em: EntityManager,
  type: EntityType,
  keys: readonly string[],
): Promise<string[]> {
  if (type.policy === everyRow) return []
  if (!em.isInTransaction())
    throw new Error(`Rows of ${type.name} are changed outside a transaction: use em.transactional.`)
  const alias = identifier('written')
  const row = rowOf({ model, aliases: 0 }, type, alias)
  const key = row(type.key.path)
  const given = sql`${parameter(() => keys)}::${typeName(type.key.type)}[]`
  const statement = sql`select array_position(${given}, ${key}) - 1 as place from ${type.table} as ${alias}
    where ${all([sql`${key} = any(${given})`, ...visibleTo(type, row)])} for update`
  const seen = await em.execute<{ place: number }[]>(inlineValues(statement, context))
  const places = new Set(seen.map(({ place }) => place))
  return keys.filter((_key, place) => !places.has(place))
}
