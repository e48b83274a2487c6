import type { EntityManager } from '@mikro-orm/postgresql'
import { actorOf, type Viewer } from '../access/viewer.js'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { uuidOf } from '../applicant/find-applicant.js'
import { Refused, refusal } from '../refusal.js'
import { applicationIssues } from './application-issues.js'

/** A draft that a member of its organisation may do as he likes with. */
export type WritableApplication = {
  readonly id: string
  /** Key of the organisation. */
  readonly applicant: string
  readonly applicantName: string
  readonly guideline: string
  readonly title: string
  readonly deletedAt: Date | null
}

type Found = WritableApplication & {
  readonly status: string
  readonly deactivated: boolean
  readonly mayEdit: boolean | null
  readonly mayManage: boolean | null
}

/**
 * The draft that an input means, if the caller is a member of its organisation who edits or manages; until the transaction
 * ends nobody else changes its row. Those who only collaborate on it are refused: this is for what concerns the whole
 * application.
 * @param application its id in the API, at `input.application`
 * @param options those in the bin are meant, too; it is edited, for which to manage isn't enough
 * @throws {Refused} APPLICATION_UNKNOWN, MEMBER_RIGHT_NEEDED, APPLICANT_DEACTIVATED, APPLICATION_NOT_DRAFT, and
 * APPLICATION_DELETED unless those in the bin are meant, too
 */
export async function findWritable(
  em: EntityManager,
  viewer: Viewer,
  application: string,
  { inBin = false, editing = false } = {},
): Promise<WritableApplication> {
  const key = uuidOf('Application', application)
  const account = actorOf(viewer)
  const [found] =
    key === null
      ? []
      : await em.execute<Found[]>(
          `select application.id, applicant.id as applicant, applicant.name as "applicantName", status, title,
             guideline_id as guideline, application.deleted_at as "deletedAt",
             applicant.deactivated_at is not null as deactivated, member.may_edit as "mayEdit",
             member.may_manage as "mayManage"
           from application
           join applicant on applicant.id = application.applicant_id
           left join member on member.applicant_id = applicant.id and member.account_id = ? and member.left_at is null
           where application.id = ? and (member.id is not null or exists (
             select from application_collaborator where application_id = application.id and account_id = ?
               and application_collaborator.left_at is null))
           for update of application`,
          [account, key, account],
        )
  if (!found) throw refusedAt(applicationIssues.unknown)
  if (!found.mayEdit && !(found.mayManage && !editing)) throw refusedAt(applicantIssues.rightNeeded('EDIT'))
  if (found.deactivated) throw refusedAt(applicantIssues.deactivated)
  if (found.deletedAt && !inBin) throw refusedAt(applicationIssues.deleted)
  if (found.status !== 'DRAFT') throw refusedAt(applicationIssues.notDraft)
  return found
}

function refusedAt(issue: Parameters<typeof refusal>[0]): Refused {
  return new Refused([refusal(issue, 'input', 'application')])
}
