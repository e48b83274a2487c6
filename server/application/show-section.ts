import { isPersonal } from '../../schema/rules/form/field.js'
import { fieldsOfSection, type SectionName } from '../../schema/rules/form/form.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import type { SectionRead } from '../../schema/types/application-form.js'
import type { PersonalReference } from './personal-reference.js'

/** A section as the database keeps it. */
export type StoredSection = {
  readonly revision: number
  readonly editedAt: string
  readonly editedBy: string
  readonly content: Readonly<Record<string, unknown>>
}

/** A section as the API shows it: personal values masked, lists that nobody has filled in empty. */
export function showSection(name: SectionName, stored: StoredSection | null): SectionRead {
  const { revision, editedAt, editedBy, content } = stored ?? {
    revision: 0,
    editedAt: null,
    editedBy: null,
    content: {},
  }
  return { revision, editedAt, editedBy, ...showContent(name, content) } as SectionRead
}

/** What a stored section says, as the API shows it. */
export function showContent(name: SectionName, content: object): Record<string, unknown> {
  const shown = mapSection(name, content, ({ field, value }) =>
    isPersonal(field) ? (value as PersonalReference).masked : value,
  )
  return { ...emptyLists(name), ...shown }
}

/** The lists of a section, empty. */
export function emptyLists(name: SectionName): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fieldsOfSection(name)).flatMap(([field, { type, values }]) =>
      values?.several || (typeof type === 'object' && 'list' in type) ? [[field, []]] : [],
    ),
  )
}
