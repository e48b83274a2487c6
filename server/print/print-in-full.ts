import type { EntityManager } from '@mikro-orm/postgresql'
import { issue } from '../../schema/rules/issue.js'
import type { PrintApplicationInput } from '../../schema/types/print.js'
import { actorOf } from '../access/viewer.js'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { hasRight, uuidOf } from '../applicant/find-applicant.js'
import { Application } from '../application/application.entity.js'
import { applicationIssues } from '../application/application-issues.js'
import { doneWithinHour } from '../audit/done-within-hour.js'
import { recordAudit } from '../audit/record-audit.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'

/** Forms in full that one account may ask for within an hour. */
const mostInAnHour = 60

/** The audit trail's name of it. */
const action = 'printApplication'

/**
 * The address of the printed form with identity numbers and phones in clear, for members with the right to edit. That it
 * was asked for becomes part of the application's audit trail in the same transaction.
 * @throws {Refused} APPLICATION_UNKNOWN, MEMBER_RIGHT_NEEDED, TOO_MANY_REVEALS
 */
export async function printInFull(
  em: EntityManager,
  { viewer, files, now }: Pick<Context, 'viewer' | 'files' | 'now'>,
  input: PrintApplicationInput,
): Promise<string> {
  const key = uuidOf('Application', input.application)
  const application = key && (await em.findOne(Application, key, { populate: ['applicant'] }))
  if (!application) throw new Refused([refusal(applicationIssues.unknown, 'input', 'application')])
  if (!(await hasRight(em, application.applicant, viewer, 'EDIT'))) {
    throw new Refused([refusal(applicantIssues.rightNeeded('EDIT'), 'input', 'application')])
  }
  const account = actorOf(viewer)
  if ((await doneWithinHour(em, account, action)) >= mostInAnHour) throw new Refused([refusal(tooMany, 'input')])
  await recordAudit(em, { subject: { type: 'Application', key: application.id }, action })
  return files.downloadUrl(application.id, now(), 'printInFull')
}

const tooMany = issue(
  'TOO_MANY_REVEALS',
  `一小时内最多打印 ${mostInAnHour} 次含完整证件号码的申报书，请稍后再试，或下载掩码版本。`,
  `At most ${mostInAnHour} forms are printed in full within an hour; try again later, or take the masked one.`,
)
