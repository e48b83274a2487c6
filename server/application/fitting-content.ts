import type { EntityManager } from '@mikro-orm/postgresql'
import { checkCodes } from '../../schema/rules/case-facts.js'
import type { SectionOf } from '../../schema/rules/form/form.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import { checkReferences } from './check-references.js'
import type { SectionPlace } from './find-section.js'

/**
 * What of another application's section can stand in this one: without codes that its guideline doesn't have, and without
 * files, evidence and people that aren't the organisation's any more.
 */
export async function fittingContent(
  em: EntityManager,
  place: SectionPlace,
  content: Readonly<Record<string, unknown>>,
  loaded: LoadedEdition,
): Promise<Record<string, unknown>> {
  const codes = place.section === 'cover' ? checkCodes(loaded.compiled, content as SectionOf<'cover'>) : []
  const references = await checkReferences(em, place, content, loaded)
  const fitting = structuredClone(content) as Record<string, unknown>
  for (const { path } of codes) drop(fitting, [path])
  for (const { path } of references) drop(fitting, path)
  return fitting
}

function drop(content: Record<string, unknown>, path: readonly string[]): void {
  const [last = '', ...above] = path.toReversed()
  const holder = above.reduceRight<unknown>((value, step) => (value as Record<string, unknown>)[step], content)
  delete (holder as Record<string, unknown>)[last]
}
