import type { SectionName, SectionOf } from '../../schema/rules/form/form.js'
import { type Fen, formatMoney, parseMoney } from '../../schema/rules/money.js'

/** The columns of `application` that repeat what a section says, in the database's names; none for most sections. */
export function columnsOf(section: SectionName, content: object): Readonly<Record<string, string | null>> {
  if (section === 'cover') {
    const { title, category, direction, startMonth, endMonth } = content as SectionOf<'cover'>
    return {
      ...{ title: title ?? '', category: category ?? null, direction: direction ?? null },
      ...{ start_month: startMonth ?? null, end_month: endMonth ?? null },
    }
  }
  if (section === 'basics') {
    const { stage, technologySource, industryField, outcomeLevel } = content as SectionOf<'basics'>
    return {
      ...{ stage: stage ?? null, technology_source: technologySource ?? null },
      ...{ industry_field: industryField ?? null, outcome_level: outcomeLevel ?? null },
    }
  }
  if (section !== 'budget') return {}
  const { equipment, operations, labour, indirect } = content as SectionOf<'budget'>
  const rows = [equipment, operations, labour, indirect]
  return {
    requested: sum(rows.map((row) => row?.specialFunds)),
    self_raised: sum(rows.map((row) => row?.selfRaised)),
  }
}

/** Null until there is any amount. */
function sum(amounts: readonly (string | null | undefined)[]): string | null {
  const known = amounts.filter((amount) => amount != null)
  if (known.length === 0) return null
  return formatMoney(known.reduce((total: Fen, amount) => total + fenOf(amount), 0n))
}

function fenOf(amount: string): Fen {
  const parsed = parseMoney(amount)
  if (!parsed.ok) throw new Error('An amount that was read before can not be read again.')
  return parsed.value
}
