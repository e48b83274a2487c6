import { accept, type Checked } from '../issue.js'
import { checkNarrative } from './narrative.js'

/**
 * Reads a text of several paragraphs: composed characters (NFC), lines that end in a line feed, no blank lines at the
 * ends. Blanks at the end of a line stay, as two of them break it in Markdown.
 * Refusals: those of `checkNarrative`.
 */
export function readNarrativeText(text: string, maxCharacters: number): Checked<string> {
  // Composing is slow for a book of marks, and the book is refused anyway.
  const narrative = text.length > 4 * maxCharacters ? text : normalise(text)
  const issues = checkNarrative(narrative, { maxCharacters })
  return issues.length > 0 ? { ok: false, issues } : accept(narrative)
}

function normalise(text: string): string {
  const composed = text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/\ufeff/g, '')
    .trimEnd()
  return composed.slice(composed.lastIndexOf('\n', composed.search(/\S/)) + 1)
}
