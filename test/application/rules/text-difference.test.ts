import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortestEdit } from '../../../schema/rules/form/shortest-edit.js'
import { type TextPiece, textDifference } from '../../../schema/rules/form/text-difference.js'

const textOf = (pieces: readonly TextPiece[], kind: 'REMOVED' | 'ADDED') =>
  pieces.flatMap((piece) => (piece.kind === 'SAME' || piece.kind === kind ? [piece.text] : [])).join('')

test('a word that was exchanged is told as a word', () => {
  expect(textDifference('本项目研究盐湖提锂工艺。', '本项目研究盐湖提钾工艺。')).toEqual([
    { kind: 'SAME', text: expect.stringMatching(/^本项目研究盐湖/) },
    { kind: 'REMOVED', text: expect.stringContaining('锂') },
    { kind: 'ADDED', text: expect.stringContaining('钾') },
    { kind: 'SAME', text: '工艺。' },
  ])
  expect(textDifference('one two three', 'one three')).toEqual([
    { kind: 'SAME', text: 'one ' },
    { kind: 'REMOVED', text: 'two ' },
    { kind: 'SAME', text: 'three' },
  ])
  expect(textDifference('同样', '同样')).toEqual([{ kind: 'SAME', text: '同样' }])
  expect(textDifference('', '新')).toEqual([{ kind: 'ADDED', text: '新' }])
})

test('a paragraph put between two others leaves these alone', () => {
  expect(textDifference('甲段\n\n丙段', '甲段\n\n乙段\n\n丙段')).toEqual([
    { kind: 'SAME', text: '甲段\n\n' },
    { kind: 'ADDED', text: '乙段\n\n' },
    { kind: 'SAME', text: '丙段' },
  ])
})

const text = fc
  .array(fc.constantFrom('锂', '钾', '盐湖', '工艺', 'word ', '，', '\n', '𠮷', '👩‍👩‍👧'), { maxLength: 40 })
  .map((words) => words.join(''))

test('the pieces of any two texts are these texts, and no two of a kind follow each other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = textDifference(before, after)
      expect(textOf(pieces, 'REMOVED')).toBe(before)
      expect(textOf(pieces, 'ADDED')).toBe(after)
      for (const [at, { kind, text }] of pieces.entries()) {
        expect(text).not.toBe('')
        expect(pieces[at - 1]?.kind).not.toBe(kind)
      }
    }),
    { numRuns: 500 },
  )
})

test('no difference has more edits than are needed', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 })
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const runs = shortestEdit(before, after, 100) ?? []
      const edits = runs.reduce((sum, { kind, from, to }) => sum + (kind === 'SAME' ? 0 : to - from), 0)
      expect(edits).toBe(before.length + after.length - 2 * longestCommon(before, after))
    }),
  )
})

/** By the table of the textbooks. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  const row = new Array<number>(other.length + 1).fill(0)
  for (const letter of one) {
    let diagonal = 0
    for (const [at, second] of other.entries()) {
      const above = row[at + 1] as number
      row[at + 1] = letter === second ? diagonal + 1 : Math.max(above, row[at] as number)
      diagonal = above
    }
  }
  return row.at(-1) as number
}

test('a word in the middle of a long paragraph is found, with characters of two units around it', () => {
  const around = '𠮷盐湖'.repeat(500)
  expect(textDifference(`${around}old${around}`, `${around}new${around}`)).toEqual([
    { kind: 'SAME', text: around },
    { kind: 'REMOVED', text: 'old' },
    { kind: 'ADDED', text: 'new' },
    { kind: 'SAME', text: around },
  ])
})

test('two texts of fifty thousand characters that have nothing in common take no noticeable time', () => {
  const made = (letters: string) =>
    Array.from({ length: 50_000 }, (_, at) => letters[(at * at) % letters.length]).join('')
  const [before, after] = [made('锂钾钠镁盐湖提取'), made('数字经济平台建设')]
  textDifference('预热', '准备')
  const start = performance.now()
  const pieces = textDifference(before, after)
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(textOf(pieces, 'REMOVED')).toBe(before)
  expect(textOf(pieces, 'ADDED')).toBe(after)
})
