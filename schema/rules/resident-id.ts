import type { Sex } from '../enums.js'
import { normaliseIdentifier } from './identifier-text.js'
import { accept, type Checked, type Issue, issue, refuse } from './issue.js'
import { type LocalDate, parseLocalDate } from './local-date.js'

/** A resident ID number with what it tells of its holder. Personal data: keep it out of logs and messages. */
export type ResidentId = {
  /** 18 characters, the last perhaps X. */
  readonly value: string
  readonly birthDate: LocalDate
  readonly sex: Sex
}

export type ResidentIdIssueCode =
  | 'ID_NUMBER_FORMAT'
  | 'ID_NUMBER_FIFTEEN_DIGITS'
  | 'ID_NUMBER_CHECK_DIGIT'
  | 'ID_NUMBER_BIRTH_DATE'
  | 'ID_NUMBER_BORN_IN_FUTURE'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Checks a citizen's ID number (公民身份号码, GB 11643-1999): form, check digit (ISO 7064, MOD 11-2), a birth date that
 * exists and is not after `today`. The region is not checked: divisions come and go, and old numbers stay valid.
 *
 * Refusals: ID_NUMBER_FORMAT, ID_NUMBER_FIFTEEN_DIGITS (first generation, void since 2013), ID_NUMBER_CHECK_DIGIT,
 * ID_NUMBER_BIRTH_DATE, ID_NUMBER_BORN_IN_FUTURE.
 */
export function parseResidentId(text: string, today: LocalDate): Checked<ResidentId, ResidentIdIssueCode> {
  const value = normaliseIdentifier(text)
  if (/^\d{15}$/.test(value)) {
    return refuse(
      'ID_NUMBER_FIFTEEN_DIGITS',
      '15 位身份证号已停用，请填写 18 位公民身份号码。',
      'ID numbers of 15 digits are no longer valid; give the one of 18 characters.',
    )
  }
  if (!/^\d{17}[\dX]$/.test(value)) {
    return refuse(
      'ID_NUMBER_FORMAT',
      '证件号码应为 18 位：前 17 位为数字，最后一位为数字或 X。',
      'The number must have 18 characters: 17 digits, then a digit or X.',
    )
  }
  const birthDate = parseLocalDate(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`)
  const issues = [...checkDigitIssues(value)]
  if (!birthDate.ok) {
    issues.push(
      issue(
        'ID_NUMBER_BIRTH_DATE',
        '证件号码第 7 至 14 位不是真实的出生日期，请核对。',
        'Digits 7 to 14 of the number are no real date of birth; check them.',
      ),
    )
    return { ok: false, issues }
  }
  if (birthDate.value > today) {
    issues.push(
      issue(
        'ID_NUMBER_BORN_IN_FUTURE',
        '证件号码中的出生日期晚于今天，请核对第 7 至 14 位。',
        'The date of birth in the number lies in the future; check digits 7 to 14.',
      ),
    )
  }
  if (issues.length > 0) return { ok: false, issues }
  // Digit 17 is odd for men and even for women.
  const sex = Number(value.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE'
  return accept({ value, birthDate: birthDate.value, sex })
}

/** The 18th character that belongs to 17 digits (GB 11643-1999, ISO 7064 MOD 11-2): 0 to 9 or X. */
export function residentIdCheckDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11)
}

function checkDigitIssues(value: string): Issue<ResidentIdIssueCode>[] {
  if (residentIdCheckDigit(value) === value[17]) return []
  return [
    issue(
      'ID_NUMBER_CHECK_DIGIT',
      '证件号码校验不通过，至少有一位填写有误，请对照证件核对。',
      'The check digit does not match: at least one digit of the number is wrong. Compare it with the document.',
    ),
  ]
}
