import type { ErrorCode } from '../../schema/error-codes.js'
import {
  type BudgetAmounts,
  type BudgetColumn,
  type BudgetRow,
  budgetColumns,
  budgetRows,
} from '../../schema/rules/form/budget.js'
import { checkBudgetTable } from '../../schema/rules/form/check-budget-table.js'
import { fieldsOfRow } from '../../schema/rules/form/form.js'
import { type Issue, issue } from '../../schema/rules/issue.js'
import { type Fen, fenFromWan, formatMoney } from '../../schema/rules/money.js'
import type { CellProblem } from '../../schema/types/exchange.js'
import { type Cell, emptyCell, type SheetRow } from '../register/import/sheet.js'
import { addressOf, budgetSheet, headerOf, type ListSheet, plain, rowOfLabel, sourceOf } from './exchange-sheets.js'

/** What a sheet says of the budget, and where each of its values stands. */
export type SheetReading = {
  readonly content: Readonly<Record<string, unknown>>
  readonly problems: readonly CellProblem[]
  /** Sheet and cell by the path of the field, e.g. `annualPlan.0.year`. */
  readonly places: ReadonlyMap<string, Place>
}

type Place = { readonly sheet: string; readonly cell: string }

/** Rows among which the header is looked for. */
const headerRows = 10

/** Reads the sheet of table 12.1 and compares the sums in it with what its rows come to. */
export function readMainSheet(rows: readonly SheetRow[]): SheetReading {
  const sheet = new SheetReader(budgetSheet.name)
  const header = sheet.findHeader(rows, budgetSheet.columns)
  if (!header) return sheet.reading({})
  const amounts = new Map<BudgetRow, BudgetAmounts>()
  const lines = new Map<BudgetRow, number>()
  for (const { number, cells } of header.below) {
    const label = sheet.text(cells, budgetSheet.labelPlace, number)
    const row = rowOfLabel(label)
    if (!row || lines.has(row)) {
      if (cells.some(({ text }) => text.trim() !== '')) sheet.refuse(unknownRow, budgetSheet.labelPlace, number)
      continue
    }
    lines.set(row, number)
    const at = (column: BudgetColumn) => sheet.amount(cells, budgetSheet.placeOf[column], number)
    amounts.set(row, { total: at('total'), specialFunds: at('specialFunds'), selfRaised: at('selfRaised') })
    for (const column of budgetColumns) sheet.place(`${row}.${column}`, budgetSheet.placeOf[column], number)
  }
  const table = Object.fromEntries(budgetRows.map((row) => [row, amounts.get(row) ?? nothing]))
  for (const { path, ...found } of checkBudgetTable(table as Record<BudgetRow, BudgetAmounts>)) {
    const [row, column] = path as [BudgetRow, BudgetColumn]
    sheet.refuse(found, budgetSheet.placeOf[column], lines.get(row) ?? 0)
  }
  const typed = budgetRows.filter((row) => row !== 'expenditure' && row !== 'direct')
  return sheet.reading(
    Object.fromEntries(
      typed.map((row) => {
        const { specialFunds, selfRaised } = table[row] ?? nothing
        return [row, { specialFunds: moneyOf(specialFunds), selfRaised: moneyOf(selfRaised) }]
      }),
    ),
  )
}

/** Reads the sheet of one of the lists, to the row with its sums, which are compared. */
export function readListSheet(list: ListSheet, rows: readonly SheetRow[]): SheetReading {
  const sheet = new SheetReader(list.name)
  const headers = list.columns.map((column) => headerOf(list, column))
  const header = sheet.findHeader(rows, headers)
  if (!header) return sheet.reading({ [list.field]: [] })
  const read: Record<string, unknown>[] = []
  const sums = new Map<string, Fen | null>(list.sums.map((column) => [column, 0n]))
  for (const { number, cells } of header.below) {
    if (plain(cells[0]?.text ?? '') === plain(list.sumLabel)) {
      list.columns.forEach((column, place) => {
        const sum = sums.get(column)
        const typed = list.sums.includes(column) ? sheet.amount(cells, place, number) : null
        if (typed !== null && sum != null && typed !== sum) sheet.refuse(wrongSum, place, number)
      })
      continue
    }
    const { values, amounts } = readRow(sheet, list, cells, number, `${list.field}.${read.length}`)
    read.push(values)
    for (const [column, sum] of sums) {
      const amount = amounts.get(column) ?? null
      sums.set(column, sum === null || amount === null ? null : sum + amount)
    }
  }
  return sheet.reading({ [list.field]: read })
}

function readRow(sheet: SheetReader, list: ListSheet, cells: readonly Cell[], number: number, at: string) {
  const values: Record<string, unknown> = {}
  const amounts = new Map<string, Fen | null>()
  sheet.place(at, 0, number)
  list.columns.forEach((column, place) => {
    const field = fieldsOfRow(list.row)[column]
    sheet.place(`${at}.${column}`, place, number)
    if (column === 'total' || field?.type === 'money') {
      const amount = sheet.amount(cells, place, number)
      amounts.set(column, amount)
      if (column !== 'total') values[column] = moneyOf(amount)
      return
    }
    const text = sheet.text(cells, place, number)
    if (text === '') return
    // What is no whole number goes on as a text, and the reader of the section refuses it.
    if (field?.type === 'int') values[column] = /^-?\d{1,15}$/.test(text) ? Number(text) : text
    else values[column] = field?.values ? sourceOf(text) : text
  })
  const { total, specialFunds, selfRaised } = Object.fromEntries(amounts)
  if (total != null && specialFunds != null && selfRaised != null && total !== specialFunds + selfRaised) {
    sheet.refuse(wrongTotal, list.columns.indexOf('total'), number)
  }
  return { values, amounts }
}

/** Reads cells of one sheet, and notes what is wrong with them. */
class SheetReader {
  readonly #problems: CellProblem[] = []
  readonly #places = new Map<string, Place>()

  constructor(readonly name: string) {}

  /** The rows below the header. The sheet has to say above it that it counts in 万元. */
  findHeader(
    rows: readonly SheetRow[],
    headers: readonly string[],
  ): { readonly below: readonly SheetRow[] } | undefined {
    const at = rows.findIndex(
      ({ number, cells }) =>
        number <= headerRows && headers.every((header, place) => plain(cells[place]?.text ?? '') === plain(header)),
    )
    if (at < 0) {
      this.#problems.push(cellProblem(noHeader(headers), this.name, null))
      return undefined
    }
    const above = rows.slice(0, at).flatMap(({ cells }) => cells)
    if (!above.some(({ text }) => text.includes('万元'))) {
      this.#problems.push(cellProblem(noUnit, this.name, 'A1'))
      return undefined
    }
    return {
      below: rows
        .slice(at + 1)
        .filter(({ cells }) => cells.some(({ text, issue: found }) => text.trim() !== '' || found)),
    }
  }

  text(cells: readonly Cell[], place: number, row: number): string {
    const { text, issue: found } = cells[place] ?? emptyCell
    if (found) this.refuse(found, place, row)
    return text.trim()
  }

  /** An amount in 万元; null for none, and for one that is refused. */
  amount(cells: readonly Cell[], place: number, row: number): Fen | null {
    const cell = cells[place] ?? emptyCell
    const text = this.text(cells, place, row)
    if (text === '' || cell.issue) return null
    const read = fenFromWan(cell.number ? decimalOf(text) : text)
    if (read.ok) return read.value
    for (const found of read.issues) this.refuse(found, place, row)
    return null
  }

  refuse(found: Issue, place: number, row: number): void {
    this.#problems.push(cellProblem(found, this.name, addressOf(place, row)))
  }

  place(path: string, place: number, row: number): void {
    this.#places.set(path, { sheet: this.name, cell: addressOf(place, row) })
  }

  reading(content: Readonly<Record<string, unknown>>): SheetReading {
    return { content, problems: this.#problems, places: this.#places }
  }
}

/** A problem at a cell; null for the whole sheet or workbook. */
export function cellProblem({ code, message }: Issue, sheet: string | null, cell: string | null): CellProblem {
  return { sheet, cell, code: code as ErrorCode, message }
}

/**
 * A spreadsheet's number as people see it: files have it with 17 digits, of which the last two are the machine's
 * (0.1 + 0.2 is 0.30000000000000004); spreadsheets show and keep 15.
 */
function decimalOf(text: string): string {
  const number = Number(Number(text).toPrecision(15))
  const written = String(number)
  return /e-/.test(written) ? number.toFixed(20).replace(/0+$/, '') : written
}

function moneyOf(fen: Fen | null): string | null {
  return fen === null ? null : formatMoney(fen)
}

const nothing: BudgetAmounts = { total: null, specialFunds: null, selfRaised: null }

const unknownRow = issue(
  'BUDGET_ROW_UNKNOWN',
  '该行不是 12.1 的项目，或与上面的行重复；请使用导出的工作簿，不要增删行或改动项目名称。',
  'The row is none of table 12.1, or there is one like it above; use the exported workbook, and leave its rows and their names as they are.',
)
const noUnit = issue(
  'BUDGET_UNIT_UNKNOWN',
  '表头上方没有注明“单位：万元”，无法确定金额的单位；请使用导出的工作簿。',
  'Nothing above the header says 单位：万元 (unit: 10,000 yuan), so the unit isn’t known; use the exported workbook.',
)
const noHeader = (headers: readonly string[]) =>
  issue(
    'HEADER_MISSING',
    `前 ${headerRows} 行中找不到表头（${headers.join('、')}）；请使用导出的工作簿，不要增删列。`,
    `None of the first ${headerRows} rows is the header (${headers.join(', ')}); use the exported workbook, and leave its columns as they are.`,
  )
const wrongTotal = issue(
  'BUDGET_ROW_TOTAL_DIFFERS',
  '该行的合计不等于专项经费与自筹经费之和，请核对。',
  'The total of this row is not its special funds and self-raised funds together; check them.',
)
const wrongSum = issue(
  'BUDGET_SUM_DIFFERS',
  '该列的合计不等于各行之和，请核对。',
  'The sum of this column is not its rows together; check them.',
)
