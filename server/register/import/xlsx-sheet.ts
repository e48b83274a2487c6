import { issue } from '../../../schema/rules/issue.js'
import { type Cell, emptyCell, type SheetRow } from './sheet.js'
import { withoutEscapes, XmlScanner } from './xml-scanner.js'
import type { ZipArchive } from './zip-archive.js'

/** Columns that are read: no register has a quarter of them, and a sheet can have 16,384. */
const mostColumns = 100
/** Merged ranges that are noted; a sheet with more is a drawing. */
const mostRanges = 10_000

type Range = { readonly name: string; readonly from: Place; readonly to: Place }
type Place = { readonly row: number; readonly column: number }

export type SheetParts = {
  readonly texts: readonly string[]
  readonly dateStyles: ReadonlySet<string>
  readonly from1904: boolean
  readonly merged: readonly Range[]
}

/** The merged ranges of a sheet, which stand behind its rows. */
export async function readMergedRanges(zip: ZipArchive, sheet: string): Promise<Range[]> {
  const ranges: Range[] = []
  const scanner = new XmlScanner({
    open(name, attribute) {
      const range = name === 'mergeCell' && ranges.length < mostRanges ? attribute('ref') : undefined
      const [from, to] = range?.split(':') ?? []
      if (range && from && to) ranges.push({ name: range, from: placeOf(from), to: placeOf(to) })
    },
  })
  for await (const piece of zip.read(sheet)) scanner.write(piece)
  return ranges
}

/** Makes rows of a sheet's XML as it arrives. */
export class SheetScanner {
  readonly #xml: XmlScanner
  #cells: Cell[] = []
  #row = 0
  #column = 0
  #type = ''
  #style = ''
  #value: string | undefined
  #formula = false
  #into: 'value' | 'text' | undefined

  constructor(
    readonly parts: SheetParts,
    readonly onRow: (row: SheetRow) => void,
  ) {
    this.#xml = new XmlScanner({
      open: (name, attribute) => this.#open(name, attribute),
      close: (name) => this.#close(name),
      text: (text) => {
        if (this.#into) this.#value = (this.#value ?? '') + text
      },
    })
  }

  write(piece: Buffer): void {
    this.#xml.write(piece)
  }

  #open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') {
      this.#row = Number(attribute('r') ?? this.#row + 1)
      this.#column = 0
      this.#cells = []
    } else if (name === 'c') {
      const address = attribute('r')
      this.#column = address === undefined ? this.#column + 1 : placeOf(address).column
      this.#type = attribute('t') ?? 'n'
      this.#style = attribute('s') ?? ''
      this.#value = undefined
      this.#formula = false
    } else if (name === 'f') this.#formula = true
    else if (name === 'v') this.#into = 'value'
    else if (name === 't' && this.#type === 'inlineStr') this.#into = 'text'
    else if (name === 'rPh') this.#into = undefined
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#into = undefined
    else if (name === 'c' && this.#column <= mostColumns) this.#cells[this.#column - 1] = this.#cell()
    else if (name === 'row') this.#finishRow()
  }

  #finishRow(): void {
    const number = this.#row
    for (const { name, from, to } of this.parts.merged) {
      if (number < from.row || number > to.row) continue
      for (let column = from.column; column <= Math.min(to.column, mostColumns); column++) {
        this.#cells[column - 1] = { text: this.#cells[column - 1]?.text ?? '', issue: mergedCells(name) }
      }
    }
    const cells = Array.from(this.#cells, (cell) => cell ?? emptyCell)
    if (cells.some(({ text, issue: found }) => text !== '' || found)) this.onRow({ number, cells })
  }

  #cell(): Cell {
    const value = this.#value
    if (value === undefined) return this.#formula ? { text: '', issue: neverWorkedOut } : emptyCell
    switch (this.#type) {
      case 's':
        return { text: this.parts.texts[Number(value)] ?? '' }
      case 'e':
        return { text: '', issue: showsError }
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE' }
      case 'd':
        return { text: value.slice(0, 10) }
      case 'n':
        return this.parts.dateStyles.has(this.#style)
          ? { text: dayOf(Number(value), this.parts.from1904) }
          : { text: /e/i.test(value) ? plainNumber(Number(value)) : value, number: true }
      default:
        return { text: withoutEscapes(value) }
    }
  }
}

/** Days since the end of 1899, in which spreadsheets count a 29 February 1900, or since the beginning of 1904. */
export function dayOf(serial: number, from1904 = false): string {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  const since1970 = days - 25_569 + (days < 60 ? 1 : 0)
  const date = new Date(since1970 * 86_400_000)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

function plainNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
}

function placeOf(address: string): Place {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address) ?? []
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits), column }
}

const mergedCells = (range: string) =>
  issue(
    'CELLS_MERGED',
    `单元格 ${range} 已合并，无法确定各行的值；请取消合并并逐行填写。`,
    `The cells ${range} are merged, so that nobody knows what each row says; unmerge them and fill in every row.`,
  )

const neverWorkedOut = issue(
  'CELL_ERROR',
  '单元格中的公式没有计算结果；请在表格软件中打开并保存，或改填值本身。',
  'The cell’s formula was never worked out; open and save the file in a spreadsheet, or put the value itself there.',
)

const showsError = issue(
  'CELL_ERROR',
  '单元格显示错误值（如 #N/A）；请改正。',
  'The cell shows an error such as #N/A; correct it.',
)
