import { expect, test } from 'vitest'
import { parseEmail } from '../../schema/rules/email.js'
import { parseLine } from '../../schema/rules/line-of-text.js'

test.each([
  [' 虚构\t公司（西宁） \n', '虚构 公司（西宁）'],
  ['e\u0301', 'é'],
  ['\u200e虚构\ufeff', '虚构'],
  ['𠮷'.repeat(20), '𠮷'.repeat(20)],
])('%j is the line %j', (text, line) => {
  expect(parseLine(text, 20)).toMatchObject({ ok: true, value: line })
})

test.each([
  ['', 'TEXT_EMPTY'],
  [' \u200b ', 'TEXT_EMPTY'],
  ['长'.repeat(21), 'TEXT_TOO_LONG'],
  ['é'.repeat(100_000), 'TEXT_TOO_LONG'],
  ['a\0b', 'TEXT_NOT_PRINTABLE'],
  ['a\ud800b', 'TEXT_NOT_PRINTABLE'],
])('%j is refused as %s', (text, code) => {
  expect(parseLine(text, 20)).toMatchObject({ ok: false, issues: [{ code }] })
})

test('an address gets its domain in lower case', () => {
  expect(parseEmail(' Ke.Ji+1@Example.ORG ')).toMatchObject({ ok: true, value: 'Ke.Ji+1@example.org' })
  expect(parseEmail('keji＠example.org')).toMatchObject({ ok: true, value: 'keji@example.org' })
})

test.each([
  '',
  'keji',
  'keji@',
  '@example.org',
  'ke ji@example.org',
  'a..b@example.org',
  'a@b',
  `${'a'.repeat(65)}@example.org`,
])('%j is no address', (text) => {
  expect(parseEmail(text)).toMatchObject({ ok: false, issues: [{ code: 'EMAIL_MALFORMED' }] })
})
