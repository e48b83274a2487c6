import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenFromWan, formatMoney, formatWan, MAX_FEN, parseMoney } from '../../schema/rules/money.js'
import { acceptedBy, codesOf } from './checked.js'

const fen = fc.bigInt({ min: -MAX_FEN, max: MAX_FEN })
const signed = { negative: 'ALLOW' } as const

describe('parseMoney', () => {
  it.each([
    ['1000000.00', 100_000_000n],
    ['1000000', 100_000_000n],
    ['0', 0n],
    ['0.1', 10n],
    ['0.01', 1n],
    ['0.29', 29n],
    [' 19.99\n', 1_999n],
    ['10000000000000', MAX_FEN],
  ])('reads %j yuan as %d fen', (text, expected) => {
    expect(acceptedBy(parseMoney(text))).toBe(expected)
  })

  it.each([
    ['0.001', 'AMOUNT_TOO_PRECISE'],
    ['1.500', 'AMOUNT_TOO_PRECISE'],
    ['10000000000000.01', 'AMOUNT_TOO_LARGE'],
    ['99999999999999999', 'AMOUNT_TOO_LARGE'],
    ['9'.repeat(10_000_000), 'AMOUNT_TOO_LARGE'],
    ['-1', 'NEGATIVE_AMOUNT'],
    ['-0.001', 'NEGATIVE_AMOUNT'],
    ['1,000', 'AMOUNT_HAS_SEPARATORS'],
    ['1，000，000.00', 'AMOUNT_HAS_SEPARATORS'],
    ["1'000.5", 'AMOUNT_HAS_SEPARATORS'],
    ['1 000', 'AMOUNT_HAS_SEPARATORS'],
    ['', 'AMOUNT_MALFORMED'],
    ['+1', 'AMOUNT_MALFORMED'],
    ['1e3', 'AMOUNT_MALFORMED'],
    ['0x10', 'AMOUNT_MALFORMED'],
    ['NaN', 'AMOUNT_MALFORMED'],
    ['Infinity', 'AMOUNT_MALFORMED'],
    ['1.', 'AMOUNT_MALFORMED'],
    ['.5', 'AMOUNT_MALFORMED'],
    ['007', 'AMOUNT_MALFORMED'],
    ['1.2.3', 'AMOUNT_MALFORMED'],
    ['10²', 'AMOUNT_MALFORMED'],
    ['１００', 'AMOUNT_MALFORMED'],
    ['100元', 'AMOUNT_MALFORMED'],
    ['¥100', 'AMOUNT_MALFORMED'],
    ['一百', 'AMOUNT_MALFORMED'],
  ])('refuses %.20j as %s', (text, code) => {
    const checked = parseMoney(text)
    expect(checked.ok).toBe(false)
    expect(codesOf(checked)).toEqual([code])
  })

  it('reads a negative amount only where it is allowed', () => {
    expect(acceptedBy(parseMoney('-0.05', signed))).toBe(-5n)
    expect(acceptedBy(parseMoney('-0', signed))).toBe(0n)
    expect(codesOf(parseMoney('-10000000000000.01', signed))).toEqual(['AMOUNT_TOO_LARGE'])
    expect(codesOf(parseMoney('-5', { negative: 'REFUSE' }))).toEqual(['NEGATIVE_AMOUNT'])
  })

  it('gives back every amount that formatMoney writes', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(acceptedBy(parseMoney(formatMoney(amount), signed))).toBe(amount)
      }),
    )
  })

  it('agrees with whole yuan and fen written apart', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.nat(99), (yuan, cents) => {
        const text = `${yuan}.${cents < 10 ? '0' : ''}${cents}`
        expect(acceptedBy(parseMoney(text))).toBe(BigInt(yuan) * 100n + BigInt(cents))
        expect(formatMoney(acceptedBy(parseMoney(text)))).toBe(text)
      }),
    )
  })

  it('sums to the same amount in any order, without drift', () => {
    expect(acceptedBy(parseMoney('0.1')) + acceptedBy(parseMoney('0.2'))).toBe(acceptedBy(parseMoney('0.3')))
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 1_000_000_000_000n }), { minLength: 1, maxLength: 50 })
    const sum = (texts: string[]) => texts.reduce((total, text) => total + acceptedBy(parseMoney(text)), 0n)
    fc.assert(
      fc.property(amounts, (list) => {
        const total = list.reduce((a, b) => a + b, 0n)
        expect(formatMoney(sum(list.map(formatMoney)))).toBe(formatMoney(total))
        expect(sum(list.map(formatMoney).reverse())).toBe(total)
      }),
    )
  })
})

describe('formatMoney', () => {
  it.each([
    [0n, '0.00'],
    [1n, '0.01'],
    [10n, '0.10'],
    [100_000_000n, '1000000.00'],
    [-5n, '-0.05'],
    [-12_345n, '-123.45'],
  ])('writes %d fen as %s', (amount, text) => {
    expect(formatMoney(amount)).toBe(text)
  })
})

describe('万元', () => {
  it.each([
    ['12.5', 12_500_000n],
    ['100', 100_000_000n],
    ['0.000001', 1n],
    ['0.123456', 123_456n],
    ['1000000000', MAX_FEN],
  ])('reads and writes %s as %d fen', (text, amount) => {
    expect(acceptedBy(fenFromWan(text))).toBe(amount)
    expect(formatWan(amount)).toBe(text)
  })

  it.each([
    ['0.0000001', 'AMOUNT_TOO_PRECISE'],
    ['1000000000.000001', 'AMOUNT_TOO_LARGE'],
    ['-1', 'NEGATIVE_AMOUNT'],
    ['1,000', 'AMOUNT_HAS_SEPARATORS'],
    ['12.5万', 'AMOUNT_MALFORMED'],
  ])('refuses %s as %s', (text, code) => {
    expect(codesOf(fenFromWan(text))).toEqual([code])
  })

  it('gives back every amount that formatWan writes', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(acceptedBy(fenFromWan(formatWan(amount), signed))).toBe(amount)
      }),
    )
  })
})
