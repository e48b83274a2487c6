import type { EntityManager } from '@mikro-orm/postgresql'
import { accept, type Checked } from '../../schema/rules/issue.js'
import { parseLine } from '../../schema/rules/line-of-text.js'
import type { AssignJurisdictionInput } from '../../schema/types/applicant.input.js'
import type { Viewer } from '../access/viewer.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import { Refused, refusal } from '../refusal.js'
import { applicantIssues } from './applicant-issues.js'
import { findActiveApplicant } from './find-applicant.js'
import { isOffice } from './in-charge.js'
import { optional, readFields } from './read-fields.js'

/**
 * The programme office says by hand who verifies an organisation and recommends its applications, for the cases that the
 * guideline's routes leave to it. A decision that was made before stays.
 * @param loaded the current guideline of the organisation's city
 * @returns the organisation's key
 * @throws {Refused} NOT_IN_CHARGE, AUTHORITY_UNKNOWN, TEXT_EMPTY for a missing reason
 */
export async function assignJurisdiction(
  em: EntityManager,
  viewer: Viewer,
  loaded: LoadedEdition | null,
  input: AssignJurisdictionInput,
): Promise<string> {
  const applicant = await findActiveApplicant(em, input.id)
  if (!isOffice(viewer, applicant)) throw new Refused([refusal(applicantIssues.notInCharge, 'input', 'id')])

  const authorities = loaded?.compiled.edition.authorities ?? []
  const readAuthority = (code: string): Checked<string> =>
    authorities.some((authority) => authority.code === code)
      ? accept(code)
      : { ok: false, issues: [applicantIssues.authorityUnknown(authorities)] }
  const { values, errors } = readFields(
    { authority: optional(input.authority, readAuthority), reason: parseLine(input.reason, 500) },
    'input',
  )
  if (!values) throw new Refused(errors)
  applicant.jurisdiction = values.authority === null ? null : `${applicant.city}/${values.authority}`
  applicant.jurisdictionNote = values.reason
  return applicant.id
}
