import type { Cell, Sheet } from 'write-excel-file/node'
import { type BudgetColumn, budgetColumns, budgetRows, computeBudget, fenOf } from '../../schema/rules/form/budget.js'
import { fieldsOfRow, type SectionOf } from '../../schema/rules/form/form.js'
import { type Fen, formatWan } from '../../schema/rules/money.js'
import { budgetSheet, headerOf, type ListSheet, labelOfRow, listSheets, printedSource } from './exchange-sheets.js'

type Row = Readonly<Record<string, unknown>>

/**
 * The tables of a budget as a workbook (XLSX): 12.1, 12.3, 12.4 and the equipment of 12.2, labelled as they are printed, in
 * 万元, with their sums. Every cell is a number or a text, none a formula: a text that begins with `=` stays one.
 */
export async function writeBudgetWorkbook(budget: SectionOf<'budget'>): Promise<Buffer> {
  // Loaded when somebody exports: it takes a moment, and servers start without.
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const sheets: Sheet<never>[] = [mainSheet(budget), ...listSheets.map((sheet) => listOf(sheet, budget))]
  return (await writeExcelFile(sheets).toBuffer()) as Buffer
}

function mainSheet(budget: SectionOf<'budget'>): Sheet<never> {
  const { rows } = computeBudget(budget)
  const amounts = budgetRows.map((row, at) => [
    textCell(String(at + 1)),
    textCell(labelOfRow(row)),
    ...budgetColumns.map((column) => amountCell(rows[row][column])),
  ])
  const header = budgetSheet.columns.map(headerCell)
  return {
    ...{ sheet: budgetSheet.name, columns: widths([8, 24, 16, 16, 16]) },
    data: [[titleCell(budgetSheet.title)], header, ...amounts],
  }
}

function listOf(list: ListSheet, budget: SectionOf<'budget'>): Sheet<never> {
  const rows = (budget[list.field] ?? []) as readonly Row[]
  const { plan, sources, equipmentItems } = computeBudget(budget)
  const sums = { equipmentItems: { amount: equipmentItems }, annualPlan: plan, fundingSources: { amount: sources } }
  const sumOf = (column: string) => (sums[list.field] as Readonly<Record<string, Fen | null>>)[column] ?? null
  const last = list.columns.map((column, at) => {
    if (at === 0) return headerCell(list.sumLabel)
    return list.sums.includes(column) ? amountCell(sumOf(column)) : null
  })
  return {
    ...{ sheet: list.name, columns: widths(list.columns.map((column) => (column === 'use' ? 40 : 20))) },
    data: [
      [titleCell(list.title)],
      list.columns.map((column) => headerCell(headerOf(list, column))),
      ...rows.map((row) => list.columns.map((column) => cellOf(list, column, row))),
      last,
    ],
  }
}

function cellOf({ row: type }: ListSheet, column: string, row: Row): Cell {
  if (column === 'total') return amountCell(totalOf(row))
  const value = row[column]
  if (value == null) return null
  const field = fieldsOfRow(type)[column]
  if (field?.type === 'money') return amountCell(fenOf(value as string))
  if (field?.type === 'int') return { value: Number(value), type: Number }
  if (field?.values) return textCell(printedSource(value as Parameters<typeof printedSource>[0]))
  return textCell(String(value))
}

function totalOf(row: Row): Fen | null {
  const parts = (['specialFunds', 'selfRaised'] satisfies BudgetColumn[]).map((name) => fenOf(row[name] as string))
  const known = parts.filter((amount) => amount !== null)
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0n)
}

/** An amount in 万元. The largest has 15 digits in fen, which is what spreadsheets keep of a number. */
function amountCell(fen: Fen | null): Cell {
  return fen === null ? null : { value: Number(formatWan(fen)), type: Number, format: '#,##0.00####' }
}

function textCell(value: string): Cell {
  return { value, type: String }
}

function headerCell(value: string): Cell {
  return { value, type: String, fontWeight: 'bold' }
}

function titleCell(value: string): Cell {
  return { value, type: String, fontWeight: 'bold', fontSize: 14 }
}

function widths(columns: readonly number[]): { width: number }[] {
  return columns.map((width) => ({ width }))
}
