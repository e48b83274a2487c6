import { normaliseIdentifier } from './identifier-text.js'
import { accept, type Checked, type Issue, issue, refuse } from './issue.js'

export type CreditCodeIssueCode =
  | 'CREDIT_CODE_LENGTH'
  | 'CREDIT_CODE_CHARACTERS'
  | 'CREDIT_CODE_CHECK_DIGIT'
  | 'ORGANISATION_CODE_CHECK_DIGIT'

/** Characters and their values by position, GB 32100-2015: the letters I, O, S, V and Z are left out. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** 3^(i-1) mod 31 for the positions 1 to 17. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015) and gives it in upper case without spaces and
 * dashes. 31 is prime and no weight is a multiple of it, so every single wrong character is found, and every exchange of
 * two different characters but the one between positions 1 and 18, whose weights are equal.
 *
 * Refusals: CREDIT_CODE_LENGTH, CREDIT_CODE_CHARACTERS, CREDIT_CODE_CHECK_DIGIT. Warning: ORGANISATION_CODE_CHECK_DIGIT
 * when the organisation code inside (positions 9 to 17, GB 11714) fails its own check, as codes really issued to sole
 * traders do.
 */
export function parseCreditCode(text: string): Checked<string, CreditCodeIssueCode> {
  const code = normaliseIdentifier(text)
  if (code.length !== 18) {
    return refuse(
      'CREDIT_CODE_LENGTH',
      '统一社会信用代码应为 18 位，请对照营业执照或事业单位法人证书填写。',
      'A unified social credit code has 18 characters; copy it from the business licence or the legal-person certificate.',
    )
  }
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) {
    return refuse(
      'CREDIT_CODE_CHARACTERS',
      '统一社会信用代码只含数字和大写字母，不使用 I、O、S、V、Z，且第 3 至 8 位为数字；请检查是否把 0 写成 O、把 1 写成 I。',
      'A unified social credit code has digits and letters except I, O, S, V and Z, and only digits at positions 3 to 8; ' +
        'check whether a 0 became an O or a 1 an I.',
    )
  }
  if (creditCodeCheckDigit(code) !== code[17]) {
    return refuse(
      'CREDIT_CODE_CHECK_DIGIT',
      '统一社会信用代码校验不通过，至少有一位填写有误，请对照证照核对。',
      'The check digit of the unified social credit code does not match: at least one character is wrong. Compare it with the certificate.',
    )
  }
  return accept(code, organisationCodeWarnings(code.slice(8, 17)))
}

/** The 18th character that belongs to the first 17 of a credit code (GB 32100-2015). */
export function creditCodeCheckDigit(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(code.charAt(i)), 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

function organisationCodeWarnings(code: string): Issue<CreditCodeIssueCode>[] {
  // Here letters count A = 10 to Z = 35, as in base 36; the credit code's own alphabet has gaps.
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * Number.parseInt(code.charAt(i), 36), 0)
  const expected = '0X987654321'.charAt(sum % 11)
  if (expected === code[8]) return []
  return [
    issue(
      'ORGANISATION_CODE_CHECK_DIGIT',
      '其中的组织机构代码（第 9 至 17 位）校验不通过；若与证照一致可以继续。',
      'The organisation code inside (positions 9 to 17) fails its own check; carry on if it agrees with the certificate.',
    ),
  ]
}
