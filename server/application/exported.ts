import { isPersonal } from '../../schema/rules/form/field.js'
import { type SectionName, sectionNames } from '../../schema/rules/form/form.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import { globalId } from '../selection/prepare/global-id.js'
import { type ExchangeDocument, exchangeSchema } from './exchange-document.js'
import type { PersonalReference } from './personal-reference.js'

/** What an application's document is made of, as the database keeps it. */
export type SavedForm = {
  readonly guideline: ExchangeDocument['guideline']
  readonly sections: Readonly<Partial<Record<SectionName, StoredContent | null>>>
}

type StoredContent = { readonly revision: number; readonly content: Readonly<Record<string, unknown>> }

/**
 * An application as a document, the same text for the same content: keys come in the order of the form, and what isn't
 * filled in is left out.
 * @param key the application's
 * @param show how a personal value is written; masked, if left out
 */
export function writeExported(
  key: string,
  { guideline: { city, year, edition }, sections }: SavedForm,
  show: (reference: PersonalReference) => string = ({ masked }) => masked,
): string {
  const saved = sectionNames.flatMap((name) => {
    const section = sections[name]
    return section ? [{ name, ...section }] : []
  })
  const revisions = Object.fromEntries(sectionNames.map((name) => [name, sections[name]?.revision ?? 0]))
  const document: ExchangeDocument = {
    schema: exchangeSchema,
    application: globalId('Application', key),
    guideline: { city, year, edition },
    revisions: revisions as ExchangeDocument['revisions'],
    sections: Object.fromEntries(
      saved.map(({ name, content }) => [
        name,
        mapSection(name, content, ({ field, value }) => (isPersonal(field) ? show(value as PersonalReference) : value)),
      ]),
    ),
  }
  return JSON.stringify(document)
}
