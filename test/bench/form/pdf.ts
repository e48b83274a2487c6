import { FormPrinter } from '../../../server/print/form-printer.js'
import { longForm, printedForm } from '../../print/printed-forms.js'

/** What printing a full form costs: 15 people, 5 partners and some thirty pages of text (invented). */
export type PdfFigures = {
  /** The first print, the start of the process included, in milliseconds. */
  readonly coldMs: number
  /** Median of further prints, each of another title, so that none is remembered. */
  readonly warmMs: number
  readonly bytes: number
  readonly pages: number
}

/** Measures the printing of a form by the process that the server prints with. */
export async function measurePdf(prints = 9): Promise<PdfFigures> {
  const printer = new FormPrinter()
  const print = async (title: string) => {
    const form = longForm()
    const start = performance.now()
    const printed = await printer.print(printedForm({ ...form, cover: { ...form.cover, title } }))
    if (!printed.ok) throw new Error(printed.issues[0]?.message.en)
    return { ms: performance.now() - start, ...printed.value }
  }
  try {
    const cold = await print('虚构项目')
    const times: number[] = []
    for (let number = 1; number <= prints; number += 1) times.push((await print(`虚构项目之${number}`)).ms)
    const warmMs = times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN
    return { coldMs: cold.ms, warmMs, bytes: cold.pdf.length, pages: cold.pages }
  } finally {
    printer.close()
  }
}
