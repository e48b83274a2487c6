import type { FormSection } from '../../enums.js'
import type { FormField } from './field.js'
import { rowTypes } from './rows.js'
import { formSections } from './sections.js'

type RowTypes = typeof rowTypes
type Sections = typeof formSections

/** Name of a section, as a field of `Application`. */
export type SectionName = keyof Sections
export const sectionNames = Object.keys(formSections) as SectionName[]

/** Name of a type of rows, or of a group of fields. */
export type RowName = keyof RowTypes

type ValueOf<F> = F extends { readonly values: { readonly of: readonly (infer E)[]; readonly several: true } }
  ? readonly E[]
  : F extends { readonly values: { readonly of: readonly (infer E)[] } }
    ? E
    : F extends { readonly type: 'bool' }
      ? boolean
      : F extends { readonly type: 'int' }
        ? number
        : F extends { readonly type: { readonly one: infer N extends RowName } }
          ? RowOf<N>
          : F extends { readonly type: { readonly list: infer N extends RowName } }
            ? readonly RowOf<N>[]
            : string

type ValuesOf<T> = { readonly [F in keyof T]?: ValueOf<T[F]> | null }

/** A row, or a group of fields, as it is typed in: whatever is missing isn't filled in yet. */
export type RowOf<N extends RowName> = ValuesOf<RowTypes[N]>

/** What a section says; whatever is missing isn't filled in yet. */
export type SectionOf<N extends SectionName> = ValuesOf<Sections[N]['fields']>

/** The whole form. A section that nobody has saved is missing. */
export type Form = { readonly [N in SectionName]?: SectionOf<N> | null }

/** The fields of a section. */
export function fieldsOfSection(section: SectionName): Readonly<Record<string, FormField>> {
  return formSections[section].fields
}

/** The fields of a row, or of a group of fields. */
export function fieldsOfRow(row: string): Readonly<Record<string, FormField>> {
  return rowTypes[row as RowName]
}

/** The API's value for a section: `stateOfTheArt` is STATE_OF_THE_ART. */
export function codeOfSection(section: SectionName): FormSection {
  return section.replace(/[A-Z]/g, '_$&').toUpperCase() as FormSection
}

/** The section that a value of the API means. */
export function sectionOfCode(code: FormSection): SectionName {
  return code.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as SectionName
}
