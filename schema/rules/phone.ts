// Of the library's builds only `max` knows the lengths and kinds of Chinese numbers: `min` passes one with a digit
// missing, `mobile` refuses every landline.
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { normaliseText } from './identifier-text.js'
import { accept, type Checked, refuse } from './issue.js'

/** FIXED is a landline; OTHER is a service number such as 400, or one whose country doesn't tell the kinds apart. */
export type PhoneKind = 'MOBILE' | 'FIXED' | 'OTHER'

/** A phone number. Personal data: keep it out of logs and messages. */
export type Phone = {
  /** E.164, such as '+869718230515'. */
  readonly e164: string
  /** Digits to dial after the connection, or null. */
  readonly extension: string | null
  readonly kind: PhoneKind
}

export type PhoneIssueCode = 'PHONE_MALFORMED' | 'PHONE_NOT_ASSIGNED' | 'PHONE_NEEDS_AREA_CODE'

export type PhoneOptions = {
  /** Area code of the city, such as '0971'; a bare local number gets it. */
  readonly areaCode?: string
}

/**
 * Reads a phone number as people write it: of China unless it starts with + or 00, with or without spaces, dashes and
 * brackets, an extension after 转, 分机, ext, x, # or a last dash, or after `;ext=` (RFC 3966).
 *
 * Refusals: PHONE_NEEDS_AREA_CODE (a local number and no `areaCode` given), PHONE_NOT_ASSIGNED (a form that the
 * country's numbering plan doesn't have), PHONE_MALFORMED.
 */
export function parsePhone(text: string, options: PhoneOptions = {}): Checked<Phone, PhoneIssueCode> {
  const { number, extension } = splitExtension(normaliseText(text))
  if (!/^\+?[\d ().-]+$/.test(number)) return malformed()
  const local = isLocal(number)
  if (local && !options.areaCode) return needsAreaCode()
  const phone = parsePhoneNumberFromString(local ? `${options.areaCode}${number}` : number, 'CN')
  if (!phone) return malformed()
  if (!phone.isValid()) return notAssigned()
  return accept({ e164: phone.number, extension, kind: kindOf(phone.getType()) })
}

function splitExtension(text: string): { number: string; extension: string | null } {
  const marked = /^(.*?)[ ;]?(?:转|分机|ext\.?|x|#)[:. =]?(\d{1,7})$/i.exec(text)
  // 0971-8230515-802: the last dash marks an extension only behind a whole landline number.
  const dashed = /^((?:(?:\+|00)?86[- ]?)?(?:\(?0?\d{2,3}\)?[- ]?)?\d{7,8})-(\d{1,6})$/.exec(text)
  const match = marked ?? dashed
  return { number: match?.[1] ?? text, extension: match?.[2] ?? null }
}

/** Seven or eight digits, the first neither 0 (trunk prefix) nor 1 (mobile and service numbers). */
function isLocal(number: string): boolean {
  return /^[2-9]\d{6,7}$/.test(number.replace(/[ -]/g, ''))
}

function kindOf(type: NumberType): PhoneKind {
  if (type === 'MOBILE') return 'MOBILE'
  return type === 'FIXED_LINE' ? 'FIXED' : 'OTHER'
}

function malformed() {
  return refuse(
    'PHONE_MALFORMED',
    '电话号码格式不对，请填写手机号，或“区号-号码”，例如 0971-8230515。',
    'This is not a phone number; write a mobile number, or area code and number such as 0971-8230515.',
  )
}

function notAssigned() {
  return refuse(
    'PHONE_NOT_ASSIGNED',
    '没有这样的电话号码，请核对位数和区号；境外号码请以 + 和国家代码开头。',
    'No such number exists; check its length and area code. Start a foreign number with + and the country code.',
  )
}

function needsAreaCode() {
  return refuse(
    'PHONE_NEEDS_AREA_CODE',
    '固定电话缺少区号，请按“区号-号码”填写。',
    'The area code is missing; write area code and number.',
  )
}
