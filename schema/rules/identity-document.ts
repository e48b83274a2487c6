import { type IdentityDocumentKind, identityDocumentKinds, type Sex } from '../enums.js'
import { normaliseIdentifier } from './identifier-text.js'
import { accept, type Checked, refuse } from './issue.js'
import type { LocalDate } from './local-date.js'
import { parseResidentId, type ResidentIdIssueCode } from './resident-id.js'

/** A document's number with what it tells of its holder; null where it tells nothing. Personal data. */
export type IdentityDocument = {
  readonly kind: IdentityDocumentKind
  readonly number: string
  readonly birthDate: LocalDate | null
  readonly sex: Sex | null
}

export type IdentityDocumentIssueCode = ResidentIdIssueCode | 'ID_KIND_UNKNOWN' | 'ID_NUMBER_OTHER_KIND'

type Result = Checked<IdentityDocument, IdentityDocumentIssueCode>

/**
 * Checks the number of an identity document by its kind's format. Where a card carries its holder's number for life and
 * a count of re-issues, only the former is kept, so that a new card is the same person.
 *
 * Refusals: ID_KIND_UNKNOWN; ID_NUMBER_FORMAT; ID_NUMBER_OTHER_KIND (a sound number, but not of this kind of document);
 * for numbers of 18 characters also those of `parseResidentId`.
 */
export function parseIdentityDocument(kind: string, text: string, today: LocalDate): Result {
  switch (kind as IdentityDocumentKind) {
    case 'RESIDENT_ID':
      return parseEighteen('RESIDENT_ID', /^/, text, today)
    // 港澳台居民居住证, since 2018: 81 Hong Kong, 82 Macau, 83 Taiwan in place of a province.
    case 'HK_MACAU_TAIWAN_RESIDENCE_PERMIT':
      return parseEighteen('HK_MACAU_TAIWAN_RESIDENCE_PERMIT', /^8[123]0000/, text, today)
    // 外国人永久居留身份证: since December 2023 a 9 and the citizens' scheme, before that 3 letters and 12 digits.
    case 'FOREIGN_PERMANENT_RESIDENT_ID':
      return /^[A-Z]{3}\d{12}$/.test(normaliseIdentifier(text))
        ? document('FOREIGN_PERMANENT_RESIDENT_ID', normaliseIdentifier(text))
        : parseEighteen('FOREIGN_PERMANENT_RESIDENT_ID', /^9/, text, today)
    case 'HK_MACAU_PERMIT':
      return parseHkMacauPermit(text)
    case 'TAIWAN_PERMIT':
      return parseTaiwanPermit(text)
    case 'PASSPORT':
      return parsePassport(text)
    default:
      return refuse(
        'ID_KIND_UNKNOWN',
        `不支持这种证件类型，可选：${identityDocumentKinds.join('、')}。`,
        `This kind of document is not known; choose one of ${identityDocumentKinds.join(', ')}.`,
      )
  }
}

function parseEighteen(kind: IdentityDocumentKind, prefix: RegExp, text: string, today: LocalDate): Result {
  const parsed = parseResidentId(text, today)
  if (!parsed.ok) return parsed
  const { value, birthDate, sex } = parsed.value
  if (!prefix.test(value)) {
    return refuse(
      'ID_NUMBER_OTHER_KIND',
      '号码与所选证件类型不符，请核对证件类型。',
      'The number belongs to another kind of document; check the kind chosen.',
    )
  }
  return accept({ kind, number: value, birthDate, sex })
}

/** 港澳居民来往内地通行证: H or M and eight digits for life; cards before 2013 add two digits that count re-issues. */
function parseHkMacauPermit(text: string): Result {
  const match = /^([HM]\d{8})(\d{2})?$/.exec(normaliseIdentifier(text))
  if (!match?.[1]) {
    return refuse(
      'ID_NUMBER_FORMAT',
      '港澳居民来往内地通行证号码应为字母 H 或 M 加 8 位数字（旧版加 10 位数字）。',
      'The number of a Mainland travel permit for Hong Kong and Macau residents is H or M and 8 digits (10 on old cards).',
    )
  }
  return document('HK_MACAU_PERMIT', match[1])
}

/** 台湾居民来往大陆通行证: eight digits for life; booklets added two that count re-issues and the office in brackets. */
function parseTaiwanPermit(text: string): Result {
  const match = /^(\d{8})(\d{2}(\([A-Z\d]\))?)?$/.exec(normaliseIdentifier(text))
  if (!match?.[1]) {
    return refuse(
      'ID_NUMBER_FORMAT',
      '台湾居民来往大陆通行证号码应为 8 位数字。',
      'The number of a Mainland travel permit for Taiwan residents is 8 digits.',
    )
  }
  return document('TAIWAN_PERMIT', match[1])
}

/** Letters and digits, at most nine: what the machine-readable zone of every passport holds (ICAO Doc 9303-4). */
function parsePassport(text: string): Result {
  const number = normaliseIdentifier(text)
  if (!/^(?=.*\d)[A-Z\d]{5,9}$/.test(number)) {
    return refuse(
      'ID_NUMBER_FORMAT',
      '护照号码应为 5 至 9 位字母和数字，请按护照资料页填写。',
      'A passport number has 5 to 9 letters and digits; copy it from the data page.',
    )
  }
  return document('PASSPORT', number)
}

function document(kind: IdentityDocumentKind, number: string): Result {
  return accept({ kind, number, birthDate: null, sex: null })
}
