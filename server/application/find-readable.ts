import type { EntityManager } from '@mikro-orm/postgresql'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { hasRight, uuidOf } from '../applicant/find-applicant.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { Application } from './application.entity.js'
import { applicationIssues } from './application-issues.js'

/**
 * The application that something is taken from, if the caller edits for its organisation; submitted ones, too.
 * @param field of the input, where its id stands
 * @throws {Refused} APPLICATION_UNKNOWN, MEMBER_RIGHT_NEEDED, APPLICATION_DELETED
 */
export async function findReadable(
  em: EntityManager,
  { viewer }: Pick<Context, 'viewer'>,
  id: string,
  field: string,
): Promise<Application> {
  const key = uuidOf('Application', id)
  const found = key && (await em.findOne(Application, key))
  if (!found) throw new Refused([refusal(applicationIssues.unknown, 'input', field)])
  if (!(await hasRight(em, found.applicant, viewer, 'EDIT'))) {
    throw new Refused([refusal(applicantIssues.rightNeeded('EDIT'), 'input', field)])
  }
  if (found.deletedAt) throw new Refused([refusal(applicationIssues.deleted, 'input', field)])
  return found
}
