import { accept, type Checked, refuse } from './issue.js'

export type LineIssueCode = 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'TEXT_NOT_PRINTABLE'

/**
 * Control characters, halves of a character, private use and non-characters; line breaks and tabs count as blanks here.
 * Written out because React Native's engine doesn't parse classes such as \p{Cc} in every version still in use.
 */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff]/u
/** Marks that only say in which direction or how closely to write; in a name they are leftovers of copying. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/**
 * Reads a text of one line, such as a name or an address: composed characters (NFC), single blanks, none at the ends.
 * Full-width signs stay, as registered names have them.
 * @param longest in characters
 *
 * Refusals: TEXT_EMPTY, TEXT_TOO_LONG, TEXT_NOT_PRINTABLE.
 */
export function parseLine(text: string, longest: number): Checked<string, LineIssueCode> {
  // Composing is slow for a page of marks, and the page is refused anyway.
  if (text.length > 10 * longest) return tooLong(longest)
  const line = text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
  if (line === '') return refuse('TEXT_EMPTY', '不能为空，请填写。', 'This must not be empty; fill it in.')
  if ([...line].length > longest) return tooLong(longest)
  if (UNPRINTABLE.test(line)) {
    return refuse(
      'TEXT_NOT_PRINTABLE',
      '含有无法显示的字符，请重新输入，不要从其他文件粘贴。',
      'It has characters that can not be printed; type it instead of pasting it.',
    )
  }
  return accept(line)
}

function tooLong(longest: number) {
  return refuse('TEXT_TOO_LONG', `内容过长，最多 ${longest} 个字。`, `It is too long: at most ${longest} characters.`)
}
