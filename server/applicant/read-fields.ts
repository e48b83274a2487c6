import type { Checked } from '../../schema/rules/issue.js'
import { accept } from '../../schema/rules/issue.js'
import type { UserError } from '../../schema/types/user-error.js'
import { refusal } from '../refusal.js'

type Fields = Readonly<Record<string, Checked<unknown>>>
type ValuesOf<F extends Fields> = { [Name in keyof F]: F[Name] extends Checked<infer Value> ? Value : never }

/** The values of an input's fields, or everything that is wrong with them, each at its field. */
export function readFields<F extends Fields>(
  fields: F,
  ...below: readonly string[]
):
  | { readonly values: ValuesOf<F>; readonly errors: readonly [] }
  | { readonly values: null; readonly errors: UserError[] } {
  const errors = Object.entries(fields).flatMap(([name, checked]) =>
    checked.ok ? [] : checked.issues.map((issue) => refusal(issue, ...below, name)),
  )
  if (errors.length > 0) return { values: null, errors }
  const values = Object.entries(fields).map(([name, checked]) => [name, checked.ok ? checked.value : undefined])
  return { values: Object.fromEntries(values), errors: [] }
}

/** A field that may be left out, or empty, which is the same. */
export function optional<Value, Code extends string>(
  text: string | null | undefined,
  read: (text: string) => Checked<Value, Code>,
): Checked<Value | null, Code> {
  return text == null || text.trim() === '' ? accept(null) : read(text)
}
