import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate, localDate } from '../../schema/rules/local-date.js'
import { instantOf, type LocalTime, localDateOf, parseLocalTime, parseTimeZone } from '../../schema/rules/time-zone.js'
import { acceptedBy, codesOf } from './checked.js'

const at = (date: string, time: string, zone: string) =>
  instantOf(localDate(date), acceptedBy(parseLocalTime(time)), zone).toISOString()

// Zones with clock changes at midnight, half-hour steps, a skipped day, and offsets at both ends.
const zones = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
]
const anyZone = fc.constantFrom(...zones)
const anyInstant = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const midnight = '00:00' as LocalTime

describe('parseTimeZone', () => {
  it('accepts IANA names and corrects their case', () => {
    expect(acceptedBy(parseTimeZone('Asia/Shanghai'))).toBe('Asia/Shanghai')
    expect(acceptedBy(parseTimeZone(' asia/urumqi '))).toBe('Asia/Urumqi')
    expect(acceptedBy(parseTimeZone('UTC'))).toBe('UTC')
  })

  it.each(['', '+08:00', 'Asia/Xining', 'Asia/Shanghai; drop', '../etc'])('refuses %j', (text) => {
    expect(codesOf(parseTimeZone(text))).toEqual(['TIME_ZONE_UNKNOWN'])
  })
})

describe('parseLocalTime', () => {
  it.each(['00:00', '09:00', '23:59:59'])('accepts %s', (text) => {
    expect(acceptedBy(parseLocalTime(text))).toBe(text)
  })

  it.each(['24:00', '9:00', '17:60', '17', '17:00:60', '下午5点', ''])('refuses %j', (text) => {
    expect(codesOf(parseLocalTime(text))).toEqual(['TIME_MALFORMED'])
  })
})

describe('instantOf', () => {
  it('gives the window of 2024 as the notice prints it', () => {
    expect(at('2023-05-15', '09:00', 'Asia/Shanghai')).toBe('2023-05-15T01:00:00.000Z')
    expect(at('2023-07-14', '17:00', 'Asia/Shanghai')).toBe('2023-07-14T09:00:00.000Z')
  })

  it('takes the first of two equal times', () => {
    expect(at('2023-11-05', '01:30', 'America/New_York')).toBe('2023-11-05T05:30:00.000Z')
    expect(at('2018-02-17', '23:30', 'America/Sao_Paulo')).toBe('2018-02-18T01:30:00.000Z')
  })

  it('moves a skipped time on by the length of the gap', () => {
    expect(at('2023-03-12', '02:30', 'America/New_York')).toBe('2023-03-12T07:30:00.000Z')
    expect(at('2011-12-30', '12:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00.000Z')
  })

  it('agrees with Temporal in every zone', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
      .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'))
    fc.assert(
      fc.property(anyZone, anyInstant, time, (zone, near, text) => {
        const date = localDateOf(near, zone)
        const expected = Temporal.PlainDateTime.from(`${date}T${text}`).toZonedDateTime(zone, {
          disambiguation: 'compatible',
        })
        expect(instantOf(date, text as LocalTime, zone).getTime()).toBe(expected.epochMilliseconds)
      }),
    )
  })

  it('agrees with Temporal in every hour around clock changes', () => {
    for (const [zone, ...days] of [
      ['America/New_York', '2023-03-12', '2023-11-05'],
      ['America/Sao_Paulo', '2018-02-17', '2018-02-18', '2018-11-04'],
      ['Australia/Lord_Howe', '2023-04-02', '2023-10-01'],
      ['Africa/Cairo', '2023-04-28', '2023-10-27'],
      ['Pacific/Apia', '2011-12-29', '2011-12-30', '2011-12-31'],
      ['Asia/Shanghai', '1986-05-04', '1986-09-14'],
    ] as const) {
      for (const day of days) {
        for (let minute = 0; minute < 24 * 60; minute += 15) {
          const text = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':')
          const expected = Temporal.PlainDateTime.from(`${day}T${text}`).toZonedDateTime(zone)
          expect(instantOf(day as LocalDate, text as LocalTime, zone).getTime()).toBe(expected.epochMilliseconds)
        }
      }
    }
  })

  it('refuses an unknown zone', () => {
    expect(() => instantOf(localDate('2023-07-14'), midnight, 'Asia/Xining')).toThrow(RangeError)
  })
})

describe('localDateOf', () => {
  it('turns the day at the zone’s own midnight', () => {
    expect(localDateOf(new Date('2023-07-14T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2023-07-14')
    expect(localDateOf(new Date('2023-07-14T16:00:00.000Z'), 'Asia/Shanghai')).toBe('2023-07-15')
  })

  it('is the day whose first instant and next first instant enclose the instant', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const date = localDateOf(instant, zone)
        expect(date).toBe(
          Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString(),
        )
        expect(instantOf(date, midnight, zone).getTime()).toBeLessThanOrEqual(instant.getTime())
        expect(instantOf(addDays(date, 1), midnight, zone).getTime()).toBeGreaterThan(instant.getTime())
      }),
    )
  })

  it('gives back the day of every instant that instantOf makes from a time that exists', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, near) => {
        const date = localDateOf(near, zone)
        const noon = instantOf(date, '12:00' as LocalTime, zone)
        expect(localDateOf(noon, zone)).toBe(date)
      }),
    )
  })

  it('throws for an invalid instant', () => {
    expect(() => localDateOf(new Date(Number.NaN), 'UTC')).toThrow(RangeError)
  })
})
