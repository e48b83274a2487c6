import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/** Day → 'English name,Chinese name,number of statutory days'. */
type Days = Record<string, string>

const HEADER = `\
# Working calendar of China: days off and make-up working days as the General Office of the State Council
# announces them year by year (国务院办公厅关于部分节假日安排的通知).
# GENERATED from the npm package chinese-days, whose source cites the notice of each year. Don't edit; after updating
# the package run: npx tsx server/guideline/calendars/generate-cn.ts
# "through" is the end of the last year announced. The next notice can still change the last days of that year, as
# those for 2008, 2012 and 2019 did around New Year's Day; regenerate when it is out.
`

/**
 * China's working calendar as YAML, from every year that chinese-days has. The package holds nothing but announced
 * years; one that ends before the National Day holiday, the last of each notice, was cut off and is refused.
 * @throws Error when a year is missing or incomplete.
 */
export function renderChineseCalendar(): string {
  const holidays: Days = arrangements.holidays
  const makeUpDays: Days = arrangements.workdays
  const years = announcedYears(holidays)
  return `${HEADER}code: CN
weekend: [6, 7]
from: ${years[0]}-01-01
through: ${years.at(-1)}-12-31
holidays:
${renderDays(holidays)}makeUpDays:
${renderDays(makeUpDays)}`
}

function announcedYears(holidays: Days): number[] {
  const years = [...new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b)
  years.forEach((year, i) => {
    if (year !== Number(years[0]) + i) throw new Error(`chinese-days has ${year} but not the year before it`)
    if (!(`${year}-10-01` in holidays)) throw new Error(`chinese-days has ${year} without its National Day holiday`)
  })
  return years
}

function renderDays(days: Days): string {
  return Object.keys(days)
    .sort()
    .map((day) => `  - ${day} # ${days[day]?.split(',')[1]}\n`)
    .join('')
}

if (import.meta.main) {
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), 'cn.yaml'), renderChineseCalendar())
}
