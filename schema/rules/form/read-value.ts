import { parseCreditCode } from '../credit-code.js'
import { parseEmail } from '../email.js'
import { normaliseIdentifier, normaliseText } from '../identifier-text.js'
import { parseIdentityDocument } from '../identity-document.js'
import { accept, type Checked, type Issue } from '../issue.js'
import { parseLine } from '../line-of-text.js'
import { type LocalDate, parseLocalDate, parseYearMonth } from '../local-date.js'
import { formatMoney, parseMoney } from '../money.js'
import { parsePhone } from '../phone.js'
import type { FieldType, FormField } from './field.js'
import { isMasked } from './masked.js'
import { readIssues } from './read-issues.js'
import { readNarrativeText } from './read-narrative.js'

/** What the readers have to know besides what was typed in. */
export type ReadOptions = {
  /** Decides about dates of birth in numbers of documents. */
  readonly today: LocalDate
  /** Of the city, such as '0971': a local phone number gets it. */
  readonly areaCode?: string
  readonly narrativeMaxCharacters: number
}

type ScalarType = Extract<FieldType, string>
type Reader = (
  text: string,
  field: FormField,
  options: ReadOptions,
  beside: Readonly<Record<string, unknown>>,
) => Checked<string>

const longestLine = 100
const largestCount = 999_999_999

/** Reads a text by the type of its field. Empty texts never come here. */
const textReaders: Readonly<Record<Exclude<ScalarType, 'bool' | 'int'>, Reader>> = {
  line: (text, { max }) => parseLine(text, max ?? longestLine),
  narrative: (text, _field, { narrativeMaxCharacters }) => readNarrativeText(text, narrativeMaxCharacters),
  decimal: (text) => {
    const quantity = text.trim()
    return /^-?(0|[1-9]\d{0,11})(\.\d{1,6})?$/.test(quantity) ? accept(quantity) : refused(readIssues.quantity)
  },
  money: (text) => mapped(parseMoney(text), formatMoney),
  date: (text) => parseLocalDate(text.trim()),
  month: (text) => parseYearMonth(text.trim()),
  email: (text) => parseEmail(text),
  phone: (text, _field, options) => mapped(parsePhone(text, options), () => normaliseText(text)),
  personalPhone: (text, _field, options) =>
    isMasked(text)
      ? parseLine(text, longestLine)
      : mapped(parsePhone(text, options), ({ e164, extension }) =>
          extension === null ? e164 : `${e164};ext=${extension}`,
        ),
  idNumber: (text, _field, { today }, { idKind }) => {
    if (isMasked(text)) return parseLine(text, longestLine)
    // As long as nobody says what kind of document it is, only its form can be checked by it later.
    if (typeof idKind !== 'string') return parseLine(normaliseIdentifier(text), 30)
    return mapped(parseIdentityDocument(idKind, text, today), ({ number }) => number)
  },
  creditCode: (text) => parseCreditCode(text),
  id: (text) => parseLine(text, 200),
  key: (text) => (/^[A-Za-z0-9_-]{1,64}$/.test(text.trim()) ? accept(text.trim()) : refused(readIssues.keyMalformed)),
}

/**
 * Reads one value that is neither a group nor a list of rows.
 * @param beside the fields beside it, for those that hang on another
 * @returns undefined for what is empty
 */
export function readValue(
  field: FormField,
  value: unknown,
  options: ReadOptions,
  beside: Readonly<Record<string, unknown>>,
): Checked<unknown> | undefined {
  const type = field.type as ScalarType
  if (field.values?.several) return readChoices(field.values.of, value)
  if (type === 'bool')
    return typeof value === 'boolean' ? accept(value) : refused(readIssues.wrongType('true 或 false', 'true or false'))
  if (type === 'int') return readCount(value, field)
  if (typeof value !== 'string') return refused(readIssues.wrongType('文本', 'a text'))
  if (value.trim() === '') return undefined
  if (field.values)
    return field.values.of.includes(value) ? accept(value) : refused(readIssues.unknownChoice(field.values.of))
  const checked = textReaders[type](value, field, options, beside)
  return isEmpty(checked) ? undefined : checked
}

function readChoices(of: readonly string[], value: unknown): Checked<readonly string[]> | undefined {
  if (!Array.isArray(value)) return refused(readIssues.wrongType('列表', 'a list'))
  if (value.length === 0) return undefined
  if (!value.every((choice) => of.includes(choice))) return refused(readIssues.unknownChoice(of))
  // In the printed order: which was ticked first says nothing.
  const chosen = of.filter((choice) => value.includes(choice))
  return chosen.length === value.length ? accept(chosen) : refused(readIssues.choiceTwice)
}

function readCount(value: unknown, { min = 0, max = largestCount }: FormField): Checked<number> {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return refused(readIssues.wrongType('整数', 'a whole number'))
  if (value < 0) return refused(readIssues.negative)
  // -0 is 0, as JSON has it.
  return value < min || value > max ? refused(readIssues.outOfRange(min, max)) : accept(value + 0)
}

/** Characters without a shape are all that there was. */
function isEmpty(checked: Checked<string>): boolean {
  return checked.ok ? checked.value === '' : checked.issues.some(({ code }) => code === 'TEXT_EMPTY')
}

function mapped<From, To>(checked: Checked<From>, to: (value: From) => To): Checked<To> {
  return checked.ok ? accept(to(checked.value), checked.warnings) : checked
}

function refused(found: Issue): Checked<never> {
  return { ok: false, issues: [found] }
}
