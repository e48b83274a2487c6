import type { NarrativeInline } from './narrative-inline.js'
import type { NarrativeNode, TableRow } from './parse-narrative.js'

/**
 * A table that is pasted from Word or Excel comes as lines with tabs between the cells. Two such lines or more in a row
 * become a table; the lines before and after it stay a paragraph.
 */
export function splitPastedTables(children: readonly NarrativeInline[]): NarrativeNode[] {
  const lines = splitAtBreaks(children)
  const nodes: NarrativeNode[] = []
  for (let at = 0; at < lines.length; ) {
    const isTable = hasCells(lines, at) && hasCells(lines, at + 1)
    const from = at
    if (isTable) while (hasCells(lines, at)) at += 1
    else while (at < lines.length && !(hasCells(lines, at) && hasCells(lines, at + 1))) at += 1
    const run = lines.slice(from, at)
    nodes.push(isTable ? tableOf(run) : { type: 'paragraph', children: joinWithBreaks(run) })
  }
  return nodes
}

type Line = readonly NarrativeInline[]

function splitAtBreaks(children: readonly NarrativeInline[]): Line[] {
  const lines: NarrativeInline[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return lines
}

function joinWithBreaks(lines: readonly Line[]): NarrativeInline[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' } as const, ...line]))
}

/** A tab at the start of a line only moves it in. */
function hasCells(lines: readonly Line[], index: number): boolean {
  const line = lines[index] ?? []
  return cellsOf(line).filter((cell) => cell.length > 0).length > 1
}

function cellsOf(line: Line): NarrativeInline[][] {
  const cells: NarrativeInline[][] = [[]]
  for (const child of line) {
    if (child.type !== 'text') {
      cells.at(-1)?.push(child)
      continue
    }
    for (const [index, part] of child.text.split('\t').entries()) {
      if (index > 0) cells.push([])
      if (part.trim() !== '') cells.at(-1)?.push({ type: 'text', text: part })
    }
  }
  return cells
}

function tableOf(lines: readonly Line[]): NarrativeNode {
  const rows: TableRow[] = lines.map(cellsOf)
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, () => null)
  return { type: 'table', align: columns, rows: rows.map((row) => columns.map((_, column) => row[column] ?? [])) }
}
