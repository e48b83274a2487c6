import { extractText, getDocumentProxy, getMeta } from 'unpdf'

/** What a PDF says: the text of its pages without blanks, which depend on how lines are set, and what it tells of itself. */
export async function readPdf(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(document)
  const pages = text.map((page) => page.replace(/[\s\u200b]+/g, ''))
  const { info } = await getMeta(document)
  const raw = Buffer.from(pdf).toString('latin1')
  return {
    pages,
    text: pages.join('\n'),
    info,
    raw,
    fonts: [...new Set([...raw.matchAll(/\/FontName ?\/([^\s/]+)/g)].map(([, name]) => name as string))].sort(),
  }
}

/** A text as `readPdf` gives it. */
export function withoutBlanks(text: string): string {
  return text.replace(/[\s\u200b]+/g, '')
}
