import type { EntityManager } from '@mikro-orm/postgresql'
import { uuidOf } from '../applicant/find-applicant.js'
import { Refused, refusal } from '../refusal.js'
import { RoleGrant } from './account.entity.js'
import { keepAdministrator } from './keep-administrator.js'
import { officialIssues } from './official-issues.js'

/**
 * Ends an official's role, from the next request on; to revoke it again changes nothing. Gives the grant's key.
 * @throws {Refused} ROLE_GRANT_UNKNOWN, LAST_ADMINISTRATOR
 */
export async function revokeRole(em: EntityManager, id: string, now: Date): Promise<string> {
  const key = uuidOf('RoleGrant', id)
  const grant = key && (await em.findOne(RoleGrant, key))
  if (!grant) throw new Refused([refusal(officialIssues.grantUnknown, 'id')])
  if (grant.revokedAt) return grant.id
  if (grant.role === 'ADMINISTRATOR') await keepAdministrator(em, grant.account.id)
  grant.revokedAt = now
  return grant.id
}
