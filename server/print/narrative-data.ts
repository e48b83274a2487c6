import type { NarrativeInline } from '../../schema/rules/form/narrative-inline.js'
import type { NarrativeNode } from '../../schema/rules/form/parse-narrative.js'
import type { PlacedImage } from './print-image.js'

/** What narratives need from outside: which formulas can be set, and where the images are. */
export type NarrativeContext = {
  /** A formula of TeX in Typst's notation; undefined when it can't be set. */
  readonly formulaOf: (tex: string) => string | undefined
  /** Path and width of an attachment's image; undefined when there is none that can be printed. */
  readonly imageOf: (attachment: string) => PlacedImage | undefined
}

/** A narrative as the template takes it: trees of plain data. */
export function narrativeData(nodes: readonly NarrativeNode[], context: NarrativeContext): object[] {
  return nodes.map((node) => blockData(node, context))
}

/** The formulas of a narrative, in TeX. */
export function formulasOf(nodes: readonly NarrativeNode[]): string[] {
  const found: string[] = []
  const formulaOf = (tex: string) => {
    found.push(tex)
    return undefined
  }
  narrativeData(nodes, { formulaOf, imageOf: () => undefined })
  return found
}

function blockData(node: NarrativeNode, context: NarrativeContext): object {
  const inline = (nodes: readonly NarrativeInline[]) => nodes.map((child) => inlineData(child, context))
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { type: node.type, children: inline(node.children) }
    case 'rule':
      return node
    case 'list':
      return { ...node, items: node.items.map((item) => item.map((block) => blockData(block, context))) }
    case 'table':
      return {
        type: 'table',
        align: node.align.map((side) => side ?? 'left'),
        weights: node.align.map((_, column) => weightOf(node.rows.map((row) => row[column] ?? []))),
        rows: node.rows.map((row) => row.map(inline)),
      }
  }
}

function inlineData(node: NarrativeInline, context: NarrativeContext): object {
  const children = (nodes: readonly NarrativeInline[]) => nodes.map((child) => inlineData(child, context))
  switch (node.type) {
    case 'strong':
    case 'emphasis':
      return { type: node.type, children: children(node.children) }
    case 'link': {
      // On paper an address is only of use when it can be read.
      const isShown =
        node.children.length === 1 && node.children[0]?.type === 'text' && node.children[0].text === node.url
      return { type: 'link', address: isShown ? null : node.url, children: children(node.children) }
    }
    case 'formula': {
      const code = context.formulaOf(node.tex)
      if (code !== undefined) return { type: 'formula', code, display: node.display }
      const dollars = node.display ? '$$' : '$'
      return { type: 'text', text: dollars + node.tex + dollars }
    }
    case 'image': {
      const image = context.imageOf(node.attachment)
      return { type: 'image', path: image?.path ?? null, width: image?.width ?? null, caption: node.caption }
    }
    default:
      return node
  }
}

/** How wide a column is against the others: by its longest cell, none so narrow that it breaks every character. */
function weightOf(cells: readonly (readonly NarrativeInline[])[]): number {
  return Math.min(Math.max(4, ...cells.map(lengthOf)), 24)
}

function lengthOf(nodes: readonly NarrativeInline[]): number {
  return nodes.reduce((length, node) => length + (node.type === 'text' ? node.text.length : 4), 0)
}
