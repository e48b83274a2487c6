import type { Keyring, Place } from '../secrets/keyring.js'

/** What stands in a stored section in place of a personal value: its row in `application_personal_value`, and what is shown. */
export type PersonalReference = { readonly value: string; readonly masked: string }

/** The place that a row's value is sealed for. */
export function placeOfValue(row: string): Place {
  return { table: 'application_personal_value', column: 'value_sealed', row }
}

/**
 * A personal value in clear.
 * @param sealed the application's sealed values by their rows
 */
export function openReference(
  keyring: Keyring,
  { value: row }: PersonalReference,
  sealed: (row: string) => string | undefined,
): string {
  const found = sealed(row)
  if (found === undefined)
    throw new Error(`A section names the personal value ${row}, which its application does not have.`)
  return keyring.open('personal', found, placeOfValue(row))
}
