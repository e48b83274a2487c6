import { type Fen, parseMoney } from '../money.js'
import type { RowOf, SectionOf } from './form.js'

/** Rows of table 12.1, in the print's order; 1, 2 and every total are computed. */
export const budgetRows = [
  'expenditure',
  'direct',
  'equipment',
  'purchasedEquipment',
  'operations',
  'labour',
  'indirect',
] as const
export type BudgetRow = (typeof budgetRows)[number]

/** Columns of tables 12.1 and 12.3. */
export const budgetColumns = ['total', 'specialFunds', 'selfRaised'] as const
export type BudgetColumn = (typeof budgetColumns)[number]

/** Amounts in whole fen; null while nothing is filled in that they are made of. */
export type BudgetAmounts = Readonly<Record<BudgetColumn, Fen | null>>

/** Everything in section 12 that is computed and never typed. */
export type ComputedBudget = {
  readonly rows: Readonly<Record<BudgetRow, BudgetAmounts>>
  /** Both amounts of the rows 3, 5, 6 and 7 are filled in, so that row 1 is final. */
  readonly complete: boolean
  /** Sums of 12.3. */
  readonly plan: BudgetAmounts
  /** Every year of 12.3 has both amounts. */
  readonly planComplete: boolean
  /** 12.3 less row 1; null while either is. */
  readonly planDifference: BudgetAmounts
  /** Sum of 12.4. */
  readonly sources: Fen | null
  /** Every source of 12.4 has its amount. */
  readonly sourcesComplete: boolean
  /** 12.4 less the self-raised funds of row 1; null while either is. */
  readonly sourcesDifference: Fen | null
  /** Sum of the equipment that is listed. */
  readonly equipmentItems: Fen | null
}

type Typed = RowOf<'BudgetAmounts'> | null | undefined

/**
 * Works out the totals of a budget: row 2 = 3 + 5 + 6, row 1 = 2 + 7, total = special funds + self-raised; exact, in fen.
 * What isn't filled in yet counts for nothing, so the sums grow as the table does. Row 4 is part of row 3.
 */
export function computeBudget(budget: SectionOf<'budget'>): ComputedBudget {
  const equipment = amountsOf(budget.equipment)
  const operations = amountsOf(budget.operations)
  const labour = amountsOf(budget.labour)
  const indirect = amountsOf(budget.indirect)
  const direct = sumOfRows([equipment, operations, labour])
  const expenditure = sumOfRows([direct, indirect])
  const years = (budget.annualPlan ?? []).map(amountsOf)
  const plan = sumOfRows(years)
  const sources = (budget.fundingSources ?? []).map(({ amount }) => fenOf(amount))
  return {
    rows: {
      ...{ expenditure, direct, equipment, operations, labour, indirect },
      purchasedEquipment: amountsOf(budget.purchasedEquipment),
    },
    complete: [equipment, operations, labour, indirect].every(isComplete),
    plan,
    planComplete: years.every(isComplete),
    planDifference: {
      total: difference(plan.total, expenditure.total),
      specialFunds: difference(plan.specialFunds, expenditure.specialFunds),
      selfRaised: difference(plan.selfRaised, expenditure.selfRaised),
    },
    sources: sumOf(sources),
    sourcesComplete: sources.every((amount) => amount !== null),
    sourcesDifference: difference(sumOf(sources), expenditure.selfRaised),
    equipmentItems: sumOf((budget.equipmentItems ?? []).map(({ amount }) => fenOf(amount))),
  }
}

/** An amount of a form in fen; null for none, and for what no section can be saved with. */
export function fenOf(amount: string | null | undefined): Fen | null {
  if (amount == null) return null
  const parsed = parseMoney(amount)
  return parsed.ok ? parsed.value : null
}

/** Per cent of a whole with two decimals, a half rounded up, such as '12.35'; null of nothing. */
export function shareOf(part: Fen | null, whole: Fen | null): string | null {
  if (part === null || whole === null || whole <= 0n) return null
  const hundredths = (part * 20_000n + whole) / (whole * 2n)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}

function amountsOf(typed: Typed): BudgetAmounts {
  const specialFunds = fenOf(typed?.specialFunds)
  const selfRaised = fenOf(typed?.selfRaised)
  return { total: sumOf([specialFunds, selfRaised]), specialFunds, selfRaised }
}

function isComplete({ specialFunds, selfRaised }: BudgetAmounts): boolean {
  return specialFunds !== null && selfRaised !== null
}

function sumOfRows(rows: readonly BudgetAmounts[]): BudgetAmounts {
  return {
    total: sumOf(rows.map(({ total }) => total)),
    specialFunds: sumOf(rows.map(({ specialFunds }) => specialFunds)),
    selfRaised: sumOf(rows.map(({ selfRaised }) => selfRaised)),
  }
}

function sumOf(amounts: readonly (Fen | null)[]): Fen | null {
  return amounts.reduce((sum, amount) => (amount === null ? sum : (sum ?? 0n) + amount), null)
}

function difference(amount: Fen | null, from: Fen | null): Fen | null {
  return amount === null || from === null ? null : amount - from
}
