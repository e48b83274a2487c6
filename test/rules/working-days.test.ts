import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { addDays, dayOfWeek, localDate, parseLocalDate } from '../../schema/rules/local-date.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../../schema/rules/working-days.js'
import { renderChineseCalendar } from '../../server/guideline/calendars/generate-cn.js'
import { acceptedBy, codesOf } from './checked.js'

const file = readFileSync(new URL('../../server/guideline/calendars/cn.yaml', import.meta.url), 'utf8')
const china = parse(file) as WorkingCalendar
const worked = (day: string) => acceptedBy(isWorkingDay(china, localDate(day)))
const daysAfter = (day: string, count: number) => addWorkingDays(china, localDate(day), count)
const anyDay = fc.integer({ min: 0, max: 8_000 }).map((days) => addDays(china.from, days))

describe('the calendar of China', () => {
  it('is what the generator makes', () => {
    expect(file).toBe(renderChineseCalendar())
  })

  it('is well formed: real days in order, make-up days on weekends, none both off and worked', () => {
    for (const days of [china.holidays, china.makeUpDays]) {
      expect(days.every((day) => parseLocalDate(day).ok)).toBe(true)
      expect(days).toEqual([...new Set(days)].sort())
      expect(days.every((day) => day >= china.from && day <= china.through)).toBe(true)
    }
    expect(china.makeUpDays.every((day) => china.weekend.includes(dayOfWeek(day)))).toBe(true)
    expect(china.makeUpDays.filter((day) => china.holidays.includes(day))).toEqual([])
  })

  it('holds the whole of 2024 to 2026', () => {
    expect(china.from <= '2023-01-01').toBe(true)
    expect(china.through >= '2026-12-31').toBe(true)
  })

  // State Council notices 国办发明电〔2022〕16号, 〔2023〕7号, 〔2024〕12号: spans off, and weekend days worked.
  it.each([
    [
      '2023-01-01/2023-01-02 2023-01-21/2023-01-27 2023-04-05 2023-04-29/2023-05-03 2023-06-22/2023-06-24 2023-09-29/2023-10-06',
      '2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08',
    ],
    [
      '2024-01-01 2024-02-10/2024-02-17 2024-04-04/2024-04-06 2024-05-01/2024-05-05 2024-06-10 2024-09-15/2024-09-17 2024-10-01/2024-10-07',
      '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12',
    ],
    [
      '2025-01-01 2025-01-28/2025-02-04 2025-04-04/2025-04-06 2025-05-01/2025-05-05 2025-05-31/2025-06-02 2025-10-01/2025-10-08',
      '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11',
    ],
  ])('agrees with the notice: off %.10s…', (off, made) => {
    const year = off.slice(0, 4)
    const days = off.split(' ').flatMap((span) => {
      const [first = '', last = first] = span.split('/')
      const all = [localDate(first)]
      while (all.at(-1) !== last) all.push(addDays(all.at(-1) ?? localDate(first), 1))
      return all
    })
    expect(china.holidays.filter((day) => day.startsWith(year))).toEqual(days)
    expect(china.makeUpDays.filter((day) => day.startsWith(year))).toEqual(made.split(' '))
  })
})

describe('isWorkingDay', () => {
  it.each([
    ['2023-07-14', true], // an ordinary Friday
    ['2023-07-15', false], // an ordinary Saturday
    ['2023-07-16', false], // an ordinary Sunday
    ['2023-09-28', true], // last day before the long holiday
    ['2023-09-29', false], // Mid-autumn, a Friday
    ['2023-10-06', false], // a Friday, made up for
    ['2023-10-07', true], // Saturday worked
    ['2023-10-08', true], // Sunday worked
    ['2024-02-04', true], // Sunday worked before Spring Festival
    ['2024-02-09', true], // New Year's Eve: encouraged leave, not a day off
    ['2024-02-12', false],
    ['2024-02-17', false],
    ['2024-02-18', true], // Sunday worked after it
  ])('says of %s: %s', (day, expected) => {
    expect(worked(day)).toBe(expected)
  })

  it('refuses to guess outside the published years', () => {
    expect(codesOf(isWorkingDay(china, addDays(china.through, 1)))).toEqual(['CALENDAR_NOT_PUBLISHED'])
    expect(codesOf(isWorkingDay(china, addDays(china.from, -1)))).toEqual(['CALENDAR_NOT_PUBLISHED'])
    expect(isWorkingDay(china, china.through).ok).toBe(true)
    expect(isWorkingDay(china, china.from).ok).toBe(true)
  })
})

describe('addWorkingDays', () => {
  it('puts the paper deadline of 2024 on 2023-07-21: five working days after the call closes', () => {
    const closes = localDateOf(new Date('2023-07-14T09:00:00Z'), 'Asia/Shanghai')
    expect(acceptedBy(addWorkingDays(china, closes, 5))).toBe('2023-07-21')
  })

  it.each([
    ['2023-07-14', 0, '2023-07-14'],
    ['2023-07-15', 0, '2023-07-17'],
    ['2023-07-14', 1, '2023-07-17'],
    ['2023-07-15', 1, '2023-07-17'],
    ['2023-09-28', 1, '2023-10-07'],
    ['2023-09-28', 5, '2023-10-11'],
    ['2024-02-03', 1, '2024-02-04'],
    ['2024-02-09', 1, '2024-02-18'],
    ['2024-02-08', 5, '2024-02-21'],
    ['2023-12-29', 1, '2024-01-02'],
  ])('after %s, %d working days: %s', (day, count, expected) => {
    expect(acceptedBy(daysAfter(day, count))).toBe(expected)
  })

  it('names the year that is missing', () => {
    const checked = addWorkingDays(china, china.through, 1)
    const year = String(Number(china.through.slice(0, 4)) + 1)
    expect(checked).toMatchObject({ ok: false, issues: [{ code: 'CALENDAR_NOT_PUBLISHED' }] })
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(checked.ok ? '' : checked.issues[0]?.message[locale]).toContain(year)
    }
    expect(codesOf(addWorkingDays(china, localDate('2003-12-30'), 1))).toEqual(['CALENDAR_NOT_PUBLISHED'])
    expect(codesOf(addWorkingDays(china, localDate('2030-01-01'), 5))).toEqual(['CALENDAR_NOT_PUBLISHED'])
  })

  it('throws for a count that is no count', () => {
    expect(() => daysAfter('2023-07-14', -1)).toThrow(RangeError)
    expect(() => daysAfter('2023-07-14', 1.5)).toThrow(RangeError)
  })

  it('ends on a working day with exactly that many after the start', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = acceptedBy(addWorkingDays(china, day, count))
        let seen = 0
        for (let current = addDays(day, 1); current <= end; current = addDays(current, 1)) {
          if (acceptedBy(isWorkingDay(china, current))) seen += 1
        }
        expect(seen).toBe(count)
        expect(acceptedBy(isWorkingDay(china, end))).toBe(true)
      }),
    )
  })

  it('follows another calendar by its data alone', () => {
    const friday: WorkingCalendar = {
      code: 'TEST',
      weekend: [5],
      holidays: [localDate('2024-01-04')],
      makeUpDays: [localDate('2024-01-05')],
      from: localDate('2024-01-01'),
      through: localDate('2024-01-31'),
    }
    expect(acceptedBy(addWorkingDays(friday, localDate('2024-01-03'), 2))).toBe('2024-01-06')
    expect(acceptedBy(addWorkingDays(friday, localDate('2024-01-11'), 1))).toBe('2024-01-13')
  })
})
