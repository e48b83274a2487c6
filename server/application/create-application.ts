import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { CreateApplicationInput } from '../../schema/types/application.js'
import { actorOf } from '../access/viewer.js'
import { Account } from '../account/account.entity.js'
import { Applicant } from '../applicant/applicant.entity.js'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { hasRight, uuidOf } from '../applicant/find-applicant.js'
import { Guideline } from '../guideline/guideline.entity.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { Application } from './application.entity.js'
import { applicationIssues } from './application-issues.js'

/**
 * Begins an application of an organisation, under the newest edition of the year's guideline.
 * @returns the application's key
 * @throws {Refused} APPLICANT_UNKNOWN, MEMBER_RIGHT_NEEDED, APPLICANT_DEACTIVATED, GUIDELINE_NOT_FOUND
 */
export async function createApplication(
  em: EntityManager,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
  input: CreateApplicationInput,
): Promise<string> {
  const key = uuidOf('Applicant', input.applicant)
  const applicant = key && (await em.findOne(Applicant, key))
  if (!applicant) throw new Refused([refusal(applicantIssues.unknown, 'input', 'applicant')])
  if (!(await hasRight(em, applicant, viewer, 'EDIT'))) {
    throw new Refused([refusal(applicantIssues.rightNeeded('EDIT'), 'input', 'applicant')])
  }
  if (applicant.deactivatedAt) throw new Refused([refusal(applicantIssues.deactivated, 'input', 'applicant')])
  const guideline = await em.findOne(
    Guideline,
    { city: { code: applicant.city }, ...(input.year != null && { year: input.year }) },
    { orderBy: { year: 'desc', edition: 'desc' } },
  )
  if (!guideline) throw new Refused([refusal(applicationIssues.noGuideline, 'input', 'year')])
  const id = randomUUID()
  em.create(Application, {
    ...{ id, applicant, guideline, city: applicant.city, status: 'DRAFT', title: '', createdAt: now() },
    createdBy: em.getReference(Account, actorOf(viewer)),
  })
  await em.flush()
  return id
}
