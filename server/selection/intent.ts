import type { EntityClass } from '@mikro-orm/core'
import type { GraphQLError } from 'graphql'

/** A condition on one column, from typed inputs only. `undefined` and `null` conditions are left out by the builders. */
export type Condition =
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly from: string | number }
  | { readonly field: string; readonly to: string | number }

/** One step of an order; `field` is a selectable field of the entity, such as `city.code`. */
export type Order = { readonly field: string; readonly direction: 'ASC' | 'DESC' }

/** Arguments of a connection as they arrive; the engine checks them. */
export type Page = {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** What a root resolver wants read. The engine turns it, with the selected fields, into one SQL statement. */
export type Intent = OneIntent | PageIntent

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

type OneOptions = { where: readonly Condition[]; order?: readonly Order[]; missing?: () => GraphQLError }
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
