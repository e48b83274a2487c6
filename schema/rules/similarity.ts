/**
 * How alike two texts in Chinese are, by pairs of neighbouring characters (domain: titles and contents of projects). It
 * finds edited copies; that something is alike is for a person to look at, and never a reason to refuse.
 */

/** Texts at least this much alike are told, unless the service is set otherwise. */
export const similarityThreshold = 0.45

/**
 * What doesn't count: blanks, punctuation, symbols, pictures. Named by their places in Unicode, so that a browser, a server
 * and a database of whatever version and language take the same.
 */
const dropped =
  /[\u{1}-\u{2f}\u{3a}-\u{40}\u{5b}-\u{60}\u{7b}-\u{bf}\u{d7}\u{f7}\u{2000}-\u{2bff}\u{2e00}-\u{2e7f}\u{3000}-\u{3004}\u{3008}-\u{3020}\u{3030}\u{303d}-\u{303f}\u{30fb}\u{fe00}-\u{fe6f}\u{feff}\u{fff0}-\u{ffff}\u{1f000}-\u{1faff}\u{e0000}-\u{e0fff}]+/gu

/**
 * The pairs of neighbouring characters of a text, each once. Full-width letters and digits are read as plain ones (NFKC),
 * Latin letters as small ones; blanks and punctuation are left out. A single character is a pair by itself.
 */
export function bigrams(text: string): ReadonlySet<string> {
  const normalised = text.normalize('NFKC').replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const signs = [...normalised.replace(dropped, '')]
  if (signs.length === 1) return new Set(signs)
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

/** Dice’s coefficient of two sets: twice what they share, by what both have; 0 of empty ones, 1 of equal ones. */
export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const size = one.size + other.size
  if (size === 0) return 0
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared++
  return (2 * shared) / size
}

/** How alike two texts are, from 0 to 1. */
export function similarity(one: string, other: string): number {
  return dice(bigrams(one), bigrams(other))
}

/**
 * What a set has to be like to be at least as alike to another of the given size as the threshold says. It has between
 * `least` and `most` pairs, and at least one of any `needed` pairs of the other: so a search may begin with the rarest.
 */
export function searchBounds(
  size: number,
  threshold: number,
): { readonly least: number; readonly most: number; readonly needed: number } {
  // 2·s / (n + m) ≥ t with s ≤ min(n, m); a hair is left for the rounding of floating point.
  const least = Math.max(1, Math.ceil((size * threshold) / (2 - threshold) - 1e-9))
  const most = Math.floor((size * (2 - threshold)) / threshold + 1e-9)
  return { least, most, needed: Math.max(0, size - least + 1) }
}
