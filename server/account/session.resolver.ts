import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { DonePayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { revokeOtherSessions } from './revoke-other-sessions.js'
import { revokeSession } from './revoke-session.js'

@Resolver()
export class SessionResolver {
  @Mutation(() => DonePayload, { description: 'Ends one of the account’s sessions, such as that of a lost device.' })
  revokeSession(
    @Arg('id', () => ID, { description: 'Id of the session, from viewer.' }) id: string,
    @Ctx() context: Context,
  ): Promise<DonePayload> {
    return revokeSession(context, id)
  }

  @Mutation(() => DonePayload, { description: 'Ends all of the account’s sessions but the one that asks.' })
  revokeOtherSessions(@Ctx() context: Context): Promise<DonePayload> {
    return revokeOtherSessions(context)
  }
}
