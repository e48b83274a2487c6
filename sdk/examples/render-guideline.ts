import type { Guideline, Locale } from '../src/index.js'
import { labelOf } from '../src/labels.js'
import { parseMoney } from '../src/money.js'
import { texts } from './demo-texts.js'
import { row, wrap } from './text-layout.js'

/** A guideline in a few lines: its title, its size, and its categories with how they are paid. */
export function renderGuideline(guideline: Guideline, locale: Locale, width: number): string {
  const say = texts[locale]
  const size = say.counts(guideline.clauses.length, guideline.rules.length)
  const head = wrap(`${guideline.title}${locale === 'en' ? ', ' : '，'}${say.edition(guideline.edition)}`, width)
  const categories = guideline.categories.flatMap(({ name, fundingModes, fundingRange }) => {
    const modes = fundingModes.map((mode) => labelOf('FundingMode', mode, locale))
    const paid = [...modes, ...funding(fundingRange, locale)].join(say.separator)
    return row(['·', `${name}${say.colon}${paid}`], [1, width - 3])
  })
  return [...head, size, ...categories].join('\n')
}

function funding(range: Guideline['categories'][number]['fundingRange'], locale: Locale): string[] {
  const [min, max] = [parseMoney(range?.min ?? ''), parseMoney(range?.max ?? '')]
  return min.ok && max.ok ? [texts[locale].funding(min.value, max.value)] : []
}
