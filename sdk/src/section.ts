import type { sectionSaves } from './generated/section-saves.js'
import type { ApplicationQuery } from './generated/types.js'
import type { TypedDocument } from './typed-document.js'

/** An application with all its sections. */
export type Application = NonNullable<ApplicationQuery['application']>

type Saves = typeof sectionSaves

/** Name of a section of the form, cover to attachments. */
export type SectionName = keyof Saves & keyof Application

/** A section as it was saved last, with its revision, and who changed it when. Personal numbers are masked. */
export type Section<N extends SectionName> = Application[N]

/** A section as it is typed in: whatever is missing isn't filled in yet. */
export type SectionInput<N extends SectionName> = InputOf<Saves[N]>

type InputOf<Save> =
  Save extends TypedDocument<infer _, infer Variables>
    ? Variables extends { readonly input: { readonly content: infer Content } }
      ? Content
      : never
    : never

/** What a section is saved with: what was typed in, or a section that was read, with its changes. */
export type SectionContent<N extends SectionName> = SectionInput<N> | Partial<Section<N>>

/** A section without what the service keeps beside it. */
export function contentOf(section: object): Record<string, unknown> {
  const {
    revision: _revision,
    editedAt: _editedAt,
    editedBy: _editedBy,
    ...content
  } = section as Record<string, unknown>
  return content
}
