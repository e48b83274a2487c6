import { describe, expect, test } from 'vitest'
import { parseInstant, parseMoment } from '../../schema/rules/moment.js'

describe('an instant', () => {
  test.each([
    ['2023-07-14T17:00:00+08:00', '2023-07-14T09:00:00.000Z'],
    ['2023-07-14T09:00:00Z', '2023-07-14T09:00:00.000Z'],
    ['2023-07-14T17:00:00.999+08:00', '2023-07-14T09:00:00.999Z'],
    ['2024-02-29T00:00:00-03:30', '2024-02-29T03:30:00.000Z'],
  ])('%s is %s', (text, utc) => {
    const read = parseInstant(text)
    expect(read.ok && read.value.toISOString()).toBe(utc)
  })

  test.each([
    ['2023-07-14T17:00:00', 'INSTANT_MALFORMED'],
    ['2023-07-14 17:00:00+08:00', 'INSTANT_MALFORMED'],
    ['2023-07-14T24:00:00+08:00', 'INSTANT_MALFORMED'],
    ['2023-07-14T17:00:60Z', 'INSTANT_MALFORMED'],
    ['2023-02-29T12:00:00Z', 'DATE_NOT_REAL'],
    ['2023-13-01T12:00:00Z', 'DATE_NOT_REAL'],
    ['0023-01-01T12:00:00Z', 'DATE_OUT_OF_RANGE'],
    ['', 'INSTANT_MALFORMED'],
  ])('%j is refused: %s', (text, code) => {
    const read = parseInstant(text)
    expect(!read.ok && read.issues[0]?.code).toBe(code)
  })
})

describe('a moment', () => {
  test('a day is its noon in the city', () => {
    const read = parseMoment('2023-06-01', 'Asia/Shanghai')
    expect(read.ok && read.value.toISOString()).toBe('2023-06-01T04:00:00.000Z')
  })

  test('an instant stays as it is', () => {
    const read = parseMoment('2023-06-01T00:00:00Z', 'Asia/Shanghai')
    expect(read.ok && read.value.toISOString()).toBe('2023-06-01T00:00:00.000Z')
  })

  test.each(['yesterday', '2023-6-1', '20230601', '2023-06-31'])('%s is refused', (text) => {
    expect(parseMoment(text, 'Asia/Shanghai').ok).toBe(false)
  })
})
