import { extractText, getDocumentProxy, getMeta } from 'unpdf'

/** What a PDF says: the text of its pages without blanks, which depend on how lines are set, and what it tells of itself. */
export async function readPdf(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(document)
  const pages = text.map((page) => page.replace(/[\s\u200b]+/g, ''))
  const { info } = await getMeta(document)
  const ends = await Promise.all(text.map((_, index) => endOf(document, index + 1)))
  const raw = Buffer.from(pdf).toString('latin1')
  return {
    pages,
    text: pages.join('\n'),
    info,
    /** Where the text of each page ends on the right, in points. */
    ends,
    raw,
    fonts: [...new Set([...raw.matchAll(/\/FontName ?\/([^\s/]+)/g)].map(([, name]) => name as string))].sort(),
  }
}

async function endOf(document: Awaited<ReturnType<typeof getDocumentProxy>>, page: number): Promise<number> {
  const { items } = await (await document.getPage(page)).getTextContent()
  const ends = items.flatMap((item) => {
    // What is turned is the watermark.
    const isLevel = 'str' in item && item.str.trim() !== '' && item.transform[1] === 0
    return isLevel ? [item.transform[4] + item.width] : []
  })
  return Math.max(0, ...ends)
}

/** A text as `readPdf` gives it. */
export function withoutBlanks(text: string): string {
  return text.replace(/[\s\u200b]+/g, '')
}
