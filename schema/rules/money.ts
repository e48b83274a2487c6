import { accept, type Checked, refuse } from './issue.js'

/** An amount as the API carries it: yuan as decimal text with two decimals, such as '1000000.00'. Never a float. */
export type Money = string

/** An amount as the program reckons it: whole fen, 1/100 yuan. */
export type Fen = bigint

export type MoneyIssueCode =
  | 'AMOUNT_MALFORMED'
  | 'AMOUNT_HAS_SEPARATORS'
  | 'AMOUNT_TOO_PRECISE'
  | 'AMOUNT_TOO_LARGE'
  | 'NEGATIVE_AMOUNT'

/** The largest amount accepted, either sign: 10^15 fen, ten million million yuan; exact in int64 and in a double. */
export const MAX_FEN: Fen = 1_000_000_000_000_000n
const MAX_FEN_DIGITS = 16

export type MoneyOptions = {
  /** Whether an amount below zero is accepted; no by default, as in every row of a budget. */
  readonly negative?: 'REFUSE' | 'ALLOW'
}

/**
 * Reads yuan with at most 2 decimals into fen. Nothing is rounded: a third decimal is refused, even a zero.
 *
 * Refusals: NEGATIVE_AMOUNT, AMOUNT_TOO_PRECISE, AMOUNT_TOO_LARGE (over MAX_FEN), AMOUNT_HAS_SEPARATORS (1,000),
 * AMOUNT_MALFORMED (anything else: exponents, NaN, a plus sign, leading zeros, full-width digits).
 */
export function parseMoney(text: string, options: MoneyOptions = {}): Checked<Fen, MoneyIssueCode> {
  return parseDecimal(text, 2, options)
}

/**
 * Reads 万元 (ten thousand yuan) with at most 6 decimals into fen: '12.5' is 12,500,000 fen. Six decimals of 万元 are
 * the two decimals of yuan. Refusals as for `parseMoney`.
 */
export function fenFromWan(text: string, options: MoneyOptions = {}): Checked<Fen, MoneyIssueCode> {
  return parseDecimal(text, 6, options)
}

/** Writes fen as yuan with two decimals, the form that the API carries: 100000000n becomes '1000000.00'. */
export function formatMoney(fen: Fen): Money {
  const { sign, units, fraction } = split(fen, 2)
  return `${sign}${units}.${fraction}`
}

/** Writes fen as 万元 without needless zeros, exactly: 12500000n becomes '12.5', 1n becomes '0.000001'. */
export function formatWan(fen: Fen): string {
  const { sign, units, fraction } = split(fen, 6)
  const significant = fraction.replace(/0+$/, '')
  return significant === '' ? `${sign}${units}` : `${sign}${units}.${significant}`
}

function parseDecimal(text: string, decimals: number, options: MoneyOptions): Checked<Fen, MoneyIssueCode> {
  const amount = text.trim()
  // No NFKC here: it would read 10² as 102.
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(amount)
  if (!match) return /^-?\d{1,3}([,，'\u00a0\u202f ]\d{3})+(\.\d*)?$/.test(amount) ? separators() : malformed()
  const [, sign = '', units = '', fraction = ''] = match
  if (sign && options.negative !== 'ALLOW') return negative()
  if (fraction.length > decimals) return tooPrecise(decimals)
  // The length goes first: turning millions of digits into a bigint would take seconds.
  if (units.length > MAX_FEN_DIGITS) return tooLarge()
  const fen = BigInt(units + fraction.padEnd(decimals, '0'))
  if (fen > MAX_FEN) return tooLarge()
  return accept(sign ? -fen : fen)
}

function split(fen: Fen, decimals: number): { sign: string; units: string; fraction: string } {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(decimals + 1, '0')
  return { sign: fen < 0n ? '-' : '', units: digits.slice(0, -decimals), fraction: digits.slice(-decimals) }
}

function malformed() {
  return refuse(
    'AMOUNT_MALFORMED',
    '金额格式不对，请只填写数字和小数点，例如 1000000.00。',
    'The amount is not a plain decimal number; write it like 1000000.00.',
  )
}

function separators() {
  return refuse(
    'AMOUNT_HAS_SEPARATORS',
    '金额中请不要使用千位分隔符，例如填写 1000000.00。',
    'Leave out the thousands separators; write the amount like 1000000.00.',
  )
}

function negative() {
  return refuse('NEGATIVE_AMOUNT', '金额不能为负数。', 'The amount must not be negative.')
}

function tooPrecise(decimals: number) {
  return refuse(
    'AMOUNT_TOO_PRECISE',
    `金额最多保留 ${decimals} 位小数，请改到分为止；系统不会四舍五入。`,
    `At most ${decimals} decimals (whole fen) are accepted; nothing is rounded, so correct the amount.`,
  )
}

function tooLarge() {
  const yuan = formatMoney(MAX_FEN)
  return refuse(
    'AMOUNT_TOO_LARGE',
    `金额不能超过 ${yuan} 元，请核对单位。`,
    `The amount must not exceed ${yuan} yuan; check the unit.`,
  )
}
