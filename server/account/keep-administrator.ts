import type { EntityManager } from '@mikro-orm/postgresql'
import { Refused, refusal } from '../refusal.js'
import { officialIssues } from './official-issues.js'

/**
 * Makes sure that an administrator is left when this account is none any more. Whoever takes an administrator away waits here
 * for the one before him, so that of the last two not both can go at once.
 * @throws {Refused} LAST_ADMINISTRATOR, at `id`
 */
export async function keepAdministrator(em: EntityManager, account: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('shenbao administrators', 0))`)
  const [found] = await em.execute<{ one: boolean; others: boolean }[]>(
    `select coalesce(bool_or(account_id = ?), false) as one, coalesce(bool_or(account_id <> ?), false) as others
       from role_grant join account on account.id = account_id
       where role = 'ADMINISTRATOR' and revoked_at is null and deactivated_at is null`,
    [account, account],
  )
  if (found?.one && !found.others) throw new Refused([refusal(officialIssues.lastAdministrator, 'id')])
}
