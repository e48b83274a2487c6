/** No identifier of ours is longer; a pasted page is not worth normalising. */
const LONGEST_INPUT = 100

/**
 * An identifier as typed or pasted, brought into one form: full-width characters become plain ones (NFKC), letters upper
 * case, spaces, dashes and invisible characters go. Over-long input becomes empty, which no format accepts.
 */
export function normaliseIdentifier(text: string): string {
  if (text.length > LONGEST_INPUT) return ''
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .toUpperCase()
}
