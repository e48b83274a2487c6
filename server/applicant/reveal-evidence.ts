import type { EntityManager } from '@mikro-orm/postgresql'
import { parseLine } from '../../schema/rules/line-of-text.js'
import type { RevealEvidenceInput } from '../../schema/types/evidence.js'
import { recordAudit } from '../audit/record-audit.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { globalId } from '../selection/prepare/global-id.js'
import { Evidence } from './applicant.entity.js'
import { applicantIssues } from './applicant-issues.js'
import { evidenceIssues } from './evidence-issues.js'
import { findApplicant, hasRight, uuidOf } from './find-applicant.js'
import { isOffice } from './in-charge.js'
import { readFields } from './read-fields.js'

/**
 * Lets somebody see a document that isn't shown by itself, such as an ID card, and notes in the audit trail who and why: members
 * with the right to edit, the authority of the jurisdiction, the desk and the office of the city.
 * @returns key of the file
 * @throws {Refused} EVIDENCE_UNKNOWN, NOT_IN_CHARGE, TEXT_EMPTY for a missing reason
 */
export async function revealEvidence(
  em: EntityManager,
  { viewer }: Pick<Context, 'viewer'>,
  input: RevealEvidenceInput,
): Promise<string> {
  const key = uuidOf('Evidence', input.id)
  const evidence = key && (await em.findOne(Evidence, key))
  if (!evidence) throw new Refused([refusal(evidenceIssues.unknown, 'input', 'id')])
  const applicant = await findApplicant(em, globalId('Applicant', evidence.applicant.id))
  const { jurisdiction, city } = applicant
  const mayLook =
    (jurisdiction != null && viewer.jurisdictions.includes(jurisdiction)) ||
    isOffice(viewer, applicant) ||
    viewer.cities.ACCEPTANCE_DESK.includes(city) ||
    (await hasRight(em, applicant, viewer, 'EDIT'))
  if (!mayLook) throw new Refused([refusal(applicantIssues.notInCharge, 'input', 'id')])
  const { values, errors } = readFields({ reason: parseLine(input.reason, 500) }, 'input')
  if (!values) throw new Refused(errors)
  await recordAudit(em, {
    subject: { type: 'Applicant', key: applicant.id },
    action: 'revealEvidence',
    detail: { evidence: evidence.id, kind: evidence.kind },
    reason: values.reason,
  })
  return evidence.documentId
}
