import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/core'
import type { Column } from './model.js'

/**
 * The stored columns of an entity by property path, such as `city.code`. A to-one relation stands for its foreign key.
 */
export function entityColumns(meta: EntityMetadata): Map<string, Column> {
  const columns = new Map<string, Column>()
  const add = (properties: Readonly<Record<string, EntityProperty>>, prefix: string) => {
    for (const [name, property] of Object.entries(properties)) {
      const path = prefix + name
      if (property.kind === ReferenceKind.EMBEDDED) add(property.embeddedProps, `${path}.`)
      else if (isColumn(property)) columns.set(path, toColumn(property, path))
    }
  }
  // The ORM lists the columns of an embedded object a second time, beside the object.
  add(Object.fromEntries(Object.entries(meta.properties).filter(([, { embedded }]) => !embedded)), '')
  return columns
}

/** The embedded object at a property path, as its class declares it; nothing if none is there. */
export function embeddedAt(meta: EntityMetadata, path: string): EntityProperty | undefined {
  const [name = '', ...rest] = path.split('.')
  const property = meta.properties[name as never] as EntityProperty | undefined
  if (property?.kind !== ReferenceKind.EMBEDDED) return undefined
  return rest.length === 0 ? property : property.targetMeta && embeddedAt(property.targetMeta, rest.join('.'))
}

function isColumn({ kind, persist, fieldNames, formula, owner }: EntityProperty): boolean {
  if (persist === false || formula || fieldNames?.length !== 1) return false
  return (
    kind === ReferenceKind.SCALAR ||
    kind === ReferenceKind.MANY_TO_ONE ||
    (kind === ReferenceKind.ONE_TO_ONE && owner === true)
  )
}

function toColumn({ columnTypes, nullable, fieldNames }: EntityProperty, path: string): Column {
  const type = columnTypes[0] ?? 'unknown'
  return {
    path,
    // A length or a precision of seconds doesn't change how a value is read; the scale of a number does.
    type: type.startsWith('numeric') ? type : type.replace(/\(.*?\)/, ''),
    nullable: nullable ?? false,
    source: fieldNames[0] ?? path,
  }
}
