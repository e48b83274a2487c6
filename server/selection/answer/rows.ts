/** The GraphQL type of a row at the root, where the field's own type may be an interface. */
const typeKey = Symbol('type of row')

/** A row of the engine, keyed by response keys. */
export type RowObject = Readonly<Record<string, unknown>>

/** A root row from PostgreSQL's JSON. */
export function parseRow(json: string, type: string): RowObject {
  return Object.defineProperty(JSON.parse(json), typeKey, { value: type })
}

/** Rows are plain objects; what TypeScript makes of the same types are instances of the contract's classes. */
export function isRow(value: unknown): value is RowObject {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

export function typeOfRow(value: unknown): string | undefined {
  return isRow(value) ? (value as { readonly [typeKey]?: string })[typeKey] : undefined
}
