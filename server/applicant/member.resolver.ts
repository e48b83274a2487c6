import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  LeaveApplicantInput,
  LeaveApplicantPayload,
  MemberPayload,
  RemoveMemberInput,
  SetMemberRightsInput,
} from '../../schema/types/applicant.input.js'
import type { Context } from '../http/context.js'
import { one } from '../selection/intent.js'
import { type Written, write } from '../write.js'
import { Member } from './applicant.entity.js'
import { leaveApplicant } from './leave-applicant.js'
import { refreshMembership } from './own-membership.js'
import { removeMember } from './remove-member.js'
import { setMemberRights } from './set-member-rights.js'

@Resolver()
export class MemberResolver {
  @Mutation(() => MemberPayload, { description: 'Sets what a member of an organisation may do.' })
  async setMemberRights(
    @Arg('input', () => SetMemberRightsInput) input: SetMemberRightsInput,
    @Ctx() context: Context,
  ): Promise<MemberPayload> {
    return answer(context, await write(context, 'setMemberRights', (em) => setMemberRights(em, context.viewer, input)))
  }

  @Mutation(() => MemberPayload, { description: 'Takes a member out of an organisation.' })
  async removeMember(
    @Arg('input', () => RemoveMemberInput) input: RemoveMemberInput,
    @Ctx() context: Context,
  ): Promise<MemberPayload> {
    return answer(context, await write(context, 'removeMember', (em) => removeMember(em, context, input)))
  }

  @Mutation(() => LeaveApplicantPayload, { description: 'Ends the caller’s own membership.' })
  async leaveApplicant(
    @Arg('input', () => LeaveApplicantInput) input: LeaveApplicantInput,
    @Ctx() context: Context,
  ): Promise<LeaveApplicantPayload> {
    const { result, errors } = await write(context, 'leaveApplicant', (em) => leaveApplicant(em, context, input))
    return { left: result !== null, errors }
  }
}

/** The member, if whoever has changed it still sees it: he may have taken himself out. */
async function answer(
  context: Context,
  { result, errors }: Written<{ member: string; applicant: string }>,
): Promise<MemberPayload> {
  if (result === null) return { member: null, errors }
  await refreshMembership(context, result.applicant)
  return { member: one(Member, { where: [{ field: 'id', is: result.member }] }), errors: [] }
}
