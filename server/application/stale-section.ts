import { isPersonal } from '../../schema/rules/form/field.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import { isMasked } from '../../schema/rules/form/masked.js'
import { mergeSection } from '../../schema/rules/form/merge-section.js'
import type { SectionPlace } from './find-section.js'
import type { PersonalReference } from './personal-reference.js'
import { placeOf, referencesIn } from './seal-section.js'
import { emptyLists } from './show-section.js'

type Content = Readonly<Record<string, unknown>>

/** What the caller wanted to save. */
type Wanted = {
  /** What he began with, as it is stored. */
  readonly base: Content
  /** As it was read: with the personal values that he typed. */
  readonly read: object
  /** The same with references in their place. */
  readonly content: Content
}

/** A save that was based on an older revision than the stored one. */
export class StaleSection extends Error {
  override readonly name = 'StaleSection'

  /** @param place the section as it is now */
  constructor(
    readonly place: SectionPlace,
    private readonly wanted: Wanted,
  ) {
    super(`The section has revision ${place.revision}.`)
  }

  /**
   * What both have changed, put together, as the API shows it, and where they clash. Personal values are masked, but for
   * those that the caller has just typed and that aren't stored there: masked, he couldn't save them.
   */
  merge(): { readonly merged: Record<string, unknown>; readonly conflicts: readonly string[] } {
    const { section, content: theirs } = this.place
    const { content, conflicts } = mergeSection(section, this.wanted.base, this.wanted.content, theirs)
    const typed = this.typedValues()
    const stored = referencesIn(section, theirs)
    const merged = mapSection(section, content, ({ field, value, path }) => {
      if (!isPersonal(field)) return value
      const reference = value as PersonalReference
      const isStored = stored.get(placeOf(content, path))?.value === reference.value
      return isStored ? reference.masked : (typed.get(reference.value) ?? reference.masked)
    })
    return { merged: { ...emptyLists(section), ...merged }, conflicts }
  }

  /** Personal values that came in clear, by their references. */
  private typedValues(): ReadonlyMap<string, string> {
    const { section } = this.place
    const { read, content } = this.wanted
    const texts = new Map<string, string>()
    mapSection(section, read, ({ field, value, path }) => {
      if (isPersonal(field)) texts.set(path.join('.'), value as string)
      return value
    })
    const typed = new Map<string, string>()
    mapSection(section, content, ({ field, value, path }) => {
      const text = texts.get(path.join('.'))
      if (isPersonal(field) && text && !isMasked(text)) {
        typed.set((value as PersonalReference).value, text)
      }
      return value
    })
    return typed
  }
}
