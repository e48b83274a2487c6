import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  CollaboratorPayload,
  InviteCollaboratorInput,
  LeaveApplicationInput,
  LeaveApplicationPayload,
  RemoveCollaboratorInput,
} from '../../schema/types/collaborator.js'
import { InvitationPayload } from '../../schema/types/invitation.js'
import type { Context } from '../http/context.js'
import { Invitation } from '../invitation/invitation.entity.js'
import { inviteCollaborator } from '../invitation/invite-collaborator.js'
import { one } from '../selection/intent.js'
import { write } from '../write.js'
import { applicationWith } from './application.resolver.js'
import { leaveApplication, removeCollaborator } from './end-collaboration.js'

@Resolver()
export class CollaboratorResolver {
  @Mutation(() => InvitationPayload, {
    description:
      'Invites somebody to work on one draft without being a member of its organisation. Earlier invitations of the same address to it are revoked.',
  })
  async inviteCollaborator(
    @Arg('input', () => InviteCollaboratorInput) input: InviteCollaboratorInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    const once = { key: input.idempotencyKey, input }
    const { result, errors } = await write(
      context,
      'inviteCollaborator',
      (em) => inviteCollaborator(em, context, input),
      once,
    )
    const invitation = result === null ? null : one(Invitation, { where: [{ field: 'id', is: result }] })
    return { invitation, errors }
  }

  @Mutation(() => CollaboratorPayload, { description: 'Takes a collaborator out of an application.' })
  async removeCollaborator(
    @Arg('input', () => RemoveCollaboratorInput) input: RemoveCollaboratorInput,
    @Ctx() context: Context,
  ): Promise<CollaboratorPayload> {
    const { result, errors } = await write(context, 'removeCollaborator', (em) =>
      removeCollaborator(em, context, input),
    )
    return { application: result === null ? null : applicationWith(result), errors }
  }

  @Mutation(() => LeaveApplicationPayload, {
    description: 'Ends the caller’s own work on another organisation’s application.',
  })
  async leaveApplication(
    @Arg('input', () => LeaveApplicationInput) input: LeaveApplicationInput,
    @Ctx() context: Context,
  ): Promise<LeaveApplicationPayload> {
    const { result, errors } = await write(context, 'leaveApplication', (em) => leaveApplication(em, context, input))
    return { left: result !== null, errors }
  }
}
