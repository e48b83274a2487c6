/**
 * What one request may ask for. Each number is far above what a person or a form needs, and low enough that no single
 * document keeps the process from answering others for more than a fraction of a second.
 */
export const limits = {
  /** Tokens of a document, as validation takes 20 µs for each; the longest example in GraphiQL has under 100. */
  tokens: 2_000,
  /** Nesting of fields. The deepest useful path, guidelines → … → directions → children → clause → label, has 10. */
  depth: 15,
  /** Brackets of a document in one another: the parser's stack holds four times as many, whatever runs beside it. */
  brackets: 500,
  /** Fields renamed in one operation: enough to judge an application under 50 assumptions at once. */
  aliases: 50,
  /** Directives in one operation; only @include and @skip do anything. */
  directives: 50,
  /** PostgreSQL cuts names after 63 bytes, so that two longer aliases could become one and hide each other's data. */
  aliasLength: 63,
  /** Objects that an operation may come to, as `measureCost` estimates them. A whole guideline is about 1,700. */
  cost: 20_000,
  /** Size assumed for a list that has no `first` or `last`: what those of a guideline's tree are long on average. */
  assumedListSize: 5,
  /** Items of a connection read without `first` or `last`. */
  defaultPageSize: 20,
  /** Nodes that the estimate of the cost may visit: fragments spread in fragments multiply. */
  costNodes: 10_000,
  /** Errors reported about one document; the rest would repeat them. */
  validationErrors: 20,
  /** Characters of all documents that stay parsed and validated: some 500 of them, at most 90 MB of syntax trees. */
  storedCharacters: 500_000,
} as const

/** Time limits in milliseconds. */
export const patience = {
  /** For a request's headers to arrive, and for a document; slow senders would hold sockets. */
  receive: 30_000,
  /** For a whole file to arrive: 50 MiB over a line of 1 Mbit/s. */
  upload: 10 * 60_000,
  /** Between two pieces of a file. */
  pause: 30_000,
  /** For running requests to finish after `close()`: the process promises to end within 5 s, its database included. */
  drain: 2_500,
  /** For the database to answer a readiness probe. */
  readiness: 2_000,
} as const
