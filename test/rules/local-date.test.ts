import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  compareDates,
  dayOfWeek,
  daysBetween,
  firstDayOf,
  lastDayOf,
  localDate,
  minusYears,
  monthsBetween,
  parseLocalDate,
  parseYearMonth,
  yearMonthOf,
} from '../../schema/rules/local-date.js'
import { acceptedBy, codesOf } from './checked.js'

// Temporal is the oracle: the rules must not use it, because the SDK's engines lack it.
const plain = (text: string) => Temporal.PlainDate.from(text)
const anyDate = fc
  .integer({ min: 0, max: daysBetween(localDate('1900-01-01'), localDate('2199-12-31')) })
  .map((days) => addDays(localDate('1900-01-01'), days))

describe('parseLocalDate', () => {
  it.each(['2023-07-14', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('accepts %s', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: true, value: text, warnings: [] })
  })

  it.each([
    ['2023-7-14', 'DATE_MALFORMED'],
    ['2023/07/14', 'DATE_MALFORMED'],
    ['2023-07-14T00:00', 'DATE_MALFORMED'],
    ['2023-07-14\n', 'DATE_MALFORMED'],
    ['20233-07-14', 'DATE_MALFORMED'],
    ['', 'DATE_MALFORMED'],
    ['2023-02-29', 'DATE_NOT_REAL'],
    ['1900-02-29', 'DATE_NOT_REAL'],
    ['2023-04-31', 'DATE_NOT_REAL'],
    ['2023-13-01', 'DATE_NOT_REAL'],
    ['2023-00-10', 'DATE_NOT_REAL'],
    ['2023-01-00', 'DATE_NOT_REAL'],
    ['1899-12-31', 'DATE_OUT_OF_RANGE'],
    ['2200-01-01', 'DATE_OUT_OF_RANGE'],
    ['0000-01-01', 'DATE_OUT_OF_RANGE'],
  ])('refuses %j as %s', (text, code) => {
    expect(codesOf(parseLocalDate(text))).toEqual([code])
  })

  it('throws for a constant that is no date', () => {
    expect(() => localDate('2023-02-29')).toThrow(RangeError)
  })
})

describe('arithmetic on days', () => {
  it('agrees with Temporal on addDays, daysBetween and dayOfWeek', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -200_000, max: 200_000 }), (date, days) => {
        const later = addDays(date, days)
        expect(later).toBe(plain(date).add({ days }).toString())
        expect(daysBetween(date, later)).toBe(days)
        expect(dayOfWeek(date)).toBe(plain(date).dayOfWeek)
        expect(compareDates(date, later)).toBe(days === 0 ? 0 : days > 0 ? -1 : 1)
      }),
    )
  })

  it('agrees with Temporal on addMonths and minusYears', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3_000, max: 3_000 }), (date, months) => {
        expect(addMonths(date, months)).toBe(plain(date).add({ months }).toString())
        const years = Math.trunc(months / 12)
        expect(minusYears(date, years)).toBe(plain(date).subtract({ years }).toString())
      }),
    )
  })

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2024-02-29', -12, '2023-02-28'],
  ])('takes %s and %d months to %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to)
  })

  it('leaves neither whole numbers nor four-digit years', () => {
    const date = localDate('2023-07-14')
    expect(() => addDays(date, 0.5)).toThrow(RangeError)
    expect(() => addMonths(date, Number.NaN)).toThrow(RangeError)
    expect(() => addDays(date, 3_000_000)).toThrow(RangeError)
    expect(() => minusYears(date, 2_023)).toThrow(RangeError)
    expect(minusYears(date, 2_022)).toBe('0001-07-14')
  })
})

describe('ageOn', () => {
  it.each([
    ['1988-07-14', '2023-07-13', 34],
    ['1988-07-14', '2023-07-14', 35],
    ['1988-02-29', '2023-02-27', 34],
    ['1988-02-29', '2023-02-28', 35],
    ['1988-02-29', '2024-02-28', 35],
    ['1988-02-29', '2024-02-29', 36],
    ['2023-07-14', '2023-07-14', 0],
    ['2023-07-14', '2023-07-13', -1],
  ])('makes who was born on %s on %s %d years old', (born, day, age) => {
    expect(ageOn(localDate(born), localDate(day))).toBe(age)
  })

  it('is the greatest number of years that lie between the two days', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (born, day) => {
        const age = ageOn(born, day)
        expect(addMonths(born, 12 * age) <= day).toBe(true)
        expect(addMonths(born, 12 * (age + 1)) > day).toBe(true)
      }),
    )
  })
})

describe('months', () => {
  const month = (text: string) => acceptedBy(parseYearMonth(text))

  it.each([
    ['2023-13', 'MONTH_MALFORMED'],
    ['2023-00', 'MONTH_MALFORMED'],
    ['2023-7', 'MONTH_MALFORMED'],
    ['2023-07-14', 'MONTH_MALFORMED'],
    ['1899-12', 'MONTH_OUT_OF_RANGE'],
    ['2200-01', 'MONTH_OUT_OF_RANGE'],
  ])('refuses %s as %s', (text, code) => {
    expect(codesOf(parseYearMonth(text))).toEqual([code])
  })

  it('knows their first and last day', () => {
    expect(firstDayOf(month('2024-02'))).toBe('2024-02-01')
    expect(lastDayOf(month('2024-02'))).toBe('2024-02-29')
    expect(lastDayOf(month('2023-02'))).toBe('2023-02-28')
    expect(lastDayOf(month('2023-12'))).toBe('2023-12-31')
    expect(yearMonthOf(localDate('2023-07-14'))).toBe('2023-07')
  })

  it('counts from one to another', () => {
    expect(monthsBetween(month('2023-07'), month('2023-07'))).toBe(0)
    expect(monthsBetween(month('2023-07'), month('2025-06'))).toBe(23)
    expect(monthsBetween(month('2024-01'), month('2023-12'))).toBe(-1)
  })
})
