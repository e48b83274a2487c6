import { FORMULA_MASK, type MarkdownPhrase, type NarrativeSource } from './narrative-source.js'
import { attachmentOf, isWebAddress } from './narrative-targets.js'

/** A piece of a line. */
export type NarrativeInline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly NarrativeInline[] }
  /** An address of the web, http or https, with the text that stands for it. */
  | { readonly type: 'link'; readonly url: string; readonly children: readonly NarrativeInline[] }
  /** A formula in TeX without its dollars; `display`: in a line of its own. */
  | { readonly type: 'formula'; readonly tex: string; readonly display: boolean }
  /** An image among the application's attachments: the key of its row. */
  | { readonly type: 'image'; readonly attachment: string; readonly caption: string }
  | { readonly type: 'break' }

/** One to three asterisks, which may begin or end what is emphasised. */
type Marker = { readonly marker: string; readonly opens: boolean; readonly closes: boolean }
type Piece = NarrativeInline | Marker

/**
 * Pieces of a text. A line ends where it was typed. Emphasis is read here and not by Markdown, for which
 * `**研究目标：**建立` has no end of the emphasis, and which takes seconds for a page of asterisks: `**` begins before
 * a character and ends behind one, `*` likewise but not inside a word or a product such as 2*3*4; `_` means nothing.
 */
export function readInline(nodes: readonly MarkdownPhrase[], source: NarrativeSource): NarrativeInline[] {
  const pieces: Piece[] = []
  for (const node of nodes) {
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? from
    if (node.type === 'text') scanText(source, from, to, pieces)
    else if (node.type === 'break') pieces.push({ type: 'break' })
    else pieces.push(readNode(node, source) ?? { type: 'text', text: source.text.slice(from, to) })
  }
  return pairMarkers(pieces)
}

function readNode(node: MarkdownPhrase, source: NarrativeSource): NarrativeInline | undefined {
  if (node.type === 'link' && isWebAddress(node.url) && !node.url.includes(FORMULA_MASK))
    return { type: 'link', url: node.url, children: readInline(node.children, source) }
  if (node.type !== 'image') return undefined
  const attachment = attachmentOf(node.url)
  if (attachment === undefined || node.alt?.includes(FORMULA_MASK)) return undefined
  return { type: 'image', attachment, caption: (node.alt ?? '').trim() }
}

function scanText({ text, formulas }: NarrativeSource, from: number, to: number, pieces: Piece[]) {
  let plain = ''
  const flush = () => {
    if (plain !== '') pieces.push({ type: 'text', text: plain })
    plain = ''
  }
  for (let at = from; at < to; ) {
    const formulaEnd = formulas.get(at)
    const rest = text.slice(at, at + 2)
    if (formulaEnd !== undefined) {
      flush()
      pieces.push(formula(text.slice(at, formulaEnd)))
      at = formulaEnd
    } else if (/^\\[!-/:-@[-`{-~]/.test(rest)) {
      plain += rest[1]
      at += 2
    } else if (rest[0] === '\n') {
      plain = plain.replace(/ +$/, '')
      flush()
      pieces.push({ type: 'break' })
      at += 1
      while (text[at] === ' ') at += 1
    } else if (rest[0] === '*') {
      flush()
      const [marker = ''] = /^\*+/.exec(text.slice(at, to)) ?? []
      pieces.push(markerAt(text, at, marker))
      at += marker.length
    } else {
      plain += rest[0]
      at += 1
    }
  }
  flush()
}

function formula(source: string): NarrativeInline {
  const display = source.startsWith('$$')
  const dollars = display ? 2 : 1
  return { type: 'formula', tex: source.slice(dollars, -dollars).trim(), display }
}

function markerAt(text: string, at: number, marker: string): Piece {
  if (marker.length > 3) return { type: 'text', text: marker }
  const before = text[at - 1] ?? ' '
  const after = text[at + marker.length] ?? ' '
  const inWord = marker.length === 1 && /[\dA-Za-z]/.test(before) && /[\dA-Za-z]/.test(after)
  return { marker, opens: !/\s/.test(after) && !inWord, closes: !/\s/.test(before) && !inWord }
}

/** Puts what stands between two markers of a kind under one node; a marker without a partner is text. */
function pairMarkers(pieces: readonly Piece[]): NarrativeInline[] {
  const done: Piece[] = []
  const open = new Map<string, number>()
  for (const piece of pieces) {
    if (!('marker' in piece)) {
      done.push(piece)
      continue
    }
    const start = open.get(piece.marker)
    if (piece.closes && start !== undefined && start < done.length - 1) {
      const children = done.splice(start).slice(1).map(asText)
      done.push(emphasised(piece.marker, joinTexts(children)))
      for (const [marker, index] of open) if (index >= start) open.delete(marker)
    } else {
      if (piece.opens && start === undefined) open.set(piece.marker, done.length)
      done.push(piece)
    }
  }
  return joinTexts(done.map(asText))
}

function emphasised(marker: string, children: NarrativeInline[]): NarrativeInline {
  if (marker === '*') return { type: 'emphasis', children }
  const strong: NarrativeInline = { type: 'strong', children }
  return marker === '**' ? strong : { type: 'emphasis', children: [strong] }
}

function asText(piece: Piece): NarrativeInline {
  return 'marker' in piece ? { type: 'text', text: piece.marker } : piece
}

function joinTexts(pieces: readonly NarrativeInline[]): NarrativeInline[] {
  const joined: NarrativeInline[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}
