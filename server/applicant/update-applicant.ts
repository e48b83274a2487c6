import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { accept } from '../../schema/rules/issue.js'
import { parsePhone } from '../../schema/rules/phone.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import type { UpdateApplicantInput } from '../../schema/types/applicant.input.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import type { Context } from '../http/context.js'
import { Refused } from '../refusal.js'
import { personalPhone } from '../secrets/personal-value.js'
import { type Applicant, ApplicantPlatform } from './applicant.entity.js'
import { findActiveApplicant, requireRevision, requireRight } from './find-applicant.js'
import { jurisdictionOf } from './jurisdiction-of.js'
import { type ApplicantDetails, readDetails } from './read-details.js'
import { readFields } from './read-fields.js'
import type { PlatformValues } from './read-platforms.js'

/** What the routes of a guideline hang on: a change of it finds the jurisdiction anew. */
const routing = ['kind', 'level', 'district', 'park', 'parentDepartment'] as const

/** What an authority has confirmed: a change of it has to be verified again. */
const verified = [...routing, 'name', 'legalPerson', 'legalRepresentative'] as const

/**
 * Takes over all that an organisation tells of itself. A change of what was verified puts the verification back to pending,
 * and so does any change after a refusal.
 * @param loaded the current guideline of the organisation's city
 * @returns the organisation's key
 * @throws {Refused} with everything that is wrong with the input, at once; STALE_REVISION, MEMBER_RIGHT_NEEDED
 */
export async function updateApplicant(
  em: EntityManager,
  { viewer, keyring, now }: Pick<Context, 'viewer' | 'keyring' | 'now'>,
  loaded: LoadedEdition | null,
  input: UpdateApplicantInput,
): Promise<string> {
  const applicant = await findActiveApplicant(em, input.id)
  await requireRight(em, applicant, viewer, 'EDIT')
  requireRevision(applicant, input.revision)

  if (!loaded) throw new Error(`${applicant.city} has organisations and no guideline.`)
  const { city } = loaded.compiled.edition
  const { contactPhone } = input
  const phone = readFields(
    { contactPhone: contactPhone == null ? accept(null) : parsePhone(contactPhone, { areaCode: city.areaCode }) },
    'input',
  )
  const today = localDateOf(now(), city.timeZone)
  const { details, platforms, errors } = readDetails(input, applicant.creditCode, loaded.compiled.edition, today)
  if (!phone.values || !details) throw new Refused([...phone.errors, ...errors])

  const hasChanged = (field: keyof ApplicantDetails) => applicant[field] !== details[field]
  if (routing.some(hasChanged)) {
    applicant.jurisdiction = jurisdictionOf(loaded.compiled, details, now())
    applicant.jurisdictionNote = null
  }
  if (applicant.verification === 'REFUSED' || verified.some(hasChanged)) {
    Object.assign(applicant, { verification: 'PENDING', verifiedAt: null, verifiedBy: null, verificationNote: null })
  }
  Object.assign(applicant, details)
  if (phone.values.contactPhone) {
    const place = { table: 'applicant', column: 'contact_phone_sealed', row: applicant.id }
    const { sealed, index, masked } = personalPhone(keyring, phone.values.contactPhone, place)
    Object.assign(applicant, { contactPhoneSealed: sealed, contactPhoneIndex: index, contactPhoneMasked: masked })
  }
  await replacePlatforms(em, applicant, platforms)
  applicant.revision += 1
  return applicant.id
}

async function replacePlatforms(
  em: EntityManager,
  applicant: Applicant,
  platforms: readonly PlatformValues[],
): Promise<void> {
  const known = await em.find(ApplicantPlatform, { applicant: applicant.id }, { orderBy: { position: 'asc' } })
  for (const platform of known.slice(platforms.length)) em.remove(platform)
  for (const [position, values] of platforms.entries()) {
    const before = known[position]
    if (before) Object.assign(before, values)
    else em.create(ApplicantPlatform, { id: randomUUID(), applicant, position, ...values })
  }
}
