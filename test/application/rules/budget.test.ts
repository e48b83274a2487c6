import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errorCodes } from '../../../schema/error-codes.js'
import { budgetColumns, budgetRows, computeBudget, shareOf } from '../../../schema/rules/form/budget.js'
import { checkBudgetTable, type TypedBudgetTable } from '../../../schema/rules/form/check-budget-table.js'
import { checkForm } from '../../../schema/rules/form/check-form.js'
import type { SectionOf } from '../../../schema/rules/form/form.js'
import { formatMoney } from '../../../schema/rules/money.js'
import { fullForm } from '../full-form.js'
import { formContext } from './form-context.js'

type Budget = SectionOf<'budget'>

/** Amounts in yuan by row of the full form, worked out by hand. */
const byHand = {
  expenditure: ['3900000.00', '1500000.00', '2400000.00'],
  direct: ['3600000.75', '1400000.50', '2200000.25'],
  equipment: ['1800000.00', '600000.00', '1200000.00'],
  purchasedEquipment: ['1400000.00', '500000.00', '900000.00'],
  operations: ['1200000.75', '500000.50', '700000.25'],
  labour: ['600000.00', '300000.00', '300000.00'],
  indirect: ['299999.25', '99999.50', '199999.75'],
}

test('the totals of the full form are those worked out by hand', () => {
  const computed = computeBudget(fullForm().budget)
  const rows = budgetRows.map((row) => [
    row,
    budgetColumns.map((column) => formatMoney(computed.rows[row][column] ?? -1n)),
  ])
  expect(Object.fromEntries(rows)).toEqual(byHand)
  expect(computed).toMatchObject({
    complete: true,
    planComplete: true,
    plan: { total: 390_000_000n, specialFunds: 150_000_000n, selfRaised: 240_000_000n },
    planDifference: { total: 0n, specialFunds: 0n, selfRaised: 0n },
    sources: 240_000_000n,
    sourcesDifference: 0n,
    equipmentItems: 80_000_000n,
  })
})

test('an empty budget has no totals, a begun one those of what is there', () => {
  const none = { total: null, specialFunds: null, selfRaised: null }
  expect(computeBudget({})).toMatchObject({ complete: false, rows: { expenditure: none }, plan: none, sources: null })
  const begun = computeBudget({ labour: { specialFunds: '1.00' }, annualPlan: [{ year: 2027 }], fundingSources: [{}] })
  expect(begun).toMatchObject({
    complete: false,
    rows: { expenditure: { total: 100n, specialFunds: 100n, selfRaised: null }, indirect: none },
    planComplete: false,
    planDifference: none,
    sourcesComplete: false,
    sourcesDifference: null,
  })
})

test.each([
  [1n, 3n, '33.33'],
  [2n, 3n, '66.67'],
  [1n, 20_000n, '0.01'],
  [1n, 20_001n, '0.00'],
  [0n, 5n, '0.00'],
  [5n, 5n, '100.00'],
  [5n, 0n, null],
  [null, 5n, null],
])('%s of %s is %s per cent', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share)
})

const fen = fc.bigInt({ min: 0n, max: 10n ** 12n })
const amounts = fc.record({ specialFunds: fen, selfRaised: fen })

/** A budget whose sums agree: one year and one source take all, the purchase is a part of the equipment. */
const soundBudget = fc
  .record({ equipment: amounts, operations: amounts, labour: amounts, indirect: amounts })
  .map((rows) => {
    const sum = (column: 'specialFunds' | 'selfRaised') =>
      Object.values(rows).reduce((total, row) => total + row[column], 0n)
    const text = (row: { specialFunds: bigint; selfRaised: bigint }) => ({
      specialFunds: formatMoney(row.specialFunds),
      selfRaised: formatMoney(row.selfRaised),
    })
    const all = { specialFunds: sum('specialFunds'), selfRaised: sum('selfRaised') }
    const budget = {
      equipment: text(rows.equipment),
      purchasedEquipment: text(rows.equipment),
      operations: text(rows.operations),
      labour: text(rows.labour),
      indirect: text(rows.indirect),
      annualPlan: [{ key: 'y1', year: 2027, ...text(all) }],
      fundingSources: [{ key: 'f1', amount: formatMoney(all.selfRaised), kind: 'OWN_MONEY' }],
    } satisfies Budget
    return { budget, all }
  })

function codesOf(budget: Budget): string[] {
  return checkForm({ ...fullForm(), budget }, formContext).flatMap(({ section, code }) =>
    section === 'budget' ? code : [],
  )
}

test('whatever the amounts, sums that agree are found to agree, and a fen more is found', () => {
  fc.assert(
    fc.property(soundBudget, ({ budget, all }) => {
      const { rows } = computeBudget(budget)
      expect(rows.expenditure).toEqual({ ...all, total: all.specialFunds + all.selfRaised })
      expect(codesOf(budget)).toEqual([])
      const more = formatMoney(all.specialFunds + 1n)
      const year = { key: 'y1', year: 2027, specialFunds: more, selfRaised: formatMoney(all.selfRaised) }
      expect(codesOf({ ...budget, annualPlan: [year] })).toEqual(['PLAN_TOTAL_DIFFERS'])
      const source = { key: 'f1', amount: formatMoney(all.selfRaised + 1n) }
      expect(codesOf({ ...budget, fundingSources: [source] })).toEqual(['SOURCES_DIFFER_FROM_SELF_RAISED'])
    }),
  )
})

const cells = fc.tuple(...budgetRows.map(() => amounts)).map((typed) => {
  const table = Object.fromEntries(
    budgetRows.map((row, index) => [
      row,
      { ...(typed[index] as { specialFunds: bigint; selfRaised: bigint }), total: 0n },
    ]),
  ) as Record<(typeof budgetRows)[number], { total: bigint; specialFunds: bigint; selfRaised: bigint }>
  for (const column of ['specialFunds', 'selfRaised'] as const) {
    table.direct[column] = table.equipment[column] + table.operations[column] + table.labour[column]
    table.expenditure[column] = table.direct[column] + table.indirect[column]
  }
  for (const row of budgetRows) table[row].total = table[row].specialFunds + table[row].selfRaised
  return table
})

test('a typed table whose sums agree has no issue; one fen in one cell is told by the sums that it is part of', () => {
  fc.assert(
    fc.property(cells, fc.constantFrom(...budgetRows), fc.constantFrom(...budgetColumns), (table, row, column) => {
      expect(checkBudgetTable(table)).toEqual([])
      const wrong = { ...table, [row]: { ...table[row], [column]: table[row][column] + 1n } }
      const issues = checkBudgetTable(wrong).map(({ code, path }) => `${code} ${path.join('.')}`)
      const expected = [`BUDGET_ROW_TOTAL_DIFFERS ${row}.total`]
      if (['direct', 'equipment', 'operations', 'labour'].includes(row))
        expected.push(`BUDGET_DIRECT_DIFFERS direct.${column}`)
      if (['expenditure', 'direct', 'indirect'].includes(row))
        expected.push(`BUDGET_EXPENDITURE_DIFFERS expenditure.${column}`)
      expect(issues).toEqual(expected)
    }),
  )
})

test('sums that were left out, and sums of what is missing, are not compared', () => {
  const empty = { total: null, specialFunds: null, selfRaised: null }
  const table: TypedBudgetTable = {
    ...(Object.fromEntries(budgetRows.map((row) => [row, empty])) as TypedBudgetTable),
    expenditure: { total: 5n, specialFunds: 3n, selfRaised: null },
    indirect: { total: null, specialFunds: 1n, selfRaised: 1n },
  }
  expect(checkBudgetTable(table)).toEqual([])
})

test('the codes of typed tables are known', () => {
  for (const code of ['BUDGET_ROW_TOTAL_DIFFERS', 'BUDGET_DIRECT_DIFFERS', 'BUDGET_EXPENDITURE_DIFFERS'])
    expect(errorCodes).toHaveProperty(code)
})
