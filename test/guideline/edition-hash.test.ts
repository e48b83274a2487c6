import { expect, it } from 'vitest'
import type { WorkingCalendar } from '../../schema/rules/working-days.js'
import { canonicalJson, hashEdition } from '../../server/guideline/edition-hash.js'
import { loadGuideline } from '../../server/guideline/load-guideline.js'
import { xiningText, xiningWith } from './xining-file.js'

function hashOf(text: string): string {
  const loaded = loadGuideline(text, 'x.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return hashEdition(loaded.edition)
}

it('is equal for equal content, whatever the order of keys, comments and quotes', () => {
  const other = xiningWith('year: 2024\nedition: 1\n', '# a comment\nedition: 1\nyear: 2024\n')
    .replace('max: "5000000.00"', "max: '5000000'")
    .replace('timeZone: Asia/Shanghai', 'timeZone: "Asia/Shanghai"')
  expect(other).not.toBe(xiningText)
  expect(hashOf(other)).toBe(hashOf(xiningText))
  expect(hashOf(`\ufeff${xiningText.replaceAll('\n', '\r\n')}`)).toBe(hashOf(xiningText))
  expect(hashOf(xiningText)).toMatch(/^[0-9a-f]{64}$/)
})

it('differs as soon as any content does, order of lists included', () => {
  const hashes = [
    xiningText,
    xiningWith('value: 2\n', 'value: 3\n'),
    xiningWith('edition: 1\n', 'edition: 2\n'),
    xiningWith('[DIRECT, POST_COMPLETION]', '[POST_COMPLETION, DIRECT]'),
    xiningWith('en: Xining }', 'en: Xining City }'),
  ].map(hashOf)
  expect(new Set(hashes).size).toBe(hashes.length)
})

it("leaves the days of a country's calendar out, but not those of a city's own", () => {
  const loaded = loadGuideline(xiningText, 'x.yaml')
  if (!loaded.ok) throw new Error('the file is good')
  const { edition } = loaded
  const shorter = { ...edition.calendar, holidays: edition.calendar.holidays.slice(1) }
  expect(hashEdition({ ...edition, calendar: shorter })).toBe(hashEdition(edition))
  const own = (calendar: WorkingCalendar) => hashEdition({ ...edition, calendar: { ...calendar, code: 'OWN' } })
  expect(own(shorter)).not.toBe(own(edition.calendar))
})

it('sorts keys at every depth and keeps lists', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }, 'x'], a: undefined })).toBe('{"b":[{"c":null,"d":1},"x"]}')
})
