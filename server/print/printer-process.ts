import type { PrintedForm } from './printed-form.js'
import { FormRenderer } from './render-form.js'

/*
 * The process that prints, started by `form-printer.ts`. It keeps the compiler and its fonts out of the server's memory,
 * and whatever a document does to it, the server lives on: a thread could neither be stopped while the compiler is at work
 * nor keep its crash to itself.
 */

/** What the process answers; why something failed stays here, as messages of the compiler quote what people typed. */
export type PrinterAnswer = ({ readonly pdf: Uint8Array; readonly pages: number } | { readonly failed: true }) & {
  /** Bytes that the process holds. */
  readonly memory: number
}

const renderer = new FormRenderer()

process.on('message', async (form: PrintedForm) => {
  const printed = await renderer.render(form).catch(() => ({ failed: true }) as const)
  process.send?.({ ...printed, memory: process.memoryUsage.rss() } satisfies PrinterAnswer)
})

// The server is gone.
process.on('disconnect', () => process.exit())
