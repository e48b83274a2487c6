/** What stands in a stored section in place of a personal value: its row in `application_personal_value`, and what is shown. */
export type PersonalReference = { readonly value: string; readonly masked: string }
