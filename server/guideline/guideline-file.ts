import * as z from 'zod'
import { callKinds, fundingModes, parameterTypes, ruleLevels } from '../../schema/enums.js'
import { parseLocalDate, parseYearMonth } from '../../schema/rules/local-date.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { parseMoney } from '../../schema/rules/money.js'
import { parseLocalTime, parseTimeZone } from '../../schema/rules/time-zone.js'
import { checkedText, checkLocalDateTime, objectOf, textOf } from './file-check.js'

/*
 * The shape of a guideline file, as a person writes it: what is left out has a sensible meaning, hours are the city's,
 * amounts are quoted yuan. `to-edition.ts` makes an `Edition` of it, `guideline-file.schema.json` is printed from it.
 */

const localized = (description: string) =>
  objectOf({ 'zh-CN': textOf('text', 'In Chinese.'), en: textOf('text', 'In English.') }, description)

const clause = textOf('clauseId', 'Id of a clause in `clauses`.')
const code = textOf('code', 'A permanent code of ours: lower-case words joined by hyphens.')
const name = localized('Name in both languages.')
const day = (description: string) => checkedText(parseLocalDate, `${description} A day, such as 2022-12-31.`)
const yuan = (description: string) =>
  checkedText((text) => parseMoney(text), `${description} Yuan in quotes, at most two decimals, such as "1000000.00".`)
const hour = checkLocalDateTime(parseLocalDate, parseLocalTime)
const condition = (description: string) => textOf('text', `${description} A CEL expression that gives true or false.`)

const area = objectOf({ code: textOf('areaCode', 'Official code, in quotes.'), name }, 'A district.')
const park = objectOf({ code, name }, 'A park.')
const office = objectOf(
  { code, name, phone: textOf('phone', 'Telephone; several are separated by a comma and a space.') },
  'An office or desk.',
)

const city = objectOf(
  {
    code,
    name,
    timeZone: checkedText(parseTimeZone, 'IANA name of the zone of all dates and hours here, such as Asia/Shanghai.'),
    areaCode: textOf('telephoneArea', 'Telephone area code for bare local numbers, in quotes.'),
    districts: z.array(area).min(1).describe('Districts and counties of the city.'),
    parks: z.array(park).optional().describe('Parks that recommend their own enterprises.'),
  },
  'The city that publishes the notice.',
)

/** A working calendar: a city's own, or a country's in `calendars/`. */
export const calendarShape = (codePattern: 'countryCode' | 'calendarCode') =>
  objectOf(
    {
      code: textOf(codePattern, 'Short name.'),
      weekend: z.array(z.int().min(1).max(7)).describe('Days of the week without work: 1 is Monday, 7 is Sunday.'),
      from: day('First day for which the calendar is published.'),
      through: day('Last day for which the calendar is published.'),
      holidays: z.array(day('A day off.')).describe('Days off, by their dates.'),
      makeUpDays: z.array(day('A day worked.')).optional().describe('Days of a weekend that are worked.'),
    },
    'A working calendar of its own.',
  )
export type CalendarInFile = z.infer<ReturnType<typeof calendarShape>>

const clauseShape = objectOf(
  {
    label: textOf('text', 'As printed in the notice, such as 一（三）5.'),
    summary: localized('What it says, in our own words.'),
    decidable: z.boolean().optional().describe('true: it sets a condition that rules decide, so a rule must cite it.'),
  },
  'A place in the notice.',
)

const parameter = objectOf(
  {
    value: z
      .union([z.int(), z.boolean(), z.string(), z.array(z.string())], { error: 'parameterValue' })
      .describe('A whole number, true or false, a text, or a list of texts; amounts and dates are texts.'),
    type: z
      .enum(parameterTypes)
      .optional()
      .describe('Needed for MONEY and DATE; else it follows from the value: INT, BOOL, STRING or STRINGS.'),
    clause,
    note: localized('What it is, in words.'),
  },
  'A number, amount or date that rules use as parameters.NAME.',
)

/** A direction as written; named here because it contains itself. */
export type DirectionInFile = {
  code: string
  label?: string | undefined
  name: LocalizedText
  clause?: string | undefined
  offices?: string[] | undefined
  children?: DirectionInFile[] | undefined
}

const direction: z.ZodType<DirectionInFile> = objectOf(
  {
    code,
    label: textOf('text', 'As printed, slips of the print included; leave out where nothing is printed.').optional(),
    name,
    clause: clause.optional().describe('Clause; without it that of the direction or category above.'),
    offices: z
      .array(code)
      .optional()
      .describe("Codes of the offices in charge, where they differ from the category's."),
    get children(): z.ZodOptional<z.ZodArray<z.ZodType<DirectionInFile>>> {
      return z.array(direction).optional().describe('Directions below this one; an application names a leaf.')
    },
  },
  'A direction that the category supports. Its code is unique in the whole file.',
)

const category = objectOf(
  {
    code,
    name,
    clause,
    fundingModes: z.array(z.enum(fundingModes)).min(1).describe('Ways of paying; the first is the default.'),
    fundingNote: localized('How it is funded, in words.'),
    fundingRange: objectOf({ min: yuan('Least support.'), max: yuan('Most support.') }, 'Support in yuan.').optional(),
    offices: z.array(code).min(1).describe('Codes of the offices in charge.'),
    priorities: z.array(localized('A priority condition.')).optional().describe('Scoring evidence, never a block.'),
    directions: z.array(direction).min(1).describe('Tree of directions.'),
  },
  'A category of the programme.',
)

const call = objectOf(
  {
    code,
    name,
    clause,
    kind: z.enum(callKinds).describe('WINDOW has dates; ALL_YEAR is the pool, of which there is exactly one.'),
    opens: checkedText(hour, "The city's time, such as 2023-05-15 09:00.").optional(),
    closes: checkedText(hour, "The city's time, such as 2023-07-14 17:00; that very time is still inside.").optional(),
    releaseMonths: z.array(checkedText(parseYearMonth, 'Such as 2023-08.')).optional().describe('Months of release.'),
    release: localized('When projects are released, in words.'),
  },
  'A dated window, or the pool that is open all year.',
)

const rule = objectOf(
  {
    id: textOf('ruleId', 'Permanent, such as applicant.concurrent-projects.'),
    clause,
    level: z
      .enum(ruleLevels)
      .describe('BLOCK stops, WARN can be overridden, JUDGE is for a person, ROUTE never refuses.'),
    title: localized('What is asked, in a few words.'),
    when: condition('The rule applies when; without it, always.').optional(),
    require: condition('The condition; a JUDGE rule has none.').optional(),
    fix: localized('What to do when it fails.'),
  },
  'A condition of eligibility.',
)

const attachment = objectOf(
  {
    code,
    name,
    clause,
    categories: z.array(code).min(1).optional().describe('Codes of the categories that it is for; without it, all.'),
    when: condition('It is required when; without it, always.').optional(),
    optional: z.boolean().optional().describe('true: may be handed in, is never required.'),
    condition: localized('When it is required, in words.'),
  },
  'A scan to hand in.',
)

const authority = objectOf({ code, name }, 'A department or bureau that recommends.')
const chosenAuthority = objectOf(
  {
    fact: textOf('text', 'A fact that is a text, such as applicant.district.'),
    codes: z
      .record(z.string(), code)
      .optional()
      .describe("From the fact's value to an authority; without it, the value itself is the authority's name."),
  },
  'The authority by a fact.',
)
const route = objectOf(
  {
    id: code,
    clause,
    when: condition('The route applies when.'),
    authorities: z
      .array(z.union([code, chosenAuthority]))
      .describe("Who recommends, one after the other; empty: the programme office's own queue."),
  },
  'Who recommends an application; the first route that applies decides.',
)

export const guidelineFile = objectOf(
  {
    year: z.int().min(1990).max(2199).describe('Programme year.'),
    edition: z.int().min(1).max(9999).describe('1 for the notice as published; each correction is the next number.'),
    title: localized("The notice's title."),
    note: localized('What changed against the edition before.'),
    city,
    calendar: z
      .union([code, calendarShape('calendarCode')])
      .describe('Name of a calendar in calendars/, such as cn, or one of its own.'),
    offices: z.array(office).min(1).describe('Offices that run the programme.'),
    acceptanceDesks: z.array(office).optional().describe('Desks where the sealed papers are handed in.'),
    complaintDesks: z.array(office).optional().describe('Who hears complaints.'),
    authorities: z.array(authority).describe('All who recommend applications.'),
    calls: z.array(call).min(1).describe('Windows and the all-year pool.'),
    paper: objectOf(
      {
        clause,
        copies: z.int().min(0).max(99).describe('Sealed paper copies.'),
        workingDays: z.int().min(0).max(365).describe('Working days after the call closes or the formal check passed.'),
      },
      'When the sealed paper copies are due.',
    ),
    parameters: z.record(textOf('parameterName', 'Name.'), parameter).describe('By name.'),
    categories: z.array(category).min(1).describe('Categories of the programme.'),
    rules: z.array(rule).describe('Conditions of eligibility, in the order in which findings are shown.'),
    attachments: z.array(attachment).describe('Scans to hand in.'),
    routes: z.array(route).min(1).describe('The first that applies decides.'),
    clauses: z.record(textOf('clauseId', 'Clause id.'), clauseShape).describe('Places in the notice, by id.'),
  },
  "A city's notice for one programme year as data.",
)

/** A guideline file as read, before references are resolved and defaults filled in. */
export type GuidelineFile = z.infer<typeof guidelineFile>
