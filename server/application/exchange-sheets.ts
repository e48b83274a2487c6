import { labels } from '../../schema/labels.js'
import { type BudgetColumn, type BudgetRow, budgetRows } from '../../schema/rules/form/budget.js'
import { fieldsOfRow, fieldsOfSection } from '../../schema/rules/form/form.js'

/*
 * How the budget's tables stand in a workbook: one sheet each, a title with the unit, a header, the rows. What is printed is
 * the form's own; amounts are in 万元, as there.
 */

/** The sheet of table 12.1, with the rows and columns of the print. */
export const budgetSheet = {
  name: '12.1 支出预算',
  title: '12.1支出预算明细表（单位：万元）',
  columns: ['序号', '项目', '合计', '专项经费', '自筹经费'],
  /** Columns of amounts, counted from 0. */
  placeOf: { total: 2, specialFunds: 3, selfRaised: 4 } satisfies Record<BudgetColumn, number>,
  labelPlace: 1,
} as const

/** As the form prints a row of 12.1. */
export function labelOfRow(row: BudgetRow): string {
  if (row === 'expenditure') return '经费支出'
  if (row === 'direct') return '（一）直接费用'
  return fieldsOfSection('budget')[row]?.['zh-CN'] ?? row
}

/** The row of 12.1 that a label means, with whatever blanks and brackets; undefined for none. */
export function rowOfLabel(label: string): BudgetRow | undefined {
  const written = plain(label)
  return budgetRows.find((row) => plain(labelOfRow(row)) === written)
}

/** A table of rows, each with its key in the last column, so that it stays the row that it is. */
export type ListSheet = {
  readonly name: string
  readonly title: string
  readonly field: 'equipmentItems' | 'annualPlan' | 'fundingSources'
  readonly row: 'EquipmentItem' | 'YearPlan' | 'FundingSource'
  /** Fields of the row; `total` is computed. */
  readonly columns: readonly string[]
  /** Columns with a sum in the last row. */
  readonly sums: readonly string[]
  readonly sumLabel: string
}

export const listSheets: readonly ListSheet[] = [
  {
    name: '12.2 设备',
    title: '12.2 50万元以上的设备（单位：万元）',
    field: 'equipmentItems',
    row: 'EquipmentItem',
    columns: ['name', 'model', 'quantity', 'amount', 'use', 'key'],
    sums: ['amount'],
    sumLabel: '合计',
  },
  {
    name: '12.3 分年度投资计划',
    title: '12.3分年度投资计划（单位：万元）',
    field: 'annualPlan',
    row: 'YearPlan',
    columns: ['year', 'total', 'specialFunds', 'selfRaised', 'key'],
    sums: ['total', 'specialFunds', 'selfRaised'],
    sumLabel: '项目总投资',
  },
  {
    name: '12.4 自筹经费来源',
    title: '12.4项目自筹经费来源（单位：万元）',
    field: 'fundingSources',
    row: 'FundingSource',
    columns: ['funder', 'amount', 'kind', 'kindOther', 'use', 'key'],
    sums: ['amount'],
    sumLabel: '合计',
  },
]

/** As a list's column is headed. */
export function headerOf({ row }: ListSheet, column: string): string {
  if (column === 'total') return '合计'
  if (column === 'key') return '行标识（请勿修改）'
  return fieldsOfRow(row)[column]?.['zh-CN'] ?? column
}

/** As a source of own funds is printed: `2、单位自有货币资金`. */
export function printedSource(kind: keyof typeof labels.OwnFundsSource): string {
  const { code, 'zh-CN': text } = labels.OwnFundsSource[kind]
  return `${code}、${text}`
}

/** The source of own funds that a cell means: by its value, its printed code or its label. Others stay as they are. */
export function sourceOf(text: string): string {
  const written = plain(text)
  const found = Object.entries(labels.OwnFundsSource).find(([kind, { code, 'zh-CN': zh, en }]) =>
    [kind, code, zh, en, `${code}${zh}`].some((name) => plain(name) === written),
  )
  return found?.[0] ?? text
}

/** Without blanks, brackets and signs, so that what looks alike is alike. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*请勿修改[^)]*\)|[\s\p{P}]/gu, '')
    .toLowerCase()
}

/** `D5`, for a column counted from 0 and a row as spreadsheets count. */
export function addressOf(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`
}
