import { codeOfSection, type SectionName } from '../../schema/rules/form/form.js'
import { actorOf, type Viewer } from '../access/viewer.js'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { uuidOf } from '../applicant/find-applicant.js'
import type { Executor } from '../database/prepared-statements.js'
import { Refused, refusal } from '../refusal.js'
import { applicationIssues } from './application-issues.js'

/** A section that somebody is about to change, as it is now; revision 0 has no content. */
export type SectionPlace = {
  readonly application: string
  readonly section: SectionName
  readonly applicant: string
  readonly guideline: string
  readonly revision: number
  readonly content: Readonly<Record<string, unknown>>
  readonly hash: string | null
}

type Found = {
  readonly applicant: string
  readonly guideline: string
  readonly status: string
  readonly deleted: boolean
  readonly deactivated: boolean
  readonly mayEdit: boolean
  readonly revision: number | null
  readonly content: Record<string, unknown> | null
  readonly hash: string | null
}

/** An application with the organisation and whatever an account is to it; the account is named twice. */
export const applicationOfWriter = `application
  join applicant on applicant.id = application.applicant_id
  left join member on member.applicant_id = applicant.id and member.account_id = ? and member.left_at is null
  left join application_collaborator collaborator on collaborator.application_id = application.id
    and collaborator.account_id = ? and collaborator.left_at is null`

/** Whether that account may change it. */
export const mayEdit = '(coalesce(member.may_edit, false) or coalesce(collaborator.may_edit, false))'

/**
 * The section that an input means, if the caller may change it.
 * @param application its id in the API
 * @throws {Refused} APPLICATION_UNKNOWN, MEMBER_RIGHT_NEEDED, APPLICANT_DEACTIVATED, APPLICATION_DELETED,
 * APPLICATION_NOT_DRAFT
 */
export async function findSection(
  executor: Executor,
  viewer: Viewer,
  application: string,
  section: SectionName,
): Promise<SectionPlace> {
  const [place] = await findSections(executor, viewer, application, [section])
  if (!place) throw new Error('A section was asked for, and none came.')
  return place
}

/** The same for several sections, in their order. */
export async function findSections(
  executor: Executor,
  viewer: Viewer,
  application: string,
  sections: readonly SectionName[],
): Promise<SectionPlace[]> {
  const key = uuidOf('Application', application)
  if (key === null) throw refusedAt(applicationIssues.unknown)
  // Written by hand, as it is the one read of a save: the organisation, the caller's right and the texts at once.
  const rows = await executor.execute<Found[]>(
    `select application.applicant_id as applicant, application.guideline_id as guideline, application.status,
       application.deleted_at is not null as deleted, applicant.deactivated_at is not null as deactivated,
       ${mayEdit} as "mayEdit", section.revision, saved.content, section.content_hash as hash
     from ${applicationOfWriter}
     cross join unnest(?::text[]) with ordinality as asked (section, place)
     left join application_section section on section.application_id = application.id
       and section.section = asked.section
     left join section_revision saved on saved.application_id = section.application_id
       and saved.section = section.section and saved.revision = section.revision
     where application.id = ? and (member.id is not null or collaborator.id is not null)
     order by asked.place`,
    [actorOf(viewer), actorOf(viewer), `{${sections.map(codeOfSection).join()}}`, key],
  )
  const [found] = rows
  if (!found) throw refusedAt(applicationIssues.unknown)
  if (!found.mayEdit) throw refusedAt(applicantIssues.rightNeeded('EDIT'))
  if (found.deactivated) throw refusedAt(applicantIssues.deactivated)
  if (found.deleted) throw refusedAt(applicationIssues.deleted)
  if (found.status !== 'DRAFT') throw refusedAt(applicationIssues.notDraft)
  return sections.map((section, at) => {
    const { applicant, guideline, revision, content, hash } = rows[at] as Found
    return { application: key, section, applicant, guideline, revision: revision ?? 0, content: content ?? {}, hash }
  })
}

function refusedAt(issue: Parameters<typeof refusal>[0]): Refused {
  return new Refused([refusal(issue, 'input', 'application')])
}
