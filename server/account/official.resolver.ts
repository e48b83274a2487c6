import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import {
  GrantRoleInput,
  ResetSecondFactorInput,
  RoleGrantPayload,
  UserAccountConnection,
  UserAccountPayload,
  UserAccountsArgs,
} from '../../schema/types/user-account.js'
import { actorOf } from '../access/viewer.js'
import type { Context } from '../http/context.js'
import { one, page } from '../selection/intent.js'
import { type Written, write } from '../write.js'
import { Account, RoleGrant } from './account.entity.js'
import { deactivateAccount, reactivateAccount } from './deactivate-account.js'
import { grantRole } from './grant-role.js'
import { resetSecondFactor } from './reset-second-factor.js'
import { revokeRole } from './revoke-role.js'

@Resolver()
export class OfficialResolver {
  @Query(() => UserAccountConnection, { description: 'All accounts, by their address.' })
  accounts(
    @Args(() => UserAccountsArgs) { email, official, ...args }: UserAccountsArgs,
  ): Promise<UserAccountConnection> {
    return page(Account, {
      where: [
        ...(email == null ? [] : [{ field: 'emailFolded', is: email.toLowerCase() }]),
        ...(official == null ? [] : [{ field: 'official', is: official }]),
      ],
      order: [{ field: 'email', direction: 'ASC' }],
      page: args,
    })
  }

  @Mutation(() => RoleGrantPayload, {
    description: 'Gives an account an official’s role, in effect in sessions that passed the second factor.',
  })
  async grantRole(
    @Arg('input', () => GrantRoleInput) input: GrantRoleInput,
    @Ctx() context: Context,
  ): Promise<RoleGrantPayload> {
    const actor = actorOf(context.viewer)
    const once = { key: input.idempotencyKey, input }
    return grantPayload(await write(context, 'grantRole', (em) => grantRole(em, actor, input), once))
  }

  @Mutation(() => RoleGrantPayload, { description: 'Ends an official’s role, from the next request on.' })
  async revokeRole(
    @Arg('id', () => ID, { description: 'Id of the grant.' }) id: string,
    @Ctx() context: Context,
  ): Promise<RoleGrantPayload> {
    return grantPayload(await write(context, 'revokeRole', (em) => revokeRole(em, id, context.now())))
  }

  @Mutation(() => UserAccountPayload, { description: 'Closes an account: its sessions end at once.' })
  async deactivateAccount(
    @Arg('id', () => ID, { description: 'Id of the account.' }) id: string,
    @Ctx() context: Context,
  ): Promise<UserAccountPayload> {
    const deactivate = (em: ReturnType<Context['em']>) => deactivateAccount(em, id, context.now())
    return accountPayload(await write(context, 'deactivateAccount', deactivate))
  }

  @Mutation(() => UserAccountPayload, {
    description: 'Opens a closed account again, with the roles and memberships that it had.',
  })
  async reactivateAccount(
    @Arg('id', () => ID, { description: 'Id of the account.' }) id: string,
    @Ctx() context: Context,
  ): Promise<UserAccountPayload> {
    return accountPayload(await write(context, 'reactivateAccount', (em) => reactivateAccount(em, id)))
  }

  @Mutation(() => UserAccountPayload, {
    description:
      'Takes the second factor away from an account whose owner lost it. Its sessions end, and its owner gets a mail with a code, by which alone he enrols a new one.',
  })
  async resetSecondFactor(
    @Arg('input', () => ResetSecondFactorInput) input: ResetSecondFactorInput,
    @Ctx() context: Context,
  ): Promise<UserAccountPayload> {
    const actor = actorOf(context.viewer)
    const reset = (em: ReturnType<Context['em']>) => resetSecondFactor(em, context.keyring, actor, input)
    return accountPayload(await write(context, 'resetSecondFactor', reset))
  }
}

function grantPayload({ result, errors }: Written<string>): RoleGrantPayload {
  return { grant: result === null ? null : one(RoleGrant, { where: [{ field: 'id', is: result }] }), errors }
}

function accountPayload({ result, errors }: Written<string>): UserAccountPayload {
  return { account: result === null ? null : one(Account, { where: [{ field: 'id', is: result }] }), errors }
}
