import type { EntityManager } from '@mikro-orm/postgresql'

/**
 * How often an account did something within the last hour, as the trail of audit tells. Of requests at the same time each waits
 * until the one before is in the trail, so that all of them together keep to a limit.
 */
export async function doneWithinHour(em: EntityManager, account: string, action: string): Promise<number> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`${action}/${account}`])
  const [told] = await em.execute<{ count: string }[]>(
    `select count(*) from audit_event where actor = ? and action = ? and at > now() - interval '1 hour'`,
    [account, action],
  )
  return Number(told?.count)
}
