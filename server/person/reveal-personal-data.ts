import type { EntityManager } from '@mikro-orm/postgresql'
import { parseLine } from '../../schema/rules/line-of-text.js'
import type { RevealPersonalDataInput } from '../../schema/types/person.js'
import { actorOf, type Viewer } from '../access/viewer.js'
import type { Applicant } from '../applicant/applicant.entity.js'
import { hasRight } from '../applicant/find-applicant.js'
import { doneWithinHour } from '../audit/done-within-hour.js'
import { recordAudit } from '../audit/record-audit.js'
import { Refused, refusal } from '../refusal.js'
import type { Keyring } from '../secrets/keyring.js'
import { findPersonalSubject } from './personal-subject.js'
import { revealIssues } from './reveal-issues.js'

/** Values that one account may have told within an hour. */
export const revealsPerHour = 100

/** The audit trail's name of it. */
const action = 'revealPersonalData'

/**
 * Tells a masked value to somebody who has to know it. That it was asked for, by whom and why, becomes part of the subject's
 * audit trail in the same transaction: what isn't recorded isn't told.
 * @returns the value in clear; null if nothing is stored
 * @throws {Refused} REASON_MALFORMED, SUBJECT_UNKNOWN, REVEAL_NOT_ALLOWED, PERSONAL_FIELD_UNKNOWN, TOO_MANY_REVEALS
 */
export async function revealPersonalData(
  em: EntityManager,
  { viewer, keyring }: { viewer: Viewer; keyring: Keyring },
  input: RevealPersonalDataInput,
): Promise<string | null> {
  const reason = parseLine(input.reason, 500)
  if (!reason.ok || [...reason.value].length < 5) throw new Refused([refusal(revealIssues.reason, 'input', 'reason')])
  const subject = await findPersonalSubject(em, input.subject)
  if (!subject) throw new Refused([refusal(revealIssues.unknown, 'input', 'subject')])
  const { type, key, applicant, values } = subject
  if (!(await mayReveal(em, viewer, applicant)))
    throw new Refused([refusal(revealIssues.notAllowed, 'input', 'subject')])
  const value = values[input.field]
  if (!value) throw new Refused([refusal(revealIssues.field, 'input', 'field')])
  await countReveal(em, actorOf(viewer))

  await recordAudit(em, {
    subject: { type: 'Applicant', key: applicant.id },
    action,
    detail: { subject: type, key, field: input.field },
    reason: reason.value,
  })
  return value.sealed === null ? null : keyring.open('personal', value.sealed, value.place)
}

/** Members with the right to edit, and the desk and the programme office of the organisation's city. */
async function mayReveal(em: EntityManager, viewer: Viewer, applicant: Applicant): Promise<boolean> {
  const { ACCEPTANCE_DESK, PROGRAMME_OFFICE } = viewer.cities
  if ([...ACCEPTANCE_DESK, ...PROGRAMME_OFFICE].includes(applicant.city)) return true
  return hasRight(em, applicant, viewer, 'EDIT')
}

/** @throws {Refused} TOO_MANY_REVEALS */
async function countReveal(em: EntityManager, account: string): Promise<void> {
  if ((await doneWithinHour(em, account, action)) >= revealsPerHour)
    throw new Refused([refusal(revealIssues.tooMany(revealsPerHour), 'input')])
}
