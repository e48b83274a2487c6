import { randomUUID } from 'node:crypto'
import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { parseCreditCode } from '../../schema/rules/credit-code.js'
import { parsePhone } from '../../schema/rules/phone.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import type { RegisterApplicantInput } from '../../schema/types/applicant.input.js'
import { actorOf } from '../access/viewer.js'
import { Account } from '../account/account.entity.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { personalPhone } from '../secrets/personal-value.js'
import { Applicant, ApplicantPlatform, Member } from './applicant.entity.js'
import { applicantIssues, creditCodeTaken } from './applicant-issues.js'
import { jurisdictionOf } from './jurisdiction-of.js'
import { readDetails } from './read-details.js'
import { readFields } from './read-fields.js'

/** Dates of an input whose city is unknown are compared with today's here: its own zone isn't known either. */
const fallbackZone = 'Asia/Shanghai'

/**
 * Registers an organisation; whoever does so becomes its first member, with all rights. It is known by its credit code
 * (notice, 一（三）1; form, section 1), and then has to be verified by the authority of its jurisdiction.
 * @param loaded the current guideline of the city; null if there is none
 * @returns the organisation's key
 * @throws {Refused} with everything that is wrong with the input, at once
 */
export async function registerApplicant(
  em: EntityManager,
  { viewer, keyring, now }: Pick<Context, 'viewer' | 'keyring' | 'now'>,
  loaded: LoadedEdition | null,
  input: RegisterApplicantInput,
): Promise<string> {
  const account = actorOf(viewer)
  if (!(await hasVerifiedEmail(em, account))) throw new Refused([refusal(applicantIssues.emailNotVerified)])

  const edition = loaded?.compiled.edition ?? null
  const today = localDateOf(now(), edition?.city.timeZone ?? fallbackZone)
  const creditCode = parseCreditCode(input.creditCode)
  const contactPhone = parsePhone(input.contactPhone, { areaCode: edition?.city.areaCode })
  const identifiers = readFields({ creditCode, contactPhone }, 'input')
  const code = creditCode.ok ? creditCode.value : null
  const { details, platforms, errors } = readDetails(input, code, edition, today)
  const taken = () =>
    refusal(creditCodeTaken(edition?.acceptanceDesks ?? [], edition?.offices ?? []), 'input', 'creditCode')
  const wrong = [
    ...(loaded ? [] : [refusal(applicantIssues.cityUnknown, 'input', 'city')]),
    ...identifiers.errors,
    ...(code !== null && (await isTaken(em, code)) ? [taken()] : []),
    ...errors,
  ]
  if (!loaded || !identifiers.values || !details || wrong.length > 0) throw new Refused(wrong)

  const id = randomUUID()
  const { compiled } = loaded
  const phone = personalPhone(keyring, identifiers.values.contactPhone, {
    table: 'applicant',
    column: 'contact_phone_sealed',
    row: id,
  })
  const applicant = em.create(Applicant, {
    ...{ id, city: input.city, creditCode: identifiers.values.creditCode, ...details },
    contactPhoneSealed: phone.sealed,
    contactPhoneIndex: phone.index,
    contactPhoneMasked: phone.masked,
    jurisdiction: jurisdictionOf(compiled, details, now()),
    verification: 'PENDING',
    revision: 1,
    createdAt: now(),
    deactivatedByOffice: false,
  })
  for (const [position, platform] of platforms.entries()) {
    em.create(ApplicantPlatform, { id: randomUUID(), applicant, position, ...platform })
  }
  const rights = { mayManage: true, mayEdit: true, maySubmit: true }
  em.create(Member, {
    ...{ id: randomUUID(), applicant, account: em.getReference(Account, account), ...rights, joinedAt: now() },
  })
  await em.flush().catch((error: unknown) => {
    // Of several at once, the others wait here until the first is registered.
    throw isOfCreditCode(error) ? new Refused([taken()]) : error
  })
  return id
}

async function hasVerifiedEmail(em: EntityManager, account: string): Promise<boolean> {
  const rows = await em.execute<object[]>('select from account where id = ? and email_verified', [account])
  return rows.length > 0
}

/** Asked of the table itself: whose it is nobody is told, that it is taken everybody is. */
async function isTaken(em: EntityManager, creditCode: string): Promise<boolean> {
  const rows = await em.execute<object[]>('select from applicant where credit_code = ?', [creditCode])
  return rows.length > 0
}

function isOfCreditCode(error: unknown): boolean {
  return error instanceof UniqueConstraintViolationException && error.message.includes('applicant_credit_code_key')
}
