import type { UserError } from '../../schema/types/user-error.js'
import { refusal } from '../refusal.js'
import type { Query } from './auth-database.js'
import { verifyPassword } from './password.js'
import { signInIssues } from './sign-in-issues.js'
import { signInFirst } from './signed-in.js'

type Asking = { readonly account: string; readonly id: string; readonly password: string | null | undefined }

/**
 * Makes sure that an account’s owner changes how it is signed in to, and not somebody who has got hold of a session of his: it
 * takes the password, if there is one, in a session that has passed the second factor, if there is one or it was reset. Until the transaction
 * ends nobody else changes it. Empty if it is he; else PASSWORD_WRONG, SECOND_FACTOR_NOT_PASSED.
 * @throws {GraphQLError} UNAUTHENTICATED if the session ended meanwhile
 */
export async function refuseStranger(query: Query, { account, id, password }: Asking): Promise<readonly UserError[]> {
  const [owner] = await query<{ required: boolean; passed: boolean; hash: string | null }>(
    `select "twoFactorEnabled" is true or exists (select from auth.second_factor_reset where account_id = $1) as required,
            session."secondFactorAt" is not null as passed,
            (select password from auth.account where "userId" = $1 and "providerId" = 'credential') as hash
       from auth."user" join auth.session on session."userId" = "user".id and session.id = $2
      where "user".id = $1 for update of "user"`,
    [account, id],
  )
  if (!owner) throw signInFirst()
  if (owner.required && !owner.passed) return [refusal(signInIssues.notPassed)]
  if (owner.hash === null || (await verifyPassword({ hash: owner.hash, password: password ?? '' }))) return []
  return [refusal(signInIssues.passwordWrong, 'input', 'password')]
}
