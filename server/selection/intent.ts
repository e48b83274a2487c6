import type { EntityClass } from '@mikro-orm/core'
import type { GraphQLError } from 'graphql'

/**
 * A condition on one column, from typed inputs only. A value that the database can't hold matches nothing, and a text in
 * another form than the column's values is refused. Whole numbers beyond 2⁵³ are given as text.
 */
export type Condition =
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly from: string | number }
  | { readonly field: string; readonly to: string | number }
  /** A text somewhere in the column's, whatever the case of its letters. Reads every row that the other conditions leave. */
  | { readonly field: string; readonly contains: string }

/** One step of an order; `field` is a property path of the entity, such as `city.code`, or a field computed in SQL. */
export type Order = { readonly field: string; readonly direction: 'ASC' | 'DESC' }

/** Arguments of a connection as they arrive; the engine checks them. */
export type Page = {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** What a resolver wants read. The engine turns it, with the selected fields, into one SQL statement. */
export type Intent = OneIntent | PageIntent | GroupsIntent | NodeIntent

export class OneIntent {
  constructor(
    readonly entity: EntityClass<object>,
    readonly where: readonly Condition[],
    readonly order: readonly Order[],
    /** Makes the error that goes with a null answer; without it null is an answer like any other. */
    readonly missing: (() => GraphQLError) | undefined,
  ) {}
}

export class PageIntent {
  constructor(
    readonly entity: EntityClass<object>,
    readonly where: readonly Condition[],
    /** The engine appends the primary key, so that every order is total. */
    readonly order: readonly Order[],
    readonly page: Page,
  ) {}
}

export class GroupsIntent {
  constructor(
    readonly entity: EntityClass<object>,
    readonly by: readonly string[],
    readonly where: readonly Condition[],
  ) {}
}

export class NodeIntent {
  constructor(readonly id: string) {}
}

export function isIntent(value: unknown): value is Intent {
  return (
    value instanceof OneIntent ||
    value instanceof PageIntent ||
    value instanceof GroupsIntent ||
    value instanceof NodeIntent
  )
}

type OneOptions = { where: readonly Condition[]; order?: readonly Order[]; missing?: () => GraphQLError }
type GroupsOptions = { by: readonly [string, ...string[]]; where?: readonly Condition[] }
type PageOptions = { where?: readonly Condition[]; order?: readonly Order[]; page: Page }

/*
 * The return types are `never`, so that a resolver's signature can name the contract's class, which type-graphql and
 * readers expect, while what it returns is only the intent to read it.
 */

/** The first row that satisfies all conditions, in the given order. */
export function one(entity: EntityClass<object>, { where, order = [], missing }: OneOptions): never {
  return new OneIntent(entity, where, order, missing) as never
}

/** A page of the rows that satisfy all conditions. */
export function page(entity: EntityClass<object>, { where = [], order = [], page }: PageOptions): never {
  return new PageIntent(entity, where, order, page) as never
}

/**
 * How many of the rows that satisfy all conditions, for each combination of properties that occurs among them; in the
 * order of these. The query shows a list of a type that the entity's selection names under `groups`.
 */
export function groups(entity: EntityClass<object>, { by, where = [] }: GroupsOptions): never {
  return new GroupsIntent(entity, by, where) as never
}

/** Whatever has this global id; null for an id that nothing has. */
export function node(id: string): never {
  return new NodeIntent(id) as never
}
