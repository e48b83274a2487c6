import { computeBudget, fenOf } from './budget.js'
import type { Form } from './form.js'
import { error, type Invariant, warning } from './invariant.js'

function budgetOf({ budget }: Form) {
  return computeBudget(budget ?? {})
}

/** What has to fit in section 12. Sums are compared when all that they are made of is filled in. */
export const invariantsOfBudget: readonly Invariant[] = [
  error({
    code: 'PURCHASE_OVER_EQUIPMENT',
    section: 'budget',
    clause: 'f12.1',
    'zh-CN': '第 4 行“购置设备费”包含在第 3 行“设备费”内，不能大于第 3 行。',
    en: 'Row 4, purchased equipment, is part of row 3, equipment, and can not be more.',
    *brokenAt({ budget }) {
      for (const column of ['specialFunds', 'selfRaised'] as const) {
        const all = fenOf(budget?.equipment?.[column])
        const purchased = fenOf(budget?.purchasedEquipment?.[column])
        if (all !== null && purchased !== null && purchased > all) yield ['purchasedEquipment', column]
      }
    },
  }),
  error({
    code: 'EQUIPMENT_LIST_OVER_ROW',
    section: 'budget',
    clause: 'f12.2',
    'zh-CN': '所列设备的金额之和大于第 3 行“设备费”，请核对。',
    en: 'The equipment listed costs more than row 3, equipment; check both.',
    *brokenAt(form) {
      const { equipmentItems, rows } = budgetOf(form)
      const { specialFunds, selfRaised } = rows.equipment
      if (equipmentItems === null || specialFunds === null || selfRaised === null) return
      if (equipmentItems > specialFunds + selfRaised) yield ['equipmentItems']
    },
  }),
  error({
    code: 'EQUIPMENT_COUNT_ZERO',
    section: 'budget',
    'zh-CN': '设备数量应至少为 1。',
    en: 'There has to be one piece of equipment at least.',
    *brokenAt({ budget }) {
      for (const [index, { quantity }] of (budget?.equipmentItems ?? []).entries()) {
        if (quantity === 0) yield ['equipmentItems', String(index), 'quantity']
      }
    },
  }),
  error({
    code: 'PLAN_TOTAL_DIFFERS',
    section: 'budget',
    'zh-CN': '12.3 各年度投资之和不等于 12.1 的经费支出合计，请核对。',
    en: 'The years of 12.3 together are not the total expenditure of 12.1; check both.',
    *brokenAt(form) {
      const { complete, plan, planComplete, planDifference } = budgetOf(form)
      if (plan.total === null || !complete || !planComplete) return
      if (planDifference.total !== 0n) yield ['annualPlan']
    },
  }),
  warning({
    code: 'PLAN_COLUMNS_DIFFER',
    section: 'budget',
    'zh-CN': '12.3 各年度的总额与 12.1 相符，但专项经费与自筹经费的划分不同，请核对。',
    en: 'The years of 12.3 add up to the total of 12.1, but divide it otherwise into special and self-raised funds; check them.',
    *brokenAt(form) {
      const { complete, plan, planComplete, planDifference } = budgetOf(form)
      if (plan.total === null || !complete || !planComplete || planDifference.total !== 0n) return
      if (planDifference.specialFunds !== 0n) yield ['annualPlan']
    },
  }),
  error({
    code: 'PLAN_YEAR_OUTSIDE_PERIOD',
    section: 'budget',
    'zh-CN': '该年度不在项目起止时间内，请核对。',
    en: 'The project does not run in this year; check it.',
    *brokenAt({ budget, cover }) {
      const { startMonth, endMonth } = cover ?? {}
      if (!startMonth || !endMonth) return
      for (const [index, { year }] of (budget?.annualPlan ?? []).entries()) {
        const outside = year != null && (year < Number(startMonth.slice(0, 4)) || year > Number(endMonth.slice(0, 4)))
        if (outside) yield ['annualPlan', String(index), 'year']
      }
    },
  }),
  error({
    code: 'SOURCES_DIFFER_FROM_SELF_RAISED',
    section: 'budget',
    clause: 'f12.4',
    'zh-CN': '12.4 各来源的配套资金之和不等于 12.1 的自筹经费合计，请核对。',
    en: 'The sources of 12.4 together are not the self-raised funds of 12.1; check both.',
    *brokenAt(form) {
      const { complete, sources, sourcesComplete, sourcesDifference } = budgetOf(form)
      if (sources === null || !complete || !sourcesComplete) return
      if (sourcesDifference !== 0n) yield ['fundingSources']
    },
  }),
  error({
    code: 'SOURCE_OTHER_TEXT_MISSING',
    section: 'budget',
    clause: 'f12.4',
    'zh-CN': '资金来源选择了“其他资金”，请填写说明。',
    en: '“Other funds” is chosen; say which.',
    *brokenAt({ budget }) {
      for (const [index, { kind, kindOther }] of (budget?.fundingSources ?? []).entries()) {
        if (kind === 'OTHER' && !kindOther) yield ['fundingSources', String(index), 'kindOther']
      }
    },
  }),
  error({
    code: 'SOURCE_WITHOUT_PROOF',
    section: 'budget',
    clause: 'f12.4',
    'zh-CN': '该来源没有出资单位盖章的证明；请在附件中上传，并选择所证明的来源。',
    en: 'Nothing proves this source; attach the funder’s sealed statement, and say that it is for this source.',
    *brokenAt({ budget, attachments }) {
      const proved = new Set((attachments?.items ?? []).map(({ source }) => source))
      for (const [index, { key, amount }] of (budget?.fundingSources ?? []).entries()) {
        const needed = amount == null || fenOf(amount) !== 0n
        if (key && needed && !proved.has(key)) yield ['fundingSources', String(index)]
      }
    },
  }),
]
