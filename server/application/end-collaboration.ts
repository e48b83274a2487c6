import type { EntityManager } from '@mikro-orm/postgresql'
import type { LeaveApplicationInput, RemoveCollaboratorInput } from '../../schema/types/collaborator.js'
import { actorOf } from '../access/viewer.js'
import { uuidOf } from '../applicant/find-applicant.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { globalId } from '../selection/prepare/global-id.js'
import { ApplicationCollaborator } from './application.entity.js'
import { applicationIssues } from './application-issues.js'
import { findWritable } from './find-writable.js'

type Acting = Pick<Context, 'viewer' | 'now'>

/**
 * Takes a collaborator out of an application that the caller's organisation writes. The row stays, as what he did refers to
 * it.
 * @returns the application's key
 * @throws {Refused} COLLABORATOR_UNKNOWN, and the refusals of `findWritable`
 */
export async function removeCollaborator(
  em: EntityManager,
  { viewer, now }: Acting,
  input: RemoveCollaboratorInput,
): Promise<string> {
  const key = uuidOf('ApplicationCollaborator', input.collaborator)
  const collaborator = key && (await em.findOne(ApplicationCollaborator, { id: key, leftAt: null }))
  if (!collaborator) throw new Refused([refusal(applicationIssues.collaboratorUnknown, 'input', 'collaborator')])
  const application = globalId('Application', collaborator.application.id)
  const { id } = await findWritable(em, viewer, application, { inBin: true })
  collaborator.leftAt = now()
  return id
}

/**
 * A collaborator leaves an application.
 * @throws {Refused} APPLICATION_UNKNOWN also for one that he doesn't collaborate on
 */
export async function leaveApplication(
  em: EntityManager,
  { viewer, now }: Acting,
  { application }: LeaveApplicationInput,
): Promise<true> {
  const key = uuidOf('Application', application)
  const where = { application: key ?? '', account: actorOf(viewer), leftAt: null }
  const own = key && (await em.findOne(ApplicationCollaborator, where))
  if (!own) throw new Refused([refusal(applicationIssues.unknown, 'input', 'application')])
  own.leftAt = now()
  return true
}
