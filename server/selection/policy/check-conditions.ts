import { type EntityMetadata, type EntityProperty, ReferenceKind, Utils } from '@mikro-orm/core'
import type { Model } from '../model/model.js'
import { everyRow } from '../selection.js'
import { guardedType } from './check-written-rows.js'

/**
 * Refuses conditions that look into other rows than those that are found: the ORM has no policy for these, so that an
 * answer would tell of rows that the viewer doesn't see. What everyone may read can be looked into, and a to-one
 * relation's key is a column of the row itself.
 * @throws Error naming the relation, and what to do instead
 */
export function checkConditions(model: Model, meta: EntityMetadata, where: unknown): void {
  for (const [key, value] of entriesOf(where)) {
    const property = propertyOf(meta, key)
    if (!property) checkConditions(model, meta, value)
    else if (isRelation(property)) {
      const target = targetOf(property)
      if (ownsKey(property) && key === property.name && isOfKey(target, value)) continue
      refuseHidden(model, meta, property, 'has conditions on', `find these first, then give their keys`)
      checkConditions(model, target, value)
    } else if (property.kind === ReferenceKind.EMBEDDED) checkConditions(model, targetOf(property), value)
  }
}

/** The same for orders, which tell in their way. @throws Error */
export function checkOrder(model: Model, meta: EntityMetadata, orderBy: unknown): void {
  for (const [key, value] of entriesOf(orderBy)) {
    const property = propertyOf(meta, key)
    if (!property || !isRelation(property) || (ownsKey(property) && !Utils.isPlainObject(value))) continue
    refuseHidden(model, meta, property, 'is ordered by', 'order what was found, and populated lists by populateOrderBy')
    checkOrder(model, targetOf(property), value)
  }
}

/** What stands in objects and in lists of them. */
function entriesOf(conditions: unknown): [string, unknown][] {
  if (Array.isArray(conditions)) return conditions.flatMap(entriesOf)
  return Utils.isPlainObject(conditions) ? Object.entries(conditions) : []
}

/** Names may go on, such as `shelf.name`. */
function propertyOf({ properties }: EntityMetadata, key: string): EntityProperty | undefined {
  return properties[key.split('.')[0] as never]
}

function isRelation({ kind }: EntityProperty): boolean {
  return kind !== ReferenceKind.SCALAR && kind !== ReferenceKind.EMBEDDED
}

function ownsKey({ kind, owner }: EntityProperty): boolean {
  return kind === ReferenceKind.MANY_TO_ONE || (kind === ReferenceKind.ONE_TO_ONE && owner)
}

function targetOf({ targetMeta, name }: EntityProperty): EntityMetadata {
  if (!targetMeta) throw new Error(`The ORM doesn't know what "${name}" leads to.`)
  return targetMeta
}

/** Whether a condition on a to-one relation is about its key: values, operators on them, or an object with the key alone. */
function isOfKey(target: EntityMetadata, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => isOfKey(target, item))
  if (!Utils.isPlainObject(value)) return true
  return Object.entries(value).every(
    ([key, inner]) => target.primaryKeys.includes(key as never) || (Utils.isOperator(key) && isOfKey(target, inner)),
  )
}

function refuseHidden(
  model: Model,
  meta: EntityMetadata,
  property: EntityProperty,
  what: string,
  instead: string,
): void {
  const { class: entity } = targetOf(property)
  if (guardedType(model, entity).policy === everyRow) return
  throw new Error(
    `${meta.className}.${property.name} ${what} rows of ${entity.name} that the viewer may not see: ${instead}.`,
  )
}
