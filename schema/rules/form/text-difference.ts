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
  // Words are looked for around what differs only: to find those of a long text takes a tenth of a second.
  const head = commonLength(before, after, (text, at) => text.charCodeAt(at))
  const start = wordPlace(before, head - surroundings)
  const rest = [before, after].map((text) => text.slice(start)) as [string, string]
  const tail = commonLength(...rest, (text, at) => text.charCodeAt(text.length - 1 - at))
  const cut = rest[0].length - wordPlace(rest[0], rest[0].length - tail + surroundings)
  const [old, now] = rest.map((text) => wordsOf(text.slice(0, text.length - cut))) as [string[], string[]]
  return [
    { kind: 'SAME', text: before.slice(0, start) },
    ...difference(old, now),
    { kind: 'SAME', text: before.slice(before.length - cut) },
  ]
}

/** Characters on either side of a change in which the words that it belongs to begin and end. */
const surroundings = 40

function commonLength(before: string, after: string, unitAt: (text: string, at: number) => number): number {
  const most = Math.min(before.length, after.length)
  let length = 0
  while (length < most && unitAt(before, length) === unitAt(after, length)) length++
  return length
}

/** A place inside a text, and not inside a character of two units. */
function wordPlace(text: string, at: number): number {
  const place = Math.min(Math.max(at, 0), text.length)
  return place > 0 && /[\uDC00-\uDFFF]/.test(text.charAt(place)) ? place - 1 : place
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
