import type { BudgetRow as BudgetRowCode } from '../../schema/enums.js'
import { type BudgetAmounts, budgetRows, computeBudget, shareOf } from '../../schema/rules/form/budget.js'
import type { SectionOf } from '../../schema/rules/form/form.js'
import { type Fen, formatMoney } from '../../schema/rules/money.js'
import type { BudgetSummary, BudgetSums } from '../../schema/types/completeness.js'

/** What is computed of a stored section 12. */
export function budgetSummaryOf(budget: SectionOf<'budget'>): BudgetSummary {
  const { rows, complete, plan, planDifference, sources, sourcesDifference, equipmentItems } = computeBudget(budget)
  const { total, specialFunds, selfRaised } = rows.expenditure
  return {
    rows: budgetRows.map((row) => ({
      row: row.replace(/[A-Z]/g, '_$&').toUpperCase() as BudgetRowCode,
      ...sums(rows[row]),
      share: shareOf(rows[row].total, total),
    })),
    complete,
    specialFundsShare: shareOf(specialFunds, total),
    selfRaisedShare: shareOf(selfRaised, total),
    plan: sums(plan),
    planDifference: sums(planDifference),
    sources: money(sources),
    sourcesDifference: money(sourcesDifference),
    equipmentItems: money(equipmentItems),
  }
}

function sums({ total, specialFunds, selfRaised }: BudgetAmounts): BudgetSums {
  return { total: money(total), specialFunds: money(specialFunds), selfRaised: money(selfRaised) }
}

function money(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount)
}
