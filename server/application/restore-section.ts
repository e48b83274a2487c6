import type { EntityManager } from '@mikro-orm/postgresql'
import { sectionOfCode } from '../../schema/rules/form/form.js'
import type { RestoreSectionInput } from '../../schema/types/application-history.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { applicationIssues } from './application-issues.js'
import { findSection } from './find-section.js'
import { findRevisionContent } from './revision-content.js'
import { hashOf } from './save-section.js'
import { storeSection } from './store-section.js'

/**
 * Gives a section the content of one of its earlier revisions, in a new revision; one that says this already is left as it
 * is, so that a request sent twice does it once.
 * @returns the application's key
 * @throws {Refused} the refusals of `findSection`, REVISION_UNKNOWN, STALE_REVISION
 */
export async function restoreSection(
  em: EntityManager,
  context: Context,
  { application, section, revision, to }: RestoreSectionInput,
): Promise<string> {
  const place = await findSection(em, context.viewer, application, sectionOfCode(section))
  const content = to < 0 ? null : await findRevisionContent(em, place, to)
  if (!content) throw new Refused([refusal(applicationIssues.futureRevision, 'input', 'to')])
  if (revision > place.revision || revision < 0) {
    throw new Refused([refusal(applicationIssues.futureRevision, 'input', 'revision')])
  }
  const hash = hashOf(content)
  if (hash === (place.hash ?? hashOf({}))) return place.application
  const stored =
    revision === place.revision &&
    (await storeSection(em, context, 'restoreSection', { ...place, content, hash, values: [] }))
  if (!stored) throw new Refused([refusal(applicationIssues.changedMeanwhile(place.revision), 'input', 'revision')])
  return place.application
}
