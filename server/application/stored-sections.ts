import type { EntityManager } from '@mikro-orm/postgresql'
import type { FormSection } from '../../schema/enums.js'
import { type SectionName, sectionOfCode } from '../../schema/rules/form/form.js'

type Content = Readonly<Record<string, unknown>>

/** A section as it was saved last, with references in place of personal values. */
export type SavedSection = { readonly revision: number; readonly content: Content; readonly hash: string }

/** The sections of an application that were saved; until the transaction ends nobody else saves these. */
export async function storedSections(
  em: EntityManager,
  application: string,
): Promise<ReadonlyMap<SectionName, SavedSection>> {
  const rows = await em.execute<(SavedSection & { section: FormSection })[]>(
    `select section.section, section.revision, saved.content, section.content_hash as hash
     from application_section section join section_revision saved using (application_id, section, revision)
     where section.application_id = ? for update of section`,
    [application],
  )
  return new Map(rows.map(({ section, ...saved }) => [sectionOfCode(section), saved]))
}
