import type { EntityManager } from '@mikro-orm/postgresql'
import type { SectionName } from '../../schema/rules/form/form.js'
import type { CopyApplicationInput } from '../../schema/types/application-upkeep.js'
import type { Context } from '../http/context.js'
import { globalId } from '../selection/prepare/global-id.js'
import { Application } from './application.entity.js'
import { copyValues, openValues } from './copy-values.js'
import { createApplication } from './create-application.js'
import type { EditionToFill } from './edition-to-fill.js'
import { findReadable } from './find-readable.js'
import type { SectionPlace } from './find-section.js'
import { fittingContent } from './fitting-content.js'
import { hashOf } from './save-section.js'
import { reuseStoredValues } from './seal-section.js'
import { storeSection } from './store-section.js'
import { storedSections } from './stored-sections.js'

/** What is declared and committed to is declared anew for every application. */
const notCopied: readonly SectionName[] = ['opinion', 'declarations']

/**
 * Begins an application with what another of the same organisation says, under the newest edition of the year's guideline.
 * @param target the edition that the new one will be under, loaded before the transaction
 * @returns the new one's key
 * @throws {Refused} APPLICATION_UNKNOWN, MEMBER_RIGHT_NEEDED, APPLICATION_DELETED, and the refusals of `createApplication`
 */
export async function copyApplication(
  em: EntityManager,
  context: Context,
  target: EditionToFill | null,
  input: CopyApplicationInput,
): Promise<string> {
  const from = await findReadable(em, context, input.application, 'application')
  const applicant = from.applicant.id
  const begun = { applicant: globalId('Applicant', applicant), year: input.year, idempotencyKey: input.idempotencyKey }
  const application = await createApplication(em, context, begun)
  const { guideline } = await em.findOneOrFail(Application, application)
  if (target?.key !== guideline.id) throw new Error('A guideline was published while an application was copied.')
  const personal = await openValues(em, context.keyring, from.id)
  for (const [section, { content: said }] of await storedSections(em, from.id)) {
    if (notCopied.includes(section)) continue
    const empty: SectionPlace = {
      ...{ application, section, applicant, guideline: guideline.id },
      ...{ revision: 0, content: {}, hash: null },
    }
    const fitting = await fittingContent(em, empty, said, target.loaded)
    const copied = copyValues(personal, section, fitting)
    const { content, values } = await reuseStoredValues(em, context.keyring, application, section, copied)
    await storeSection(em, context, 'copyApplication', { ...empty, content, hash: hashOf(content), values })
  }
  return application
}
