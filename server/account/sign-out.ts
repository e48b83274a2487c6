import type { DonePayload } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { write } from '../write.js'
import { endedCookie } from './session-cookie.js'
import { signedIn } from './signed-in.js'

/** Ends the session that asks. */
export async function signOut(context: Context): Promise<DonePayload> {
  const { id, byCookie } = signedIn(context)
  await write(context, 'signOut', (em) => em.execute('delete from auth.session where id = ?', [id]))
  if (byCookie) context.caller.setHeader('set-cookie', endedCookie(context.caller.secure))
  return { done: true, errors: [] }
}
