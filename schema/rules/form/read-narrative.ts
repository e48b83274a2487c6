import { accept, type Checked } from '../issue.js'
import { readIssues } from './read-issues.js'

/**
 * Control characters other than tab and line feed, halves of a character and non-characters: what no page can show and no
 * database keeps. Signs of a symbol font (private use), as Word's bullets are, are left to the check for printing.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/u

/**
 * Reads a text of several paragraphs: composed characters (NFC), lines that end in a line feed, no blank lines at the
 * ends. Blanks at the end of a line stay, as two of them break it in Markdown.
 * @param longest in characters
 *
 * Refusals: NARRATIVE_TOO_LONG, TEXT_NOT_PRINTABLE.
 */
export function readNarrative(text: string, longest: number): Checked<string> {
  // Composing is slow for a book of marks, and the book is refused anyway.
  if (text.length > 4 * longest) return { ok: false, issues: [readIssues.narrativeTooLong(longest)] }
  const composed = text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/\ufeff/g, '')
    .trimEnd()
  const narrative = composed.slice(composed.lastIndexOf('\n', composed.search(/\S/)) + 1)
  const issues = []
  if (countCharacters(narrative) > longest) issues.push(readIssues.narrativeTooLong(longest))
  if (UNPRINTABLE.test(narrative)) issues.push(readIssues.notPrintable)
  return issues.length > 0 ? { ok: false, issues } : accept(narrative)
}

/** Characters as people count them roughly: a rare character outside the basic plane is one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
