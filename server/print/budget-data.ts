import { labels } from '../../schema/labels.js'
import { type BudgetAmounts, type BudgetRow, budgetRows, computeBudget, fenOf } from '../../schema/rules/form/budget.js'
import type { SectionOf } from '../../schema/rules/form/form.js'
import { padRows, wan } from './cells.js'

/** Years that the form has rows for, when fewer are planned. */
const YEAR_ROWS = 3

/** The rows of table 12.1 as they are printed. */
const rowNames: Record<BudgetRow, string> = {
  expenditure: '经费支出',
  direct: '（一）直接费用',
  equipment: '1.设备费',
  purchasedEquipment: '其中：购置设备费',
  operations: '2.业务费',
  labour: '3.劳务费',
  indirect: '（二）间接费用',
}

/** Section 12 for the template, amounts in 万元. */
export function budgetData(budget: SectionOf<'budget'>) {
  const { rows, plan } = computeBudget(budget)
  return {
    rows: budgetRows.map((row, index) => ({
      number: String(index + 1),
      name: rowNames[row],
      ...amounts(rows[row]),
    })),
    equipment: (budget.equipmentItems ?? []).map(({ name, model, quantity, amount, use }) => ({
      name: name ?? '',
      model: model ?? '',
      quantity: quantity == null ? '' : String(quantity),
      amount: wan(fenOf(amount)),
      use: use ?? '',
    })),
    years: padRows(budget.annualPlan ?? [], YEAR_ROWS, {}).map(({ year, ...typed }) => ({
      year: year == null ? '' : `${year}年`,
      ...amounts(computeBudget({ annualPlan: [typed] }).plan),
    })),
    total: amounts(plan),
    // Without a source the form has one certificate to be filled in by hand.
    sources: padRows(budget.fundingSources ?? [], 1, {}).map(({ funder, amount, kind, kindOther, use }) => ({
      funder: funder ?? '',
      amount: wan(fenOf(amount)),
      kind: kind ? [fundsLabel(kind), kindOther].filter(Boolean).join('：') : '',
      use: use ?? '',
    })),
  }
}

function fundsLabel(kind: keyof typeof labels.OwnFundsSource): string {
  const { code, 'zh-CN': name } = labels.OwnFundsSource[kind]
  return `${code}、${name}`
}

function amounts({ total, specialFunds, selfRaised }: BudgetAmounts) {
  return { total: wan(total), specialFunds: wan(specialFunds), selfRaised: wan(selfRaised) }
}
