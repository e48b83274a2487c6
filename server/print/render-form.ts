import { replaceUnprintable } from '../../schema/rules/form/unprintable.js'
import { formData, readNarratives } from './form-data.js'
import { formulasOf } from './narrative-data.js'
import { type PlacedImage, printImage } from './print-image.js'
import type { PrintedForm } from './printed-form.js'
import { typesetFormula } from './typeset-formula.js'
import { Typst, TypstError } from './typst.js'

/** Formulas that are remembered. */
const MOST_FORMULAS = 10_000

/** Renders forms, one after the other. */
export class FormRenderer {
  readonly #typst = new Typst()
  /** Formulas that were tried already: TeX, and what Typst sets of it. */
  readonly #formulas = new Map<string, string | undefined>()

  /**
   * The form as a PDF/A-2u; the same form gives the same bytes. Characters that no font has are printed as 〓, formulas
   * that can't be set as they were typed.
   * @throws TypstError
   */
  async render(printed: PrintedForm): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
    const form = printable(printed)
    const narratives = readNarratives(form.form)
    this.#tryFormulas(Object.values(narratives).flatMap(formulasOf))
    const images = await this.#placeImages(form)
    const data = formData(form, narratives, {
      formulaOf: (tex) => this.#formulas.get(tex),
      imageOf: (attachment) => images.get(attachment),
    })
    try {
      return this.#typst.pdf('form.typ', { form: JSON.stringify(data) })
    } finally {
      this.#typst.clear()
    }
  }

  /** One formula that doesn't compile would fail the whole document, so they are tried before: all at once, then by halves. */
  #tryFormulas(formulas: readonly string[]) {
    if (this.#formulas.size > MOST_FORMULAS) this.#formulas.clear()
    const untried = [...new Set(formulas)].filter((tex) => !this.#formulas.has(tex))
    const codes = new Map(untried.map((tex) => [tex, typesetFormula(tex)]))
    const good = this.#compilingOf([...new Set(codes.values())].filter((code) => code !== undefined))
    for (const [tex, code] of codes) this.#formulas.set(tex, code !== undefined && good.has(code) ? code : undefined)
  }

  #compilingOf(codes: readonly string[]): Set<string> {
    if (codes.length === 0 || this.#compiles(codes)) return new Set(codes)
    if (codes.length === 1) return new Set()
    const half = codes.length >> 1
    return new Set([...this.#compilingOf(codes.slice(0, half)), ...this.#compilingOf(codes.slice(half))])
  }

  #compiles(formulas: readonly string[]): boolean {
    try {
      this.#typst.pdf('formulas.typ', { formulas: JSON.stringify(formulas) })
      return true
    } catch (error) {
      if (error instanceof TypstError) return false
      throw error
    }
  }

  async #placeImages({ attachments }: PrintedForm): Promise<Map<string, PlacedImage>> {
    const placed = new Map<string, PlacedImage>()
    for (const [index, { key, image }] of attachments.entries()) {
      const ready = image && (await printImage(image))
      if (!ready) continue
      const path = `image-${index}.${ready.suffix}`
      this.#typst.place(path, ready.content)
      placed.set(key, { path, width: ready.width })
    }
    return placed
  }
}

/** A copy whose texts have only characters that the fonts have. */
function printable<Value>(value: Value): Value {
  if (typeof value === 'string') return replaceUnprintable(value) as Value
  if (Array.isArray(value)) return value.map(printable) as Value
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, printable(each)])) as Value
}
