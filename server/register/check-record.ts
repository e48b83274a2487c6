import type { IntegrityRecordKind, RecordSubject } from '../../schema/enums.js'
import { type Issue, issue } from '../../schema/rules/issue.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import { type DraftIssue, DraftReader } from './draft-reader.js'

/** An integrity record as it comes from a form or a file. */
export type RecordDraft = {
  readonly subject: RecordSubject
  readonly subjectName?: string | null
  readonly creditCode?: string | null
  readonly personIdKind?: string | null
  readonly personIdNumber?: string | null
  readonly kind: IntegrityRecordKind
  readonly what?: string | null
  readonly since?: string | null
  readonly until?: string | null
  readonly source?: string | null
}

/** One that can be stored. */
export type CheckedRecord = {
  readonly subject: RecordSubject
  readonly subjectName: string
  readonly creditCode: string | null
  /** Normalised. Personal data. */
  readonly personIdNumber: string | null
  readonly kind: IntegrityRecordKind
  readonly what: string
  readonly since: LocalDate
  readonly until: LocalDate | null
  readonly source: string
}

/** Checks an integrity record; issues have the draft's field as path. */
export function checkRecord(
  draft: RecordDraft,
  today: LocalDate,
): { readonly record: CheckedRecord } | { readonly issues: readonly DraftIssue[] } {
  const read = new DraftReader(today)
  const { subject, kind } = draft
  const subjectName = read.name('subjectName', draft.subjectName)
  const unit = subject === 'UNIT'
  if (unit && draft.personIdNumber) read.add('personIdNumber', ofOtherSubject)
  if (!unit && draft.creditCode) read.add('creditCode', ofOtherSubject)
  const creditCode = unit ? read.creditCode('creditCode', draft.creditCode) : null
  const personIdNumber = unit ? null : read.idNumber('personIdNumber', draft.personIdKind, draft.personIdNumber)
  const what = read.text('what', draft.what)
  const since = read.pastDay('since', draft.since)
  const until = draft.until ? read.day('until', draft.until) : null
  if (since !== null && until !== null && until < since) read.add('until', endsBeforeItBegins)
  const source = read.text('source', draft.source)
  if (read.issues.length > 0 || since === null) return { issues: read.issues }
  return { record: { subject, subjectName, creditCode, personIdNumber, kind, what, since, until, source } }
}

export const endsBeforeItBegins: Issue = issue(
  'ENDS_BEFORE_START',
  '结束日期早于开始日期，请核对。',
  'It ends before it begins; check both days.',
)

const ofOtherSubject = issue(
  'SUBJECT_AMBIGUOUS',
  '单位填统一社会信用代码，个人填证件号码，二者只填其一。',
  'Give the credit code of an organisation or the identity number of a person, not both.',
)
