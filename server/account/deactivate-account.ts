import type { EntityManager } from '@mikro-orm/postgresql'
import { Refused, refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { Account } from './account.entity.js'
import { keepAdministrator } from './keep-administrator.js'
import { officialIssues } from './official-issues.js'

/**
 * Closes an account: its sessions end with this transaction, and nobody can sign in with it. To do so again changes nothing.
 * Gives its key.
 * @throws {Refused} ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR
 */
export async function deactivateAccount(em: EntityManager, id: string, now: Date): Promise<string> {
  const account = await em.findOne(Account, keyOfGlobalId('UserAccount', id) ?? '')
  if (!account) throw new Refused([refusal(officialIssues.accountUnknown, 'id')])
  await keepAdministrator(em, account.id)
  account.deactivatedAt ??= now
  await em.flush()
  await em.execute('delete from auth.session where "userId" = ?', [account.id])
  return account.id
}

/**
 * Opens a closed account again, with the roles and memberships that it had. Gives its key.
 * @throws {Refused} ACCOUNT_UNKNOWN
 */
export async function reactivateAccount(em: EntityManager, id: string): Promise<string> {
  const account = await em.findOne(Account, keyOfGlobalId('UserAccount', id) ?? '')
  if (!account) throw new Refused([refusal(officialIssues.accountUnknown, 'id')])
  account.deactivatedAt = null
  return account.id
}
