import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import {
  Acceptance,
  AcceptInvitationPayload,
  InvitationConnection,
  InvitationPayload,
  InvitationsArgs,
  InviteMemberInput,
  InviteOfficialInput,
} from '../../schema/types/invitation.js'
import type { Context } from '../http/context.js'
import { requestError } from '../http/request-error.js'
import { one, page } from '../selection/intent.js'
import { globalId, keyOfGlobalId } from '../selection/prepare/global-id.js'
import { type Written, write } from '../write.js'
import { acceptInvitation } from './accept-invitation.js'
import { Invitation } from './invitation.entity.js'
import { inviteMember } from './invite-member.js'
import { inviteOfficial } from './invite-official.js'
import { revokeInvitation } from './revoke-invitation.js'

@Resolver()
export class InvitationResolver {
  @Query(() => InvitationConnection, {
    description:
      'Invitations of the organisations that the caller manages, and to applications that he manages or edits; for an administrator, those to official roles. The newest first.',
  })
  invitations(
    @Args(() => InvitationsArgs) { applicant, application, state, ...args }: InvitationsArgs,
  ): Promise<InvitationConnection> {
    return page(Invitation, {
      where: [
        ...(applicant == null ? [] : [{ field: 'applicant', is: keyOfGlobalId('Applicant', applicant) ?? '' }]),
        ...(application == null ? [] : [{ field: 'application', is: keyOfGlobalId('Application', application) ?? '' }]),
        ...(state == null ? [] : [{ field: 'state', is: state }]),
      ],
      order: [{ field: 'invitedAt', direction: 'DESC' }],
      page: args,
    })
  }

  @Mutation(() => InvitationPayload, {
    description:
      'Invites somebody to work for an organisation that the caller manages. Earlier invitations of the same address are revoked.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    const once = { key: input.idempotencyKey, input }
    return payloadOf(await write(context, 'inviteMember', (em) => inviteMember(em, context, input), once))
  }

  @Mutation(() => InvitationPayload, {
    description:
      'Invites somebody to an official’s role. Earlier invitations of the same address to this role are revoked.',
  })
  async inviteOfficial(
    @Arg('input', () => InviteOfficialInput) input: InviteOfficialInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    const once = { key: input.idempotencyKey, input }
    return payloadOf(await write(context, 'inviteOfficial', (em) => inviteOfficial(em, context, input), once))
  }

  @Mutation(() => InvitationPayload, { description: 'Takes back an invitation that nobody has accepted.' })
  async revokeInvitation(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<InvitationPayload> {
    return payloadOf(await write(context, 'revokeInvitation', (em) => revokeInvitation(em, id, context.now())))
  }

  @Mutation(() => AcceptInvitationPayload, {
    description:
      'Accepts an invitation with the code of its mail, once. The caller’s account has to be of the address that the mail went to.',
  })
  async acceptInvitation(
    @Arg('token', () => String, { description: 'The code of the mail.' }) token: string,
    @Ctx() context: Context,
  ): Promise<AcceptInvitationPayload> {
    const { account } = context.viewer
    if (account === null) {
      const messages = { 'zh-CN': '请先登录，再接受邀请。', en: 'Sign in first, then accept the invitation.' }
      throw requestError('UNAUTHENTICATED', messages, { status: 200 })
    }
    const accept = (em: ReturnType<Context['em']>) => acceptInvitation(em, account, token, context.now())
    const { result, errors } = await write(context, 'acceptInvitation', accept)
    if (result === null) return { acceptance: null, errors }
    const applicant = 'applicant' in result ? globalId('Applicant', result.applicant) : null
    const application = 'application' in result ? globalId('Application', result.application) : null
    return { acceptance: Object.assign(new Acceptance(), result, { applicant, application }), errors }
  }
}

/** What was written, read again under the caller's policy. */
function payloadOf({ result, errors }: Written<string>): InvitationPayload {
  const invitation = result === null ? null : one(Invitation, { where: [{ field: 'id', is: result }] })
  return { invitation, errors }
}
