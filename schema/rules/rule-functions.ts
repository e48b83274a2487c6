import { addDays, addMonths, ageOn, type LocalDate, minusYears } from './local-date.js'
import { bool, date, int, money, type RuleType } from './rule-type.js'
import type { RuleValue } from './rule-value.js'

/** A function of the rule language; for a method `parameters` starts with what stands before the dot. */
export type RuleFunction = {
  readonly parameters: readonly RuleType['kind'][]
  readonly result: RuleType
  readonly run: (...values: never[]) => RuleValue
}

const FEN_PER_YUAN = 100n
const FEN_PER_WAN = 1_000_000n

/** Called as `name(…)`. `date("2022-12-31")` is not here: its text is read when the rule is loaded. */
export const ruleFunctions: ReadonlyMap<string, RuleFunction> = new Map<string, RuleFunction>([
  ['yuan', { parameters: ['int'], result: money, run: (yuan: bigint) => yuan * FEN_PER_YUAN }],
  ['wan', { parameters: ['int'], result: money, run: (wan: bigint) => wan * FEN_PER_WAN }],
  [
    'yearsBetween',
    {
      parameters: ['date', 'date'],
      result: int,
      run: (birth: LocalDate, day: LocalDate) => BigInt(ageOn(birth, day)),
    },
  ],
  ['size', { parameters: ['list'], result: int, run: (list: readonly RuleValue[]) => BigInt(list.length) }],
])

/** Called as `value.name(…)`. Days, months and years may be negative. */
export const ruleMethods: ReadonlyMap<string, RuleFunction> = new Map<string, RuleFunction>([
  [
    'minusYears',
    {
      parameters: ['date', 'int'],
      result: date,
      run: (day: LocalDate, years: bigint) => minusYears(day, Number(years)),
    },
  ],
  [
    'plusMonths',
    {
      parameters: ['date', 'int'],
      result: date,
      run: (day: LocalDate, months: bigint) => addMonths(day, Number(months)),
    },
  ],
  [
    'plusDays',
    { parameters: ['date', 'int'], result: date, run: (day: LocalDate, days: bigint) => addDays(day, Number(days)) },
  ],
  ['size', { parameters: ['list'], result: int, run: (list: readonly RuleValue[]) => BigInt(list.length) }],
  [
    'startsWith',
    { parameters: ['string', 'string'], result: bool, run: (text: string, start: string) => text.startsWith(start) },
  ],
])
