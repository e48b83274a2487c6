import { printableRanges } from './printable-ranges.js'

/** What is printed in place of a character that no font has: the sign that typesetters put for a missing type. */
const MISSING = '〓'

const starts: number[] = []
const ends: number[] = []
let end = 0
for (const range of printableRanges.trim().split(/\s+/)) {
  const [distance = '', more = '0'] = range.split('+')
  starts.push(end + Number.parseInt(distance, 36))
  end = (starts.at(-1) as number) + Number.parseInt(more, 36)
  ends.push(end)
}

/**
 * The characters of a text that the printed form can't show, each once: rare ones (𠮷), emoji, scripts that its fonts
 * don't have, and private use, which means nothing to anybody else.
 */
export function unprintable(text: string): string[] {
  return [...new Set(text)].filter((character) => !isPrintable(character))
}

/** The text as it is printed: 〓 for every character that can't be. */
export function replaceUnprintable(text: string): string {
  return unprintable(text).reduce((printed, character) => printed.replaceAll(character, MISSING), text)
}

function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (character === '\n' || character === '\r' || character === '\t') return true
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= code) low = middle + 1
    else high = middle
  }
  return low > 0 && code <= (ends[low - 1] as number)
}
