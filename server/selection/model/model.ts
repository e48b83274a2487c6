import type { EntityClass } from '@mikro-orm/core'
import type { KeptCounts } from '../../database/kept-counts.js'
import type { PartOf, Policy, Row, TypeScriptField } from '../selection.js'
import type { Sql } from '../sql.js'
import type { KeptRows } from './kept-columns.js'
import type { Form } from './output-form.js'

/** What the engine knows of the schema and the database: one table of fields per type. Built once, at start. */
export type Model = {
  /** By name of the GraphQL type. */
  readonly types: ReadonlyMap<string, EntityType>
  readonly byEntity: ReadonlyMap<EntityClass<object>, EntityType>
  /** Connections by name, with the type of their nodes. */
  readonly connections: ReadonlyMap<string, EntityType>
  /** Types that show groups of an entity's rows, by name. */
  readonly groups: ReadonlyMap<string, Groups>
  /** Every object type whose rows come from the engine: entities, objects of columns, groups, connections and their parts. */
  readonly rowTypes: ReadonlySet<string>
  /** What the database keeps counts of. */
  readonly keptCounts: readonly KeptCounts[]
}

/** An entity that a GraphQL type shows. */
export type EntityType = {
  readonly name: string
  readonly entity: EntityClass<object>
  readonly table: Sql
  readonly policy: Policy
  /** What decides who may see its rows, if it is another row. */
  readonly partOf: PartOf | undefined
  readonly key: Column
  /** Order of lists: printed order where the entity has one, then the key. */
  readonly order: readonly Column[]
  /** By property path, such as `city.code`, or by name of a field computed in SQL. */
  readonly columns: ReadonlyMap<string, Column>
  readonly fields: Fields
  /** Its rows as the kept counts have them, if these tell who may see them. */
  readonly kept: KeptRows | undefined
}

/** How groups of an entity's rows are shown. */
export type Groups = {
  readonly of: EntityType
  /** The groups as if they were an entity: its columns are the group's. */
  readonly type: EntityType
  readonly shown: readonly GroupColumn[]
}

/** A column that groups can be by, and whether the schema says that its field is never null. */
export type GroupColumn = { readonly field: string; readonly column: Column; readonly required: boolean }

export type Column = {
  readonly path: string
  /** PostgreSQL's name of its type, without a length. */
  readonly type: string
  readonly nullable: boolean
  /** A stored column's name, or how it is computed. */
  readonly source: string | ((row: Row) => Sql)
}

/** By field name of the GraphQL type. */
export type Fields = ReadonlyMap<string, Field>

export type Field =
  | { readonly kind: 'column'; readonly column: Column; readonly form: Form }
  | { readonly kind: 'id' }
  | ObjectField
  | ToOneField
  | ToManyField
  | ConnectionField
  | (TypeScriptField & { readonly columns: readonly Column[] })

export type ObjectField = {
  readonly kind: 'object'
  readonly type: string
  readonly fields: Fields
  /** Columns without which the object is null. */
  readonly required: readonly Column[]
  /** Columns of which one must be there, if there are any, or the object is null. */
  readonly some: readonly Column[]
}

export type ToOneField = {
  readonly kind: 'one'
  readonly target: EntityType
  readonly nullable: boolean
  /** Columns that are equal, by property path of each side. */
  readonly on: { readonly here: string; readonly there: string }
}

export type ToManyField = {
  readonly kind: 'many'
  readonly target: EntityType
  readonly where: ((row: Row) => Sql) | undefined
  readonly on:
    | { readonly here: string; readonly there: string }
    | {
        readonly here: string
        readonly there: string
        readonly pivot: { readonly table: Sql; readonly here: string; readonly there: string }
      }
}

/** A page of the rows behind a to-many relation, shown as a connection. */
export type ConnectionField = { readonly kind: 'connection'; readonly rows: ToManyField }
