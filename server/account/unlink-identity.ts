import type { DonePayload } from '../../schema/types/account.js'
import type { UnlinkIdentityInput } from '../../schema/types/identity-provider.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { audited } from './audited.js'
import type { Query } from './auth-database.js'
import { countAttempt } from './count-attempt.js'
import { providerId } from './oidc-account.js'
import { refuseStranger } from './refuse-stranger.js'
import { signInIssues } from './sign-in-issues.js'
import { signedIn } from './signed-in.js'
import { tellOwner } from './tell-owner.js'

/**
 * Takes an identity away from the account that asks, unless nothing else is left to sign in with. The other sessions end, as it
 * isn't known which of them it began.
 */
export async function unlinkIdentity(context: Context, input: UnlinkIdentityInput): Promise<DonePayload> {
  const { account, id } = signedIn(context)
  const { authentication } = context
  const tooOften = await countAttempt(context, 'signIn', account)
  if (tooOften.length > 0) return { done: false, errors: tooOften }
  const payload = await authentication.act<DonePayload>(audited(context, 'unlinkIdentity'), async (act) => {
    const { query } = act
    const strange = await refuseStranger(query, { account, id, password: input.password })
    if (strange.length > 0) return { done: false, errors: strange }
    const linked = await linkedIdentity(query, account, keyOfGlobalId('LinkedIdentity', input.identity) ?? '')
    if (!linked) return { done: false, errors: [refusal(signInIssues.identityUnknown, 'input', 'identity')] }
    if (!linked.others) return { done: false, errors: [refusal(signInIssues.lastWay, 'input', 'identity')] }
    await query('delete from auth.account where id = $1', [linked.id])
    await query('delete from auth.sign_in_code where account_id = $1', [account])
    await query('delete from auth.session where "userId" = $1 and id <> $2', [account, id])
    await tellOwner(act, account, 'IDENTITY')
    return { done: true, errors: [] }
  })
  if (payload.done) await authentication.limits.forgive('signIn', account)
  return payload
}

/** One of the account's identities, and whether there is another way in; undefined for what is none of them. */
async function linkedIdentity(query: Query, account: string, id: string) {
  const [linked] = await query<{ id: string; others: boolean }>(
    `select id, exists (select from auth.account as other where other."userId" = $1 and other.id <> $2
              and (other."providerId" = $3 or other.password is not null)) as others
       from auth.account where id = $2 and "userId" = $1 and "providerId" = $3`,
    [account, id, providerId],
  )
  return linked
}
