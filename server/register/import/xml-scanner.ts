import { damaged } from './zip-archive.js'

/** What a scanner tells of: names without their prefix. */
export type XmlHandler = {
  open?(name: string, attribute: (name: string) => string | undefined): void
  close?(name: string): void
  text?(text: string): void
}

/** No tag or piece of text of a spreadsheet is longer; Excel's cells end at 32,767 characters. */
const longestPiece = 1_000_000

/**
 * Reads the XML of spreadsheets as it arrives: elements, attributes and text. Document types, and with them entities of a
 * document's own, are refused.
 */
export class XmlScanner {
  #rest = ''
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })

  constructor(readonly handler: XmlHandler) {}

  /** @throws {UnreadableFile} */
  write(piece: Buffer): void {
    const xml = this.#rest + this.#decoder.decode(piece, { stream: true })
    let at = 0
    for (;;) {
      const open = xml.indexOf('<', at)
      if (open < 0) break
      const end = tagEnd(xml, open)
      if (end < 0) break
      if (open > at) this.handler.text?.(unescaped(xml.slice(at, open)))
      this.#tag(xml.slice(open, end))
      at = end
    }
    this.#rest = xml.slice(at)
    if (this.#rest.length > longestPiece) throw damaged()
  }

  #tag(tag: string): void {
    if (tag.startsWith('<!DOCTYPE')) throw damaged()
    if (tag.startsWith('<![CDATA[')) return this.handler.text?.(tag.slice(9, -3))
    if (tag.startsWith('<!') || tag.startsWith('<?')) return
    if (tag.startsWith('</')) return this.handler.close?.(local(tag.slice(2, -1).trim()))
    const selfClosing = tag.endsWith('/>')
    const inner = tag.slice(1, selfClosing ? -2 : -1)
    const blank = inner.search(/\s/)
    const name = local(blank < 0 ? inner : inner.slice(0, blank))
    this.handler.open?.(name, (wanted) => (blank < 0 ? undefined : attributeOf(inner, wanted)))
    if (selfClosing) this.handler.close?.(name)
  }
}

/** Just after a tag; -1 if it isn't complete. */
function tagEnd(xml: string, open: number): number {
  if (xml.startsWith('<!--', open)) return after(xml, '-->', open)
  if (xml.startsWith('<![CDATA[', open)) return after(xml, ']]>', open)
  let at = open
  for (;;) {
    const close = xml.indexOf('>', at)
    if (close < 0) return -1
    // A value may hold a bracket: then the quotes before it don't match.
    const quotes = xml.slice(open, close).replace(/"[^"]*"|'[^']*'/g, '')
    if (!/["']/.test(quotes)) return close + 1
    at = close + 1
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributeOf(inner: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inner)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}

/** A character that XML can't hold or that has been written by its number, as spreadsheets do it (ECMA-376, 22.9.2.19). */
export function withoutEscapes(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole
    const code = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
