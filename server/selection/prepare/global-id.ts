/** Types of keys that PostgreSQL writes in one way only, so that a row has one id. */
export const keyTypes: readonly string[] = ['text', 'varchar', 'uuid', 'smallint', 'int', 'bigint']

/** A globally unique id: the type in the schema and the primary key, e.g. `Clause:xining-2024-1/1.3.5`. */
export function globalId(type: string, key: string): string {
  return `${type}:${key}`
}

/** The primary key in an id of the given type; null for anything else. */
export function keyOfGlobalId(type: string, id: string): string | null {
  return id.startsWith(`${type}:`) ? id.slice(type.length + 1) : null
}
