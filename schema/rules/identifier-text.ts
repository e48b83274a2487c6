// Written out because React Native's engine doesn't parse \p{Pd} and \p{Cf} in every version still in use.
const DASHES = /[-\u058a\u2010-\u2015\u2212\u2e3a\u2e3b]/g
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** No identifier of ours is longer; a pasted page is not worth normalising. */
const LONGEST_INPUT = 100

/**
 * Text as typed or pasted, in one form: full-width characters become plain ones (NFKC), every dash a hyphen, every run of
 * blanks one space; invisible characters go. Over-long input becomes empty, which no format accepts.
 */
export function normaliseText(text: string): string {
  if (text.length > LONGEST_INPUT) return ''
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').replace(/\s+/g, ' ').trim()
}

/** An identifier in one form: as `normaliseText` does it, without spaces and dashes, letters in upper case. */
export function normaliseIdentifier(text: string): string {
  return normaliseText(text).replace(/[ -]/g, '').toUpperCase()
}
