import type { EntityManager } from '@mikro-orm/postgresql'
import type { WithdrawEvidenceInput } from '../../schema/types/evidence.js'
import type { Context } from '../http/context.js'
import { findEvidence } from './add-evidence.js'
import { requireRight } from './find-applicant.js'

/**
 * Takes a document out of use; it is kept.
 * @returns its key
 * @throws {Refused} EVIDENCE_UNKNOWN, MEMBER_RIGHT_NEEDED, APPLICANT_DEACTIVATED
 */
export async function withdrawEvidence(
  em: EntityManager,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
  { id }: WithdrawEvidenceInput,
): Promise<string> {
  const { evidence, applicant } = await findEvidence(em, id)
  await requireRight(em, applicant, viewer, 'EDIT')
  evidence.state = 'WITHDRAWN'
  evidence.endedAt = now()
  return evidence.id
}
