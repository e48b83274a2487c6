/** Letters after a backslash in a double-quoted text that stand for several characters of source. */
const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/**
 * Where a character of a YAML text stands in the file. Reading folds lines, drops indentation and undoes quotes, so
 * text and source are walked side by side: characters that aren't blanks come in the same order in both.
 *
 * @param source the whole file
 * @param start offset of the scalar: its quote, its `|` or `>`, or its first character
 * @param value the text that was read
 * @param index character of the text; its length or more means just after its last character
 * @returns the offset in the file
 */
export function scalarPosition(source: string, start: number, value: string, index: number): number {
  const opening = source[start]
  const quote = opening === '"' || opening === "'" ? opening : ''
  let at = start
  if (quote) at += 1
  else if (opening === '|' || opening === '>') at = Math.max(source.indexOf('\n', start), start) + 1

  let last = at
  for (let i = 0; i < value.length; i += 1) {
    const letter = value[i] ?? ''
    if (/\s/.test(letter) && source[at] !== '\\') {
      if (i >= index) return at
      continue
    }
    while (/\s/.test(source[at] ?? '')) at += 1
    // A backslash at the end of a line joins it with the next one.
    while (quote === '"' && /^\\\r?\n/.test(source.slice(at, at + 3))) {
      at += 1
      while (/\s/.test(source[at] ?? '')) at += 1
    }
    if (i >= index) return at
    at += widthInSource(source, at, quote)
    last = at
  }
  return last
}

function widthInSource(source: string, at: number, quote: string): number {
  if (quote === "'" && source[at] === "'") return 2
  if (quote === '"' && source[at] === '\\') return 2 + (HEX_ESCAPES[source[at + 1] ?? ''] ?? 0)
  return 1
}
