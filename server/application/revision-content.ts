import type { EntityManager } from '@mikro-orm/postgresql'
import { codeOfSection, type SectionName } from '../../schema/rules/form/form.js'

/** A section of an application, by the application's key. */
type Place = { readonly application: string; readonly section: SectionName }

/**
 * What a section said in one of its revisions, with references in place of personal values; nothing in revision 0, before
 * the first save. Null for a revision that it doesn't have.
 */
export async function findRevisionContent(
  em: EntityManager,
  { application, section }: Place,
  revision: number,
): Promise<Record<string, unknown> | null> {
  if (revision === 0) return {}
  const [found] = await em.execute<{ content: Record<string, unknown> }[]>(
    'select content from section_revision where application_id = ? and section = ? and revision = ?',
    [application, codeOfSection(section), revision],
  )
  return found?.content ?? null
}

/** The same of a revision that has to be there. */
export async function revisionContent(
  em: EntityManager,
  place: Place,
  revision: number,
): Promise<Record<string, unknown>> {
  const content = await findRevisionContent(em, place, revision)
  if (!content) throw new Error(`Revision ${revision} of a section is gone.`)
  return content
}
