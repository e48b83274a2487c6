import type { GraphQLSchema } from 'graphql'

/** One order of a list, as the argument `orderBy` has it, and cursors of rows in it that earlier answers had. */
export type PageOrder = { readonly orderBy: unknown; readonly cursors: readonly string[] }

/** `inside` is a field at the root that shows an object of a type with such pages. */
export type NestedPages = { readonly inside: string; readonly type: string; readonly orders: readonly PageOrder[] }

/** What requests are generated from: a schema, and values that find something in the data behind it. */
export type Source = {
  readonly schema: GraphQLSchema
  /**
   * By place, such as `guideline.city` or `GuidelineFilter.year` (`*.first` is that of any other field), or by type.
   * Others are made up from their type.
   */
  readonly values: Readonly<Record<string, readonly unknown[]>>
  /** By the root field that gives a connection. */
  readonly pages: Readonly<Record<string, readonly PageOrder[]>>
  /** By the field of other types that gives a connection. */
  readonly nestedPages?: Readonly<Record<string, NestedPages>>
  /** Root fields that the read engine answers. */
  readonly reads: readonly string[]
  /** Those of them that give one row, so that requests of many callers may be read together. */
  readonly readsOfOne: readonly string[]
  /** A way into the schema, and fields that lead from its end back to its end. */
  readonly circle: { readonly path: readonly string[]; readonly around: readonly string[] }
  /** Fields never asked for, such as `Book.nap`. */
  readonly without: readonly string[]
  /** Fields asked for seldom, at the root too, as they often make an answer null. */
  readonly seldom: readonly string[]
  /** Callers that policies tell apart; one without a name where nothing does. */
  readonly viewers: readonly string[]
}
