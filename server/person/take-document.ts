import type { EntityManager } from '@mikro-orm/postgresql'
import { Person } from '../applicant/applicant.entity.js'
import { Refused, refusal } from '../refusal.js'
import type { Keyring } from '../secrets/keyring.js'
import { lockValue } from '../secrets/lock-value.js'
import { personIssues } from './person-issues.js'

/**
 * Sees to it that a document belongs to one active person of an organisation only, also in a race.
 * @param except the person who has it already
 * @throws {Refused} PERSON_EXISTS
 */
export async function takeDocument(
  em: EntityManager,
  keyring: Keyring,
  applicant: string,
  number: string,
  except?: string,
): Promise<void> {
  await lockValue(em, keyring, `person/${applicant}`, number)
  const taken = await em.count(Person, {
    ...{ applicant, deactivatedAt: null, idNumberIndex: { $in: keyring.blindIndexes(number) } },
    ...(except !== undefined && { id: { $ne: except } }),
  })
  if (taken > 0) throw new Refused([refusal(personIssues.exists, 'input', 'idDocument', 'number')])
}
