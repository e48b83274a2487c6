import type { PrintedForm } from './printed-form.js'
import { FormRenderer } from './render-form.js'

/*
 * The process that prints, started by `form-printer.ts`. It keeps the compiler and its fonts out of the server's memory,
 * and whatever a document does to it, the server lives on: a thread could neither be stopped while the compiler is at work
 * nor keep its crash to itself.
 */

/** What the process answers; why something failed stays here, as messages of the compiler quote what people typed. */
export type PrinterAnswer = { readonly pdf: Uint8Array; readonly pages: number } | { readonly failed: true }

const renderer = new FormRenderer()

process.on('message', async (form: PrintedForm) => {
  let answer: PrinterAnswer
  try {
    answer = await renderer.render(form)
  } catch {
    answer = { failed: true }
  }
  process.send?.(answer)
})

// The server is gone.
process.on('disconnect', () => process.exit())
