import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../schema/rules/local-date.js'
import { parseResidentId, residentIdCheckDigit } from '../../schema/rules/resident-id.js'
import { acceptedBy, codesOf } from './checked.js'

const today = localDate('2023-05-15')
const withCheckDigit = (digits: string) => digits + residentIdCheckDigit(digits)

const digit = fc.constantFrom(...'0123456789')
const born = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2023-05-15'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const number = fc
  .tuple(fc.nat(999_999), born, fc.nat(999))
  .map(([region, date, order]) =>
    withCheckDigit(`${String(region).padStart(6, '0')}${date}${String(order).padStart(3, '0')}`),
  )

describe('parseResidentId', () => {
  it('reads birth date and sex', () => {
    expect(acceptedBy(parseResidentId('11010519491231002X', today))).toEqual({
      value: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'FEMALE',
    })
    expect(acceptedBy(parseResidentId('53010219200508011X', today))).toEqual({
      value: '53010219200508011X',
      birthDate: '1920-05-08',
      sex: 'MALE',
    })
  })

  it.each([
    ' 11010519491231002x ',
    '110105 19491231 002x',
    '１１０１０５１９４９１２３１００２ｘ',
    '110105-19491231-002X',
  ])('reads %j as pasted', (text) => {
    expect(acceptedBy(parseResidentId(text, today)).value).toBe('11010519491231002X')
  })

  it.each([
    ['110105194912310021', ['ID_NUMBER_CHECK_DIGIT']],
    ['110105491231002', ['ID_NUMBER_FIFTEEN_DIGITS']],
    ['1101051949123100', ['ID_NUMBER_FORMAT']],
    ['1101051949123100XX', ['ID_NUMBER_FORMAT']],
    ['', ['ID_NUMBER_FORMAT']],
    [withCheckDigit('11010519490230002'), ['ID_NUMBER_BIRTH_DATE']],
    [withCheckDigit('11010519001301002'), ['ID_NUMBER_BIRTH_DATE']],
    [withCheckDigit('11010519000229002'), ['ID_NUMBER_BIRTH_DATE']],
    [withCheckDigit('11010520230516002'), ['ID_NUMBER_BORN_IN_FUTURE']],
    ['110105194902300021', ['ID_NUMBER_CHECK_DIGIT', 'ID_NUMBER_BIRTH_DATE']],
  ])('refuses %s with %j', (text, codes) => {
    const checked = parseResidentId(text, today)
    expect(checked.ok).toBe(false)
    expect(codesOf(checked)).toEqual(codes)
  })

  it('accepts somebody born today', () => {
    expect(acceptedBy(parseResidentId(withCheckDigit('63010220230515001'), today)).birthDate).toBe(today)
  })

  it.each(['000000', '999999', '630122', '810000'])('does not ask whether the region %s exists', (region) => {
    expect(parseResidentId(withCheckDigit(`${region}19800101001`), today).ok).toBe(true)
  })

  it('never repeats the number in a message', () => {
    const number = '110105194902300021'
    expect(JSON.stringify(parseResidentId(number, today))).not.toMatch(/110105|19490230|0021/)
  })

  it('computes the digit that makes Σ 2^(18-i) × value ≡ 1 (mod 11), as ISO 7064 MOD 11-2 has it', () => {
    fc.assert(
      fc.property(number, (id) => {
        const sum = [...id].reduce((total, part) => total * 2n + (part === 'X' ? 10n : BigInt(part)), 0n)
        expect(sum % 11n).toBe(1n)
      }),
    )
  })

  it('refuses every single wrong digit', () => {
    fc.assert(
      fc.property(number, fc.nat(17), digit, (id, at, other) => {
        fc.pre(other !== id[at])
        expect(parseResidentId(id, today).ok).toBe(true)
        expect(parseResidentId(id.slice(0, at) + other + id.slice(at + 1), today).ok).toBe(false)
      }),
    )
  })
})
