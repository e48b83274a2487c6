import type { EvidenceKind } from '../../schema/enums.js'
import { accept, type Checked, type Issue } from '../../schema/rules/issue.js'
import { parseLine } from '../../schema/rules/line-of-text.js'
import { type LocalDate, parseLocalDate } from '../../schema/rules/local-date.js'
import type { EvidenceDetailsInput } from '../../schema/types/evidence.js'
import { evidenceIssues } from './evidence-issues.js'
import { isProtected } from './protected-evidence.js'
import { optional, readFields } from './read-fields.js'

const ofYears: readonly EvidenceKind[] = ['AUDIT_REPORT', 'FINANCIAL_STATEMENTS']
const firstYear = 1990

/** Reads what is said of a document, or gives everything that is wrong with it, below `input`. Days are compared with today's. */
export function readEvidence(kind: EvidenceKind, input: EvidenceDetailsInput, today: LocalDate) {
  const issuedOn = optional(input.issuedOn, parseLocalDate)
  const expiresOn = optional(input.expiresOn, parseLocalDate)
  return readFields(
    {
      number: readNumber(kind, input.number),
      issuedOn: issuedOn.ok && (issuedOn.value ?? '') > today ? refuse(evidenceIssues.issuedInFuture) : issuedOn,
      expiresOn:
        issuedOn.ok && expiresOn.ok && issuedOn.value && expiresOn.value && expiresOn.value < issuedOn.value
          ? refuse(evidenceIssues.expiresBeforeIssued)
          : expiresOn,
      year: readYear(kind, input.year ?? null, today),
    },
    'input',
  )
}

function readNumber(kind: EvidenceKind, number: string | null | undefined): Checked<string | null> {
  const read = optional(number, (text) => parseLine(text, 100))
  return isProtected(kind) && !(read.ok && read.value === null) ? refuse(evidenceIssues.numberNotTaken) : read
}

function readYear(kind: EvidenceKind, year: number | null, today: LocalDate): Checked<number | null> {
  if (year === null) return ofYears.includes(kind) ? refuse(evidenceIssues.yearNeeded) : accept(null)
  return year < firstYear || year > Number(today.slice(0, 4)) ? refuse(evidenceIssues.yearWrong) : accept(year)
}

function refuse(found: Issue): Checked<never> {
  return { ok: false, issues: [found] }
}
