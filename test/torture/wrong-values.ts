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

/** A cursor that no answer had, made from one of those that some had. */
export function forgedCursor(choices: Choices, cursors: readonly string[]): string {
  const real = cursors.length > 0 ? choices.oneOf(cursors) : 'W10'
  const base64url = (text: string) => Buffer.from(text).toString('base64url')
  const parts = JSON.parse(Buffer.from(real, 'base64url').toString()) as unknown[]
  const at = 1 + choices.below(Math.max(parts.length - 1, 1))
  switch (choices.below(6)) {
    case 0:
      return real.slice(0, choices.below(real.length))
    case 1:
      return nastyText(choices)
    case 2:
      return base64url(JSON.stringify(parts.with(Math.min(at, parts.length - 1), nastyText(choices))))
    case 3:
      return base64url(JSON.stringify(parts.with(Math.min(at, parts.length - 1), choices.oneOf(wrongValues))))
    case 4:
      return base64url(
        choices.oneOf(['null', '[]', '{}', '[[]]', '{"length": 2}', '"x"', '[null, null]', '['.repeat(5_000)]),
      )
    default:
      return `${real}${choices.oneOf(['A', '=', '\0', real, '\n', "'"])}`
  }
}
