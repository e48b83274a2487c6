import type { Sex } from '../../schema/enums.js'
import { type IdentityDocument, parseIdentityDocument } from '../../schema/rules/identity-document.js'
import type { Checked, Issue } from '../../schema/rules/issue.js'
import { parseLine } from '../../schema/rules/line-of-text.js'
import { type LocalDate, parseLocalDate } from '../../schema/rules/local-date.js'
import { type Phone, parsePhone } from '../../schema/rules/phone.js'
import type { IdDocumentInput, PersonDetailsInput } from '../../schema/types/person.js'
import { Refused, refusal } from '../refusal.js'
import { personIssues } from './person-issues.js'

/** What is said of a person, checked and in one form. */
export type PersonDetails = {
  readonly name: string
  readonly title: string | null
  readonly degree: string | null
  readonly speciality: string | null
  readonly employer: string | null
  readonly onStaff: boolean
  /** From the document where it tells, else as it was given. */
  readonly birthDate: LocalDate | null
  readonly sex: Sex | null
  /** Null where none was given. */
  readonly document: IdentityDocument | null
  readonly phone: Phone | null
}

/** What a person's details are checked against. */
export type Surroundings = {
  readonly today: LocalDate
  /** Of the city, for local numbers. */
  readonly areaCode: string | undefined
  /** The document that stays when none is given. */
  readonly document?: IdentityDocument
}

type Input = PersonDetailsInput & { idDocument?: IdDocumentInput | null; phone?: string | null }

/**
 * Checks what is said of a person (form, sections 1 and 10.2).
 * @throws {Refused} with everything that is wrong at once: the issues of names, documents, dates and phones,
 * BIRTH_DATE_DIFFERS, BIRTH_DATE_IN_FUTURE and SEX_DIFFERS; none repeats a value
 */
export function readDetails(input: Input, { today, areaCode, document: known }: Surroundings): PersonDetails {
  const wrong: [Issue, ...string[]][] = []
  function read<Value>(checked: Checked<Value>, ...path: string[]): Value | null {
    if (checked.ok) return checked.value
    wrong.push(...checked.issues.map((issue): [Issue, ...string[]] => [issue, ...path]))
    return null
  }
  const line = (field: 'title' | 'degree' | 'speciality' | 'employer') =>
    input[field]?.trim() ? read(parseLine(input[field], 100), field) : null

  const { idDocument, birthDate: saidBirthDate } = input
  const document =
    idDocument && read(parseIdentityDocument(idDocument.kind, idDocument.number, today), 'idDocument', 'number')
  const proof = document ?? (idDocument ? null : known)
  const birthDate = saidBirthDate == null ? null : read(parseLocalDate(saidBirthDate), 'birthDate')
  if (birthDate && birthDate > today) wrong.push([personIssues.futureBirthDate, 'birthDate'])
  else if (birthDate && proof?.birthDate && birthDate !== proof.birthDate) {
    wrong.push([personIssues.otherBirthDate, 'birthDate'])
  }
  if (input.sex && proof?.sex && input.sex !== proof.sex) wrong.push([personIssues.otherSex, 'sex'])
  const details = {
    name: read(parseLine(input.name, 100), 'name'),
    title: line('title'),
    degree: line('degree'),
    speciality: line('speciality'),
    employer: line('employer'),
    onStaff: input.onStaff,
    birthDate: proof?.birthDate ?? birthDate,
    sex: proof?.sex ?? input.sex ?? null,
    document: document ?? null,
    phone: input.phone == null ? null : read(parsePhone(input.phone, { areaCode }), 'phone'),
  }
  if (details.name === null || wrong.length > 0) {
    throw new Refused(wrong.map(([issue, ...path]) => refusal(issue, 'input', ...path)))
  }
  return { ...details, name: details.name }
}
