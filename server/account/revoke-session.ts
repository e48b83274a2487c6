import type { DonePayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { write } from '../write.js'
import { signInIssues } from './sign-in-issues.js'
import { signedIn } from './signed-in.js'

/** Ends one session of the account: a device that was lost, or this one. */
export async function revokeSession(context: Context, id: string): Promise<DonePayload> {
  const { account } = signedIn(context)
  const { result } = await write(context, 'revokeSession', (em) =>
    em.execute<object[]>('delete from auth.session where id = ? and "userId" = ? returning id', [
      keyOfGlobalId('Session', id) ?? '',
      account,
    ]),
  )
  const done = (result ?? []).length > 0
  return { done, errors: done ? [] : [refusal(signInIssues.sessionUnknown, 'id')] }
}
