import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { SectionName } from '../../schema/rules/form/form.js'
import { publicViewer } from '../access/viewer.js'
import type { Keyring } from '../secrets/keyring.js'
import { demoForm } from './demo-form.js'
import { hashOf } from './save-section.js'
import { takePersonalValues } from './seal-section.js'
import { storeSection } from './store-section.js'

/**
 * Begins an application of the demo's organisation: half filled in, and with two things to mend, so that there is something
 * to look at. The guideline is the newest of the city; without one there is no application.
 * @param account whoever fills it in
 */
export async function makeDemoApplication(
  em: EntityManager,
  keyring: Keyring,
  { applicant, account, now }: { applicant: string; account: string; now: Date },
): Promise<void> {
  const [guideline] = await em.execute<{ id: string }[]>(
    `select id from guideline where city_code = 'xining' order by year desc, edition desc limit 1`,
  )
  if (!guideline) return
  const application = randomUUID()
  await em.execute(
    `insert into application (id, applicant_id, guideline_id, city, status, created_by_id, created_at)
     values (?, ?, ?, 'xining', 'DRAFT', ?, ?)`,
    [application, applicant, guideline.id, account, now],
  )
  const context = { viewer: { ...publicViewer, account }, now: () => now, requestId: '', keyring }
  for (const [name, typed] of Object.entries(demoForm)) {
    const section = name as SectionName
    const { content, values } = takePersonalValues(section, typed, {})
    const place = { application, section, applicant, guideline: guideline.id, revision: 0, hash: hashOf(content) }
    await storeSection(em, context, 'makeDemoAccounts', { ...place, content, values })
  }
}
