/**
 * The text of an operation that knows the type of its result and of its variables: those of this package, and the
 * `TypedDocumentString`s that GraphQL Code Generator makes of an application's own operations. A plain string is one
 * as well, with an unknown result.
 */
export type TypedDocument<Result, Variables> = {
  toString(): string
  /** Only for the type checker; the name is the one that GraphQL Code Generator's documents have. */
  readonly __apiType?: ((variables: Variables) => Result) | undefined
  /** Parsed documents have a kind; they are refused, because printing them would need the whole of graphql-js. */
  readonly kind?: never
}
