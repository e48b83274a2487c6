import type { MikroORM, Transaction } from '@mikro-orm/postgresql'
import type { Context } from '../http/context.js'

/**
 * Says in a transaction that begins who acts, in which operation, on which request: what the audit trail tells of all that it
 * changes. The settings end with the transaction.
 * @param action the operation's name; without it the trail says INSERT, UPDATE or DELETE
 */
export async function setAudited(
  orm: MikroORM,
  transaction: Transaction,
  { viewer, requestId }: Pick<Context, 'viewer' | 'requestId'>,
  action = '',
): Promise<void> {
  await orm.em
    .getConnection()
    .execute(
      `select set_config('shenbao.actor', ?, true), set_config('shenbao.action', ?, true), set_config('shenbao.request', ?, true)`,
      [viewer.account ?? '', action, requestId],
      'run',
      transaction,
    )
}
