import type { EntityManager } from '@mikro-orm/postgresql'
import type { GrantRoleInput } from '../../schema/types/user-account.js'
import { Refused, refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { Account } from './account.entity.js'
import { officialIssues } from './official-issues.js'
import { readOfficialRole } from './official-role.js'

/**
 * Gives an account an official's role. Gives the grant's key.
 * @throws {Refused} ACCOUNT_UNKNOWN, ROLE_FOR_ONESELF, ROLE_ALREADY_GRANTED, and what is wrong with the role
 */
export async function grantRole(em: EntityManager, actor: string, input: GrantRoleInput): Promise<string> {
  const account = await em.findOne(Account, keyOfGlobalId('UserAccount', input.account) ?? '')
  if (!account || account.deactivatedAt) throw new Refused([refusal(officialIssues.accountUnknown, 'input', 'account')])
  if (account.id === actor) throw new Refused([refusal(officialIssues.forOneself, 'input', 'account')])
  const { role, city, authority } = await readOfficialRole(em, input)
  const [grant] = await em.execute<{ id: string }[]>(
    `insert into role_grant (account_id, role, city, authority, granted_by_id) values (?, ?, ?, ?, ?)
       on conflict do nothing returning id`,
    [account.id, role, city, authority, actor],
  )
  if (!grant) throw new Refused([refusal(officialIssues.alreadyGranted, 'input')])
  return grant.id
}
