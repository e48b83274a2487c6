import fc from 'fast-check'
import type { Choices } from './choices.js'

const pieces = [
  ...[
    "'",
    '"',
    '\\',
    ';',
    '--',
    '$1',
    '$$',
    '/*',
    '*/',
    '::',
    '\n',
    '%',
    '_',
    '{',
    '}',
    ',',
    "E'",
    '`',
    '<',
    '../',
    '\t',
  ],
  ...[
    ' or 1=1 ',
    "'; drop table guideline; --",
    "' union select password from pg_shadow --",
    '") { id } }',
    'pg_sleep(9)',
  ],
  ...[
    '\0',
    '\ud800',
    '\udc00',
    '\u2028',
    '\ufeff',
    '\u00e9',
    'e\u0301',
    '申',
    '😀',
    'ÿ',
    '\x7f',
    '\u202e',
    '__proto__',
    'null',
    '1e9',
  ],
]
const pieced = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((some) => some.join(''))
/** Text that is code in SQL, JSON, GraphQL or a shell, or that no database can hold. */
export const someNastyText = fc.oneof(
  { arbitrary: pieced, weight: 4 },
  fc.string({ unit: 'binary' }),
  fc.constant('x'.repeat(10_000)),
)

/** One of them, by the choices of a run. */
export function nastyText(choices: Choices): string {
  return choices.generate(someNastyText)
}
