import type { Phone } from '../../schema/rules/phone.js'
import type { Keyring, Place } from './keyring.js'
import { maskIdNumber, maskPhone } from './mask.js'

/** A personal value as the database keeps it: in columns `…_sealed`, `…_index` and `…_masked`. */
export type PersonalValue = { readonly sealed: string; readonly index: string; readonly masked: string }

/**
 * The columns of an identity document's number.
 * @param number normalised, as `parseIdentityDocument` gives it
 * @param place the table, its `…_sealed` column and the row's key
 */
export function personalIdNumber(keyring: Keyring, number: string, place: Place): PersonalValue {
  return {
    sealed: keyring.seal('personal', number, place),
    index: keyring.blindIndex(number),
    masked: maskIdNumber(number),
  }
}

/** The columns of a phone number, whose text is `phoneText`. */
export function personalPhone(keyring: Keyring, phone: Phone, place: Place): PersonalValue {
  const text = phoneText(phone)
  return { sealed: keyring.seal('personal', text, place), index: keyring.blindIndex(text), masked: maskPhone(text) }
}

/** A phone number as one text (RFC 3966 without its scheme), such as `+869718230515;ext=802`. */
export function phoneText({ e164, extension }: Phone): string {
  return extension === null ? e164 : `${e164};ext=${extension}`
}
