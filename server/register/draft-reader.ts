import { parseCreditCode } from '../../schema/rules/credit-code.js'
import { parseIdentityDocument } from '../../schema/rules/identity-document.js'
import { type Checked, type Issue, issue } from '../../schema/rules/issue.js'
import { parseLine } from '../../schema/rules/line-of-text.js'
import { type LocalDate, parseLocalDate } from '../../schema/rules/local-date.js'

export type DraftIssue = Issue & { readonly path: string }

/** Longest texts of the registers, in characters. */
const longest = { name: 200, text: 1_000 }

/** Reads the values of one entry, and collects all that is wrong with them; what is wrong comes back empty. */
export class DraftReader {
  readonly issues: DraftIssue[] = []

  constructor(
    /** In the city. */
    readonly today: LocalDate,
  ) {}

  add(path: string, found: Issue): void {
    this.issues.push({ ...found, path })
  }

  name(path: string, text: string | null | undefined): string {
    return this.#take(path, parseLine(text ?? '', longest.name)) ?? ''
  }

  text(path: string, text: string | null | undefined): string {
    return this.#take(path, parseLine(text ?? '', longest.text)) ?? ''
  }

  day(path: string, text: string | null | undefined): LocalDate | null {
    if (!text) return this.#missing(path)
    return this.#take(path, parseLocalDate(text))
  }

  /** A day that has come already. */
  pastDay(path: string, text: string | null | undefined): LocalDate | null {
    const day = this.day(path, text)
    if (day !== null && day > this.today) this.add(path, inFuture)
    return day
  }

  creditCode(path: string, text: string | null | undefined): string | null {
    if (!text) return this.#missing(path)
    return this.#take(path, parseCreditCode(text))
  }

  /** @param kind of the document; a resident identity card, if there is none */
  idNumber(path: string, kind: string | null | undefined, text: string | null | undefined): string | null {
    if (!text) return this.#missing(path)
    return this.#take(path, parseIdentityDocument(kind ?? 'RESIDENT_ID', text, this.today))?.number ?? null
  }

  #missing(path: string): null {
    this.#take(path, parseLine('', longest.name))
    return null
  }

  #take<Value>(path: string, checked: Checked<Value>): Value | null {
    if (checked.ok) return checked.value
    for (const found of checked.issues) this.add(path, found)
    return null
  }
}

const inFuture = issue('DATE_IN_FUTURE', '该日期晚于今天，请核对。', 'This day is still to come; check it.')
