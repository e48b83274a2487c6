import { type NarrativeInline, readInline } from './narrative-inline.js'
import { type MarkdownBlock, type NarrativeSource, readNarrative } from './narrative-source.js'
import { splitPastedTables } from './pasted-tables.js'

/** A block of a narrative. */
export type NarrativeNode =
  | { readonly type: 'paragraph'; readonly children: readonly NarrativeInline[] }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly NarrativeInline[] }
  /** `start`: the number of the first item; null for a list without numbers. */
  | { readonly type: 'list'; readonly start: number | null; readonly items: readonly (readonly NarrativeNode[])[] }
  /** The first row is the head; every row has as many cells as `align`. */
  | { readonly type: 'table'; readonly align: readonly Alignment[]; readonly rows: readonly TableRow[] }
  | { readonly type: 'rule' }

export type Alignment = 'left' | 'center' | 'right' | null
export type TableRow = readonly (readonly NarrativeInline[])[]

type ListItem = Extract<MarkdownBlock, { type: 'list' }>['children'][number]

/** Lists in lists that are read as such; deeper ones stay as they were typed. */
export const DEEPEST_LIST = 6

/**
 * Reads a narrative, text in a subset of Markdown: paragraphs (a line ends where it was typed), headings, lists, tables
 * (also pasted ones, with tabs between the columns), bold and italic, links, formulas in TeX between dollars, images of
 * the application as `![caption](attachment:key)`. What isn't allowed comes back as the text that was typed, and
 * `checkNarrative` tells about it.
 */
export function parseNarrative(text: string): NarrativeNode[] {
  // Marks without a width are leftovers of copying.
  const source = readNarrative(text.replace(/[\u00ad\u200b\u2060\ufeff]/g, ''))
  return source.tree.children.flatMap((block) => readBlock(block, source, 0))
}

function readBlock(block: MarkdownBlock, source: NarrativeSource, depth: number): NarrativeNode[] {
  switch (block.type) {
    case 'paragraph': {
      const children = readInline(block.children, source)
      return depth === 0 ? splitPastedTables(children) : [{ type: 'paragraph', children }]
    }
    case 'heading':
      return [{ type: 'heading', level: block.depth, children: readInline(block.children, source) }]
    case 'thematicBreak':
      return [{ type: 'rule' }]
    case 'list':
      if (depth === DEEPEST_LIST) break
      return [
        {
          type: 'list',
          start: block.ordered ? (block.start ?? 1) : null,
          items: block.children.map((item) => readItem(item, source, depth + 1)),
        },
      ]
    case 'table': {
      const align = block.align ?? []
      const rows = block.children.map((row) => row.children.map((cell) => readInline(cell.children, source)))
      return [{ type: 'table', align, rows: rows.map((row) => align.map((_, column) => row[column] ?? [])) }]
    }
  }
  return [{ type: 'paragraph', children: typed(block, source) }]
}

function readItem(item: ListItem, source: NarrativeSource, depth: number): NarrativeNode[] {
  return item.children.flatMap((block) => readBlock(block, source, depth))
}

function typed({ position }: MarkdownBlock, { text }: NarrativeSource): NarrativeInline[] {
  const lines = text.slice(position?.start.offset, position?.end.offset).trim().split('\n')
  return lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ type: 'break' } as const]),
    { type: 'text', text: line } as const,
  ])
}
