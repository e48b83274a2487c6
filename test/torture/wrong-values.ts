import type { Choices } from './choices.js'
import { nastyText } from './nasty-text.js'

/** Values for a place that wants another: of a wrong type, too large, or not written as GraphQL has it. */
export const wrongLiterals = [
  ...['2147483648', '-2147483649', '9223372036854775808', '1e400', '1.5', '-1', '1000000', '101', '-0', '007'],
  ...[
    '""',
    '"x"',
    '"""block"""',
    '"\\ud800"',
    '"\\u0000"',
    '"\\x"',
    'null',
    'true',
    'nope',
    '[]',
    '[[1]]',
    '{}',
    '{a: {b: []}}',
  ],
  ...['$nobody', '"', '[', '{', '\u0000', '\u2028'],
]
export const wrongValues: readonly unknown[] = [
  ...[2 ** 31, -(2 ** 31) - 1, 2 ** 63, 1e308, 1.5, -1, 1_000_000, 101, '1', '', 'x', 'a\0b', '\ud800', '\udc00x'],
  ...[true, null, [], [[]], {}, { a: 1 }, ['x', 1], { toString: 1 }, 'x'.repeat(20_000)],
]

/** A character, or a few, where a document has another. */
export function oddCharacter(choices: Choices): string {
  return choices.oneOf([
    '',
    '}',
    '{',
    '"',
    '"""',
    "'",
    '$x',
    '!',
    ' id ',
    '@',
    '\0',
    '\ud800',
    '\u2028',
    '😀',
    '\\',
    '#',
    '(',
    ')',
    '...',
    '&',
    '|',
    '123abc',
  ])
}

/** Values at the edges of what PostgreSQL can hold, or behind them. */
const edgeValues = [
  ...['0', '-0', '32768', '2147483647', '2147483648', '-2147483649', '9223372036854775807', '9223372036854775808'],
  ...[
    '9'.repeat(17),
    `-1${'0'.repeat(29)}.5`,
    '9'.repeat(131_072),
    '9'.repeat(131_073),
    '1.239',
    '1e400',
    'NaN',
    'Infinity',
  ],
  ...['0000-01-01', '0001-01-01', '0001-02-29 BC', '4714-11-24 BC', '4714-11-23 BC', '5874897-12-31', '5874898-01-01'],
  ...['infinity', '-infinity', 'now', '2023-02-29', '0000-01-01T00:00:00', '0000-01-01T00:00:00.000000Z'],
  ...['4714-11-24T00:00:00 BC', '294276-12-31T23:59:59.999999', '294277-01-01T00:00:00', '2016-12-31T23:59:60'],
  ...[
    '2024-01-01T24:00:00',
    '2024-02-29T23:59:59.9999999',
    '2024-02-29T23:59:59+08:00',
    'true',
    't',
    'x'.repeat(5_000),
  ],
  ...['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
]

/** A cursor that no answer had, made from one of those that some had. */
export function forgedCursor(choices: Choices, cursors: readonly string[]): string {
  const real = cursors.length > 0 ? choices.oneOf(cursors) : 'W10'
  const base64url = (text: string) => Buffer.from(text).toString('base64url')
  const parts = JSON.parse(Buffer.from(real, 'base64url').toString()) as unknown[]
  const at = Math.min(1 + choices.below(Math.max(parts.length - 1, 1)), parts.length - 1)
  const withValue = (value: unknown) => base64url(JSON.stringify(parts.with(at, value)))
  switch (choices.below(8)) {
    case 0:
      return real.slice(0, choices.below(real.length))
    case 1:
      return nastyText(choices)
    case 2:
      return withValue(nastyText(choices))
    case 3:
      return withValue(choices.oneOf(wrongValues))
    case 4:
    case 5:
      return withValue(choices.oneOf(edgeValues))
    case 6:
      return base64url(
        choices.oneOf(['null', '[]', '{}', '[[]]', '{"length": 2}', '"x"', '[null, null]', '['.repeat(5_000)]),
      )
    default:
      return `${real}${choices.oneOf(['A', '=', '\0', real, '\n', "'"])}`
  }
}
