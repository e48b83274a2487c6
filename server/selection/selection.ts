import type { EntityClass } from '@mikro-orm/core'
import type { Sql } from './sql.js'

/**
 * A row of an entity inside a statement. Called with a property path such as `city.code` it gives the column;
 * `exists` tells whether another entity has a matching row that the viewer may see.
 */
export type Row = {
  (path: string): Sql
  exists(entity: EntityClass<object>, where: (other: Row) => Sql): Sql
}

/** The policy of what everyone may read. */
export const everyRow = Symbol('every row')

/** Which rows a viewer may see. The engine adds it wherever it reads the entity's table. */
export type Policy = typeof everyRow | ((row: Row) => Sql)

/** Rows that are parts of another: the entity, and the to-one relation to it. */
export type PartOf = { readonly whole: EntityClass<object>; readonly relation: string }

/**
 * The policy of parts: who may see the row behind a to-one relation sees them too. Lists of that very row need no look at
 * it again, so this costs less than a policy that says the same with `exists`.
 */
export function partOf(whole: EntityClass<object>, relation: string): PartOf {
  return { whole, relation }
}

type Leaf = {
  readonly kind: 'leaf'
  /** PostgreSQL's name of the type, e.g. `boolean`. */
  readonly type: string
  readonly nullable: boolean
  /** False for what lists are only filtered and ordered by. */
  readonly shown: boolean
  readonly sql: (row: Row) => Sql
}

type Property = {
  readonly kind: 'property'
  readonly property: string
  readonly where?: (row: Row) => Sql
}

type ObjectOfColumns = {
  readonly kind: 'object'
  readonly properties: Readonly<Record<string, string>>
}

/**
 * The columns that a `typescript` field needs, by property path, as PostgreSQL puts them into JSON; but numerics and bigints
 * as text, and instants in UTC with six decimals.
 */
export type Needed = Readonly<Record<string, unknown>>

export type TypeScriptField = {
  readonly kind: 'typescript'
  readonly needs: readonly string[]
  resolve(row: Needed, args: Readonly<Record<string, unknown>>, context: unknown): unknown
}

export type FieldDeclaration = Leaf | Property | ObjectOfColumns | TypeScriptField

type LeafOptions = { type: string; nullable?: boolean; shown?: boolean; sql: Leaf['sql'] }

/** A field computed in SQL. It can be filtered and ordered by, under the field's name. */
export function leaf({ type, nullable = false, shown = true, sql }: LeafOptions): FieldDeclaration {
  return { kind: 'leaf', type, nullable, shown, sql }
}

/** A field under another name than its property, or a list restricted to the rows that satisfy a condition. */
export function property(name: string, where?: (row: Row) => Sql): FieldDeclaration {
  return { kind: 'property', property: name, where }
}

/** An object made of the entity's own columns; null unless everything behind its non-null fields is there. */
export function object(properties: Readonly<Record<string, string>>): FieldDeclaration {
  return { kind: 'object', properties }
}

/** A field that TypeScript computes from the columns it names; the engine reads them in the same statement. */
export function typescript(options: Omit<TypeScriptField, 'kind'>): FieldDeclaration {
  return { kind: 'typescript', ...options }
}

type Options = {
  /** Name of the GraphQL type; the entity's name, if left out. */
  readonly type?: string
  readonly policy: Policy | PartOf
  /** Only fields that are not simply the property of the same name. */
  readonly fields?: Readonly<Record<string, FieldDeclaration>>
  /**
   * Properties by which the database keeps counts of the rows, in the order in which lists are filtered; a migration
   * makes them with `keptCountsSql`. `totalCount` and groups then cost the same whatever the number of rows, if the
   * filters, the groups and the policy read these properties only.
   */
  readonly countedBy?: readonly string[]
  /** Names of the GraphQL types that show groups of the rows: some of the properties, nullable unless always grouped by, and `count`. */
  readonly groups?: readonly string[]
}

/** How an entity is read. */
export type Selection = Required<Options> & { readonly entity: EntityClass<object> }

/** Binds an entity to the GraphQL type that shows it. */
export function selection(
  entity: EntityClass<object>,
  { type = entity.name, policy, fields = {}, countedBy = [], groups = [] }: Options,
): Selection {
  return { entity, type, policy, fields, countedBy, groups }
}

/** An entity that no type shows, such as a queue of the service's own: nothing reads its rows for a client. */
export type Unshown = { readonly entity: EntityClass<object> }

/** What a feature says of an entity. Each entity that the ORM knows has one. */
export type EntityDeclaration = Selection | Unshown

/** Says that an entity is left without a selection on purpose. */
export function unshown(entity: EntityClass<object>): Unshown {
  return { entity }
}
