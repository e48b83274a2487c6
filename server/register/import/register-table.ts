import type { Issue } from '../../../schema/rules/issue.js'
import type { LocalDate } from '../../../schema/rules/local-date.js'
import { type CheckedProject, checkProject, type ProjectDraft } from '../check-project.js'
import { type CheckedRecord, checkRecord, type RecordDraft } from '../check-record.js'
import type { CityFacts } from '../city-categories.js'
import type { DraftIssue } from '../draft-reader.js'

type Values = Readonly<Record<string, string>>
type Row = Readonly<Record<string, string | null>>

/** An entry of a file, ready for a register. */
export type Entry = {
  /** What makes it the same entry in the register, without the subject; and the subject's credit code, if it is part of that. */
  readonly key: readonly string[]
  readonly creditCode: string | null
  /** The number of the person that it names, if it does. Personal data. */
  readonly idNumber: string | null
  /** By column of the database. */
  readonly row: Row
}

/** What an import has to know of a register's table. */
export type RegisterTable = {
  readonly name: 'integrity_record' | 'ledger_project'
  /** Columns that an import writes, and an undo puts back; those of the key among them don't change. */
  readonly columns: readonly string[]
  /** What the columns of the person's number begin with, and the column of a file that it stands in. */
  readonly personal: 'person_id' | 'leader_id'
  readonly idColumn: string
  /** Whether the person is part of what makes an entry the same. */
  readonly keyedBySubject: boolean
  check(
    values: Values,
    city: CityFacts,
    today: LocalDate,
  ): { readonly entry: Entry } | { readonly issues: readonly DraftIssue[] }
  /** The key of a row of the table. */
  keyOf(row: Row): readonly string[]
}

export const integrityTable: RegisterTable = {
  name: 'integrity_record',
  columns: ['subject', 'subject_name', 'credit_code', 'kind', 'what', 'since', 'until', 'source'],
  personal: 'person_id',
  idColumn: 'personIdNumber',
  keyedBySubject: true,
  check(values, _city, today) {
    const missing = missingChoice(values, 'kind')
    if (missing) return { issues: [missing] }
    // Which number is there says whom it is about, where no column does.
    const subject = values.subject ?? (values.personIdNumber && !values.creditCode ? 'PERSON' : 'UNIT')
    const checked = checkRecord({ ...values, subject } as RecordDraft, today)
    return 'issues' in checked ? checked : { entry: recordEntry(checked.record) }
  },
  keyOf: ({ kind, since, what }) => [kind ?? '', since ?? '', what ?? ''],
}

export const ledgerTable: RegisterTable = {
  name: 'ledger_project',
  columns: [
    'number',
    'title',
    'leader_name',
    'credit_code',
    'unit_name',
    'category',
    'starts_on',
    'planned_end_on',
    'state',
    'ended_on',
  ],
  personal: 'leader_id',
  idColumn: 'leaderIdNumber',
  keyedBySubject: false,
  check(values, { categories }, today) {
    const missing = missingChoice(values, 'state')
    if (missing) return { issues: [missing] }
    const checked = checkProject(values as unknown as ProjectDraft, categories, today)
    return 'issues' in checked ? checked : { entry: projectEntry(checked.project) }
  },
  keyOf: ({ number }) => [number ?? ''],
}

function recordEntry({ personIdNumber, ...record }: CheckedRecord): Entry {
  const { subject, subjectName, creditCode, kind, what, since, until, source } = record
  const row = { subject, subject_name: subjectName, credit_code: creditCode, kind, what, since, until, source }
  return { key: integrityTable.keyOf(row), creditCode, idNumber: personIdNumber, row }
}

function projectEntry({ leaderIdNumber, ...project }: CheckedProject): Entry {
  const row = {
    number: project.number,
    title: project.title,
    leader_name: project.leaderName,
    credit_code: project.creditCode,
    unit_name: project.unitName,
    category: project.category,
    starts_on: project.startsOn,
    planned_end_on: project.plannedEndOn,
    state: project.state,
    ended_on: project.endedOn,
  }
  return { key: ledgerTable.keyOf(row), creditCode: project.creditCode, idNumber: leaderIdNumber, row }
}

/** The cells of choices that are empty have no value, and a draft has to have one. */
function missingChoice(values: Values, path: string): DraftIssue | null {
  return values[path] === undefined ? { ...empty, path } : null
}

const empty: Issue = {
  code: 'TEXT_EMPTY',
  message: { 'zh-CN': '不能为空，请填写。', en: 'This must not be empty; fill it in.' },
}
