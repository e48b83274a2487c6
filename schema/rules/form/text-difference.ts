import { type Run, shortestEdit } from './shortest-edit.js'

/** A piece of a text that stands in both, only in the older, or only in the newer. */
export type TextPiece = { readonly kind: Run['kind']; readonly text: string }

/** Edits that are looked for among lines and words; beyond, the texts are told as a whole. A few hundredths of a second. */
const mostEdits = 1_000

/**
 * What was changed in a text, word by word; Chinese by its words, too. Lines that were changed are found first, then the
 * words in them. SAME and REMOVED in a row are the older text, SAME and ADDED the newer one. A part with more than 1,000
 * edits is told as removed and added.
 */
export function textDifference(before: string, after: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let [removed, added] = ['', '']
  const tellWords = () => {
    pieces.push(...wordDifference(removed, added))
    removed = added = ''
  }
  for (const { kind, text } of difference(linesOf(before), linesOf(after))) {
    if (kind === 'REMOVED') removed += text
    else if (kind === 'ADDED') added += text
    else {
      tellWords()
      pieces.push({ kind, text })
    }
  }
  tellWords()
  return joined(pieces)
}

function wordDifference(before: string, after: string): TextPiece[] {
  if (before === '' || after === '') return whole(before, after)
  return difference(wordsOf(before), wordsOf(after))
}

function difference(before: readonly string[], after: readonly string[]): TextPiece[] {
  const runs = shortestEdit(before, after, mostEdits)
  if (!runs) return whole(before.join(''), after.join(''))
  return runs.map(({ kind, from, to }) => ({
    kind,
    text: (kind === 'ADDED' ? after : before).slice(from, to).join(''),
  }))
}

function whole(before: string, after: string): TextPiece[] {
  return [
    { kind: 'REMOVED', text: before },
    { kind: 'ADDED', text: after },
  ]
}

/** Each with the end of its line. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Without empty pieces and without two of a kind in a row; what was removed comes before what was added in its place. */
function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const result: TextPiece[] = []
  let [removed, added] = ['', '']
  const tell = (kind: Run['kind'], text: string) => {
    if (text !== '') result.push({ kind, text })
  }
  const tellChange = () => {
    tell('REMOVED', removed)
    tell('ADDED', added)
    removed = added = ''
  }
  let same = ''
  for (const { kind, text } of pieces) {
    if (kind === 'SAME') {
      tellChange()
      same += text
    } else {
      tell('SAME', same)
      same = ''
      if (kind === 'REMOVED') removed += text
      else added += text
    }
  }
  tellChange()
  tell('SAME', same)
  return result
}
