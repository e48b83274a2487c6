import { type IdentityDocument, parseIdentityDocument } from '../identity-document.js'
import type { LocalDate } from '../local-date.js'
import { isMasked } from './masked.js'

type Holder = { readonly idKind?: string | null; readonly idNumber?: string | null } | null | undefined

/** A person's document as far as it can be read; undefined for a number that is missing, masked or wrong. */
export function documentOf(holder: Holder, today: LocalDate): IdentityDocument | undefined {
  const checked = check(holder, today)
  return checked?.ok ? checked.value : undefined
}

/** Whether a number is none of the kind of document beside it, as when the kind was changed later. */
export function isOfAnotherKind(holder: Holder, today: LocalDate): boolean {
  return check(holder, today)?.ok === false
}

function check(holder: Holder, today: LocalDate) {
  if (!holder?.idKind || !holder.idNumber || isMasked(holder.idNumber)) return undefined
  return parseIdentityDocument(holder.idKind, holder.idNumber, today)
}
