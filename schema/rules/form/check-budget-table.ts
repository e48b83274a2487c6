import { type Issue, issue } from '../issue.js'
import type { Fen } from '../money.js'
import { type BudgetAmounts, type BudgetColumn, type BudgetRow, budgetColumns, budgetRows } from './budget.js'
import type { FormIssue } from './form-issue.js'

/** Table 12.1 as somebody typed it, sums included; null where nothing is typed. */
export type TypedBudgetTable = Readonly<Record<BudgetRow, BudgetAmounts>>

/**
 * Checks the sums of a table 12.1 that was typed elsewhere, such as in a spreadsheet. `path` is the row and the column.
 * Sums that were left out, and sums of amounts that are missing, are not compared.
 *
 * Issues: BUDGET_ROW_TOTAL_DIFFERS (total = special funds + self-raised), BUDGET_DIRECT_DIFFERS (2 = 3 + 5 + 6),
 * BUDGET_EXPENDITURE_DIFFERS (1 = 2 + 7), in every column.
 */
export function checkBudgetTable(table: TypedBudgetTable): FormIssue[] {
  const issues: FormIssue[] = []
  for (const row of budgetRows) {
    const { total, specialFunds, selfRaised } = table[row]
    if (differs(total, [specialFunds, selfRaised])) issues.push({ ...rowTotal, path: [row, 'total'] })
  }
  for (const column of budgetColumns) {
    const of = (...rows: BudgetRow[]) => rows.map((row) => table[row][column])
    compare('direct', column, of('equipment', 'operations', 'labour'), direct)
    compare('expenditure', column, of('direct', 'indirect'), expenditure)
  }
  return issues

  function compare(row: BudgetRow, column: BudgetColumn, parts: (Fen | null)[], found: Issue) {
    if (differs(table[row][column], parts)) issues.push({ ...found, path: [row, column] })
  }
}

function differs(sum: Fen | null, parts: readonly (Fen | null)[]): boolean {
  if (sum === null || parts.includes(null)) return false
  return sum !== parts.reduce((total: Fen, part) => total + (part ?? 0n), 0n)
}

const rowTotal = issue(
  'BUDGET_ROW_TOTAL_DIFFERS',
  '该行的合计不等于专项经费与自筹经费之和，请核对。',
  'The total of this row is not its special funds and self-raised funds together; check them.',
)
const direct = issue(
  'BUDGET_DIRECT_DIFFERS',
  '第 2 行“直接费用”不等于第 3、5、6 行之和，请核对；第 4 行已含在第 3 行内。',
  'Row 2, direct costs, is not rows 3, 5 and 6 together; check them. Row 4 is part of row 3.',
)
const expenditure = issue(
  'BUDGET_EXPENDITURE_DIFFERS',
  '第 1 行“经费支出”不等于第 2、7 行之和，请核对。',
  'Row 1, expenditure, is not rows 2 and 7 together; check them.',
)
