import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { issue } from '../../schema/rules/issue.js'
import { Refused, refusal } from '../refusal.js'

/**
 * Locks a row that was found, and checks that nobody has changed it since the caller read it.
 * @throws {Refused} STALE_REVISION at `input.revision`, with the one it has now
 */
export async function checkRevision(
  em: EntityManager,
  row: { readonly revision: number },
  revision: number,
): Promise<void> {
  await em.lock(row, LockMode.PESSIMISTIC_WRITE)
  await em.refresh(row)
  if (row.revision !== revision) throw new Refused([refusal(stale(row.revision), 'input', 'revision')])
}

/** What is told of a row that isn't there, and of one that the caller doesn't keep. */
export function notInRegister(field: string): Refused {
  return new Refused([refusal(missing, 'input', field)])
}

const stale = (revision: number) =>
  issue(
    'STALE_REVISION',
    `内容已被他人修改（现为第 ${revision} 版）；请重新读取后再保存。`,
    `Somebody else has changed it: it is revision ${revision} now. Read it again, then save.`,
  )

const missing = issue(
  'NOT_IN_REGISTER',
  '本市登记簿中没有这一条，请核对 id。',
  'The register of your city has no such entry; check the id.',
)
