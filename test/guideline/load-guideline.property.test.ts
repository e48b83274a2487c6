import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { loadGuideline } from '../../server/guideline/load-guideline.js'
import { scalarPosition } from '../../server/guideline/scalar-position.js'
import { valmarText } from './valmar-file.js'

const lines = valmarText.split('\n')
const scraps = [
  '',
  ' ',
  '\t',
  ':',
  ': ',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '|',
  '>-',
  '&a',
  '*a',
  '!!int',
  '#',
  '---',
  '0x1',
  '1e9',
  'null',
  '~',
  '西',
  '\u0000',
  '\ud800',
  '<<: x',
  'require: 1 +',
]

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(valmarText.length), scrap: fc.constantFrom(...scraps) }),
  fc.record({
    kind: fc.constant('delete' as const),
    at: fc.nat(valmarText.length),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({ kind: fc.constant('move' as const), from: fc.nat(lines.length - 1), to: fc.nat(lines.length - 1) }),
)

function mutate(text: string, change: typeof mutation extends fc.Arbitrary<infer M> ? M : never): string {
  if (change.kind === 'insert') return text.slice(0, change.at) + change.scrap + text.slice(change.at)
  if (change.kind === 'delete') return text.slice(0, change.at) + text.slice(change.at + change.length)
  const moved = text.split('\n')
  moved.splice(change.to, 0, ...moved.splice(change.from, 1))
  return moved.join('\n')
}

/** Every problem stands in the text and says something in both languages. */
function expectAnswer(text: string): void {
  const loaded = loadGuideline(text, 'x.yaml')
  const count = text.split('\n').length
  const problems = loaded.ok ? loaded.warnings : loaded.problems
  if (!loaded.ok) expect(problems.length).toBeGreaterThan(0)
  for (const { line, column, message } of problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(count)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(message['zh-CN']).toMatch(/\p{Script=Han}/u)
    expect(message.en).toMatch(/\w.*[.?]/)
  }
}

it('answers whatever is broken, and never throws', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (changes) => {
      expectAnswer(changes.reduce(mutate, valmarText))
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('answers any value in any place', () => {
  const document = parseDocument(valmarText)
  const places: (string | number)[][] = []
  const walk = (node: unknown, path: (string | number)[]) => {
    places.push(path)
    if (isMap(node))
      for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? String(key.value) : ''])
    if (isSeq(node)) node.items.forEach((item, i) => void walk(item, [...path, i]))
  }
  walk(document.contents, [])
  fc.assert(
    fc.property(fc.constantFrom(...places.slice(1)), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
      const broken = parseDocument(valmarText)
      broken.setIn(path, value)
      expectAnswer(broken.toString())
    }),
    { numRuns: 150 },
  )
}, 60_000)

it('finds every character of a text where it stands, however the text is quoted', () => {
  const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const
  const words = fc.array(fc.stringMatching(/^[a-z"'\\&|(){}é条]{1,12}$/), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(words, fc.constantFrom(...styles), fc.constantFrom(' ', '\n'), (parts, type, gap) => {
      const text = parts.join(gap)
      const made = parseDocument('rules:\n  - require: x\n')
      const node = made.getIn(['rules', 0, 'require'], true)
      if (!isScalar(node)) throw new Error('a scalar was put there')
      node.value = text
      node.type = type
      const source = made.toString()
      const read = parseDocument(source).getIn(['rules', 0, 'require'], true)
      if (!isScalar(read) || typeof read.value !== 'string' || !read.range) throw new Error('it reads back')
      for (const [i, letter] of [...read.value].entries()) {
        if (/\s/.test(letter)) continue
        const at = scalarPosition(source, read.range[0], read.value, i)
        const found = source[at] === '\\' && read.type === 'QUOTE_DOUBLE' ? source[at + 1] : source[at]
        expect(found, `${i} of ${source}`).toBe(letter)
      }
    }),
    { numRuns: 300 },
  )
})
