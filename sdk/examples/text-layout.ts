/** Columns that a terminal needs for a text: two for Chinese characters and full-width signs, one for others. */
export function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + signWidth(sign), 0)
}

/** The text with spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Breaks a text into lines: between words, and between Chinese characters, but never before a closing sign. */
export function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const piece of text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? pieces(line) : ['\n', ...pieces(line)]))) {
    const line = lines.at(-1) ?? ''
    if (piece === '\n') lines.push('')
    else if (line === '' || widthOf(line + piece.trimEnd()) <= width) lines[lines.length - 1] = line + piece
    else lines.push(piece)
  }
  return lines.flatMap((line) => cut(line.trimEnd(), width))
}

/** Columns side by side; `widths` are in terminal columns, texts are wrapped inside. */
export function row(cells: readonly string[], widths: readonly number[]): string {
  const columns = cells.map((cell, index) => wrap(cell, widths[index] ?? 0))
  const height = Math.max(...columns.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  ).join('\n')
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

function signWidth(sign: string): number {
  return wide.test(sign) ? 2 : 1
}

/** What must not be torn apart: a word with its space, or a Chinese character with the signs that open and close it. */
function pieces(text: string): string[] {
  return (
    text.match(/[（“《]*[\u2e80-\uffef][，。；：、）”》！？]*|[^\s\u2e80-\uffef]+[，。；：、）”》！？]*\s*|\s+/g) ?? []
  )
}

/** A single word that is longer than the line. */
function cut(line: string, width: number): string[] {
  const lines = ['']
  for (const sign of line) {
    const last = lines.at(-1) ?? ''
    if (last === '' || widthOf(last) + signWidth(sign) <= width) lines[lines.length - 1] = last + sign
    else lines.push(sign)
  }
  return lines
}
