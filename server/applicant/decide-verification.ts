import type { EntityManager } from '@mikro-orm/postgresql'
import { parseLine } from '../../schema/rules/line-of-text.js'
import type { RefuseApplicantInput, VerifyApplicantInput } from '../../schema/types/applicant.input.js'
import { actorOf } from '../access/viewer.js'
import { Account } from '../account/account.entity.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import type { Applicant } from './applicant.entity.js'
import { applicantIssues } from './applicant-issues.js'
import { findActiveApplicant, requireRevision } from './find-applicant.js'
import { requireCharge } from './in-charge.js'
import { optional, readFields } from './read-fields.js'

type Deciding = Pick<Context, 'viewer' | 'now'>

/**
 * Confirms a registration, of the revision that was looked at.
 * @returns the organisation's key
 * @throws {Refused} also NOT_IN_CHARGE, OWN_APPLICANT, STALE_REVISION, VERIFICATION_UNCHANGED
 */
export function verifyApplicant(em: EntityManager, by: Deciding, input: VerifyApplicantInput): Promise<string> {
  return decide(em, by, input, 'VERIFIED', () => optional(input.note, (text) => parseLine(text, longestNote)))
}

/** Refuses a registration, or takes a confirmation back; the note tells the organisation why. The same refusals. */
export function refuseApplicant(em: EntityManager, by: Deciding, input: RefuseApplicantInput): Promise<string> {
  return decide(em, by, input, 'REFUSED', () => parseLine(input.note, longestNote))
}

const longestNote = 500

async function decide(
  em: EntityManager,
  { viewer, now }: Deciding,
  input: VerifyApplicantInput,
  state: 'VERIFIED' | 'REFUSED',
  readNote: () => ReturnType<typeof optional<string, string>>,
): Promise<string> {
  const applicant = await findActiveApplicant(em, input.id)
  await requireCharge(em, applicant, viewer)
  requireRevision(applicant, input.revision)
  if (applicant.verification === state)
    throw new Refused([refusal(applicantIssues.verificationUnchanged, 'input', 'id')])
  const { values, errors } = readFields({ note: readNote() }, 'input')
  if (!values) throw new Refused(errors)
  applicant.verification = state
  applicant.verifiedAt = now()
  applicant.verifiedBy = em.getReference(Account, actorOf(viewer)) as Applicant['verifiedBy']
  applicant.verificationNote = values.note
  return applicant.id
}
