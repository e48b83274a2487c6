import type { EntityManager } from '@mikro-orm/postgresql'
import type { FormSection } from '../../schema/enums.js'
import { sectionOfCode } from '../../schema/rules/form/form.js'
import { issue } from '../../schema/rules/issue.js'
import { parseLine } from '../../schema/rules/line-of-text.js'
import type { ExportApplicationInput } from '../../schema/types/exchange.js'
import { actorOf } from '../access/viewer.js'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { hasRight, uuidOf } from '../applicant/find-applicant.js'
import { doneWithinHour } from '../audit/done-within-hour.js'
import { recordAudit } from '../audit/record-audit.js'
import type { Context } from '../http/context.js'
import { revealIssues } from '../person/reveal-issues.js'
import { Refused, refusal } from '../refusal.js'
import { Application } from './application.entity.js'
import { applicationIssues } from './application-issues.js'
import { writeExported } from './exported.js'
import { openReference } from './personal-reference.js'

/** Applications that one account may have with everything in clear within an hour. */
const clearExportsPerHour = 20

/** The audit trail's name of it. */
const action = 'exportApplication'

/**
 * An application as a document with its identity numbers and phones in clear, for members with the right to edit. That it was
 * asked for, by whom and why, becomes part of the application's audit trail in the same transaction.
 * @throws {Refused} REASON_MALFORMED, APPLICATION_UNKNOWN, MEMBER_RIGHT_NEEDED, TOO_MANY_REVEALS
 */
export async function exportInClear(
  em: EntityManager,
  { viewer, keyring }: Pick<Context, 'viewer' | 'keyring'>,
  input: ExportApplicationInput,
): Promise<string> {
  const reason = parseLine(input.reason, 500)
  if (!reason.ok || [...reason.value].length < 5) throw new Refused([refusal(revealIssues.reason, 'input', 'reason')])
  const key = uuidOf('Application', input.application)
  const application = key && (await em.findOne(Application, key, { populate: ['guideline'] }))
  if (!application) throw new Refused([refusal(applicationIssues.unknown, 'input', 'application')])
  if (!(await hasRight(em, application.applicant, viewer, 'EDIT'))) {
    throw new Refused([refusal(applicantIssues.rightNeeded('EDIT'), 'input', 'application')])
  }
  await countExport(em, actorOf(viewer))
  const values = new Map(
    (await em.execute<SealedValue[]>(sealedSql, [application.id])).map(({ id, sealed }) => [id, sealed]),
  )
  const rows = await em.execute<StoredSection[]>(storedSql, [application.id])
  await recordAudit(em, { subject: { type: 'Application', key: application.id }, action, reason: reason.value })
  const { city, year, edition } = application.guideline
  const stored = {
    guideline: { city: city.code, year, edition },
    sections: Object.fromEntries(rows.map(({ section, ...saved }) => [sectionOfCode(section), saved])),
  }
  return writeExported(application.id, stored, (reference) =>
    openReference(keyring, reference, (row) => values.get(row)),
  )
}

type SealedValue = { readonly id: string; readonly sealed: string }
type StoredSection = {
  readonly section: FormSection
  readonly revision: number
  readonly content: Record<string, unknown>
}

const sealedSql = 'select id, value_sealed as sealed from application_personal_value where application_id = ?'
const storedSql = `
  select section, revision, content from application_section join section_revision using (application_id, section, revision)
  where application_id = ?`

/** @throws {Refused} TOO_MANY_REVEALS */
async function countExport(em: EntityManager, account: string): Promise<void> {
  if ((await doneWithinHour(em, account, action)) >= clearExportsPerHour) throw new Refused([refusal(tooMany, 'input')])
}

const tooMany = issue(
  'TOO_MANY_REVEALS',
  `一小时内最多以明文导出 ${clearExportsPerHour} 次，请稍后再试，或导出掩码版本。`,
  `At most ${clearExportsPerHour} exports are in clear within an hour; try again later, or take the masked one.`,
)
