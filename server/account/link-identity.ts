import { randomUUID } from 'node:crypto'
import type { DonePayload } from '../../schema/types/account.js'
import type { LinkIdentityInput } from '../../schema/types/identity-provider.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { audited } from './audited.js'
import type { Query } from './auth-database.js'
import { countAttempt } from './count-attempt.js'
import { lockIdentity, providerId } from './oidc-account.js'
import { takeIdentityCode } from './oidc-code.js'
import { refuseStranger } from './refuse-stranger.js'
import { signInIssues } from './sign-in-issues.js'
import { signedIn } from './signed-in.js'
import { tellOwner } from './tell-owner.js'

/**
 * Lets an identity at the provider sign in to the account that asks, once its owner has shown that he is both: the provider has
 * just said who he is there, and he is signed in here. An identity never joins an account in another way.
 */
export async function linkIdentity(context: Context, input: LinkIdentityInput): Promise<DonePayload> {
  const { account, id } = signedIn(context)
  const { authentication } = context
  const tooOften = await countAttempt(context, 'signIn', account)
  if (tooOften.length > 0) return { done: false, errors: tooOften }
  const payload = await authentication.act<DonePayload>(audited(context, 'linkIdentity'), async (act) => {
    const strange = await refuseStranger(act.query, { account, id, password: input.password })
    if (strange.length > 0) return { done: false, errors: strange }
    const identity = await takeIdentityCode(authentication, act.query, input.code, input.verifier)
    if (identity === null) return { done: false, errors: [refusal(signInIssues.signInExpired, 'input', 'code')] }
    const owner = await ownerOf(act.query, identity)
    if (owner === account) return { done: true, errors: [] }
    if (owner !== null) return { done: false, errors: [refusal(signInIssues.identityTaken, 'input', 'code')] }
    await act.query(
      `insert into auth.account (id, "accountId", "providerId", "userId", "updatedAt") values ($1, $2, $3, $4, now())`,
      [randomUUID(), identity, providerId, account],
    )
    await tellOwner(act, account, 'IDENTITY')
    return { done: true, errors: [] }
  })
  if (payload.done) await authentication.limits.forgive('signIn', account)
  return payload
}

/** The account that an identity signs in to; null for a new one, which nobody else takes until the transaction ends. */
async function ownerOf(query: Query, identity: string): Promise<string | null> {
  await lockIdentity(query, identity)
  const [found] = await query<{ account: string }>(
    'select "userId" as account from auth.account where "providerId" = $1 and "accountId" = $2',
    [providerId, identity],
  )
  return found?.account ?? null
}
