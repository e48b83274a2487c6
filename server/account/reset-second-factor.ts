import type { EntityManager } from '@mikro-orm/postgresql'
import { parseLine } from '../../schema/rules/line-of-text.js'
import type { ResetSecondFactorInput } from '../../schema/types/user-account.js'
import { recordAudit } from '../audit/record-audit.js'
import { Refused, refusal } from '../refusal.js'
import type { Keyring } from '../secrets/keyring.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { Account } from './account.entity.js'
import { clearSecondFactor } from './clear-second-factor.js'
import { officialIssues } from './official-issues.js'
import { signInIssues } from './sign-in-issues.js'

/**
 * Resets the second factor of somebody who lost his device and his recovery codes. The reason is kept in the audit trail; the
 * account's sessions end, and it enrols anew with a code that only its own address gets. Gives the account's key.
 * @throws {Refused} REASON_MALFORMED, ACCOUNT_UNKNOWN, RESET_FOR_ONESELF, SECOND_FACTOR_NOT_ENROLLED
 */
export async function resetSecondFactor(
  em: EntityManager,
  keyring: Keyring,
  actor: string,
  input: ResetSecondFactorInput,
): Promise<string> {
  const refuse = (issue: Parameters<typeof refusal>[0], field: string) => new Refused([refusal(issue, 'input', field)])
  const reason = parseLine(input.reason, 500)
  if (!reason.ok || [...reason.value].length < 5) throw refuse(officialIssues.reason, 'reason')
  const account = await em.findOne(Account, keyOfGlobalId('UserAccount', input.account) ?? '')
  if (!account || account.deactivatedAt) throw refuse(officialIssues.accountUnknown, 'account')
  if (account.id === actor) throw refuse(officialIssues.resetForOneself, 'account')
  if (!(await clearSecondFactor(em, keyring, account))) throw refuse(signInIssues.notEnrolled, 'account')
  const subject = { type: 'Account', key: account.id }
  await recordAudit(em, { subject, action: 'resetSecondFactor', reason: reason.value })
  return account.id
}
