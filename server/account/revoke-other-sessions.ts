import type { DonePayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { write } from '../write.js'
import { signedIn } from './signed-in.js'

/** Ends all sessions of the account but the one that asks. */
export async function revokeOtherSessions(context: Context): Promise<DonePayload> {
  const { account, id } = signedIn(context)
  await write(context, 'revokeOtherSessions', (em) =>
    em.execute('delete from auth.session where "userId" = ? and id <> ?', [account, id]),
  )
  return { done: true, errors: [] }
}
