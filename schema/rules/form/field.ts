/**
 * How the form (申报书) is described: sections and rows as tables of fields, from which the TypeScript types, the GraphQL
 * types, the JSON Schema, the checks, the differences between revisions and the printed labels are made.
 */
export type FieldType =
  /** One line of text. */
  | 'line'
  /** Text in the safe subset of Markdown that `check-narrative.ts` describes. */
  | 'narrative'
  | 'bool'
  /** A whole number that isn't negative. */
  | 'int'
  /** A number as a decimal string, for quantities. */
  | 'decimal'
  /** Yuan as a decimal string that isn't negative; it is printed in 万元. */
  | 'money'
  /** `YYYY-MM-DD`. */
  | 'date'
  /** `YYYY-MM`. */
  | 'month'
  | 'email'
  /** A phone of an office, kept as it is. */
  | 'phone'
  /** A phone of a person: sealed when it is stored, masked when it is read. */
  | 'personalPhone'
  /** A number of an identity document: sealed and masked likewise. The field `idKind` beside it tells which kind. */
  | 'idNumber'
  | 'creditCode'
  /** An id of the API. */
  | 'id'
  /** What tells the rows of a list apart, so that they keep their identity when they are moved. */
  | 'key'
  | { readonly one: string }
  /** Rows of a type, each with its `key`. */
  | { readonly list: string }

export type FormField = {
  readonly type: FieldType
  /** The values allowed: an enum of the API. */
  readonly values?: { readonly name: string; readonly of: readonly string[]; readonly several?: true }
  /** Most characters of a text, most rows of a list, largest whole number. */
  readonly max?: number
  /** Smallest whole number; zero where nothing is said. */
  readonly min?: number
  /** Has to be there before the application can be submitted, in each row of a list too. */
  readonly required?: true
  /** As the form prints it. */
  readonly 'zh-CN': string
  readonly en: string
}

export type Fields = Readonly<Record<string, FormField>>

/** Whether a field holds what is sealed when it is stored and masked when it is read. */
export function isPersonal({ type }: Pick<FormField, 'type'>): boolean {
  return type === 'idNumber' || type === 'personalPhone'
}
