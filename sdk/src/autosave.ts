import type { Client } from './client.js'
import type { Application, SectionContent, SectionName } from './section.js'
import { DraftPlace, type DraftStorage, memoryDrafts } from './section-draft.js'
import { SectionSaver, type SectionState } from './section-saver.js'

export { newKey } from './new-key.js'
export type { DraftStorage } from './section-draft.js'
export type { SectionState } from './section-saver.js'

export type AutosaveOptions = {
  /**
   * Where unsaved contents are kept until the service has them, so that a page that is closed loses nothing. They are as
   * they were typed, numbers of identity documents included, so the place has to be the caller's own. Memory unless given.
   */
  readonly storage?: DraftStorage
  /** Milliseconds without a change before a section is saved; 1,000 unless given. */
  readonly delayMs?: number
  /** Milliseconds before the service is tried again the first time, then twice as long each time; 1,000 unless given. */
  readonly retryMs?: number
  /** Told whenever the state of a section changes. */
  readonly onState?: (section: SectionName, state: SectionState) => void
  /** Told when a section has changes of somebody else in it now: what has to be shown instead. */
  readonly onContent?: (section: SectionName, content: SectionContent<SectionName>) => void
  /** Told when the storage fails; without it an autosave goes on. */
  readonly onDraftError?: (error: unknown) => void
}

/** Saves the sections of one application as they are typed. */
export type Autosave = {
  /** What a section is to be from now on. Each row of a list needs a key; `newKey()` makes one. */
  change<N extends SectionName>(section: N, content: SectionContent<N>): void
  /** Ends a conflict: what the section is to be after both have changed it. */
  resolve<N extends SectionName>(section: N, content: SectionContent<N>): void
  /** What a section says here, saved or not; with what an earlier page couldn't save. */
  content<N extends SectionName>(section: N): SectionContent<N>
  state<N extends SectionName>(section: N): SectionState<N>
  /** Sections that aren't saved as they were typed. */
  unsaved(): SectionName[]
  /** Saves everything now, e.g. before the page is left; resolves with the sections that couldn't be. */
  flush(): Promise<SectionName[]>
  /** Stops saving. What isn't saved stays in the storage. */
  close(): void
}

/**
 * Begins to save an application as it is typed: debounced, one save of a section at a time, again and again while the
 * service can't be reached. Changes of two people that don't clash are put together; those that do are told as a state.
 * @param client a client of whoever types
 * @param application as `client.application.get` gave it
 */
export async function openAutosave(
  client: { readonly application: Pick<Client['application'], 'save'> },
  application: Application,
  options: AutosaveOptions = {},
): Promise<Autosave> {
  const { storage = memoryDrafts(), delayMs = 1000, retryMs = 1000, onState, onContent } = options
  const savers = new Map<SectionName, SectionSaver<SectionName>>()
  for (const section of sectionsOf(application)) {
    const place = new DraftPlace(storage, `shenbao.${application.id}.${section}`)
    const saver = new SectionSaver({
      ...{ section, read: application[section], place, delayMs, retryMs },
      save: (revision, content) => client.application.save(section, { application: application.id, revision, content }),
      onState: (state) => onState?.(section, state),
      onContent: (content) => onContent?.(section, content),
      onDraftError: (error) => options.onDraftError?.(error),
    })
    savers.set(section, saver)
    try {
      const draft = await place.read()
      if (draft) saver.restore(draft)
    } catch (error) {
      options.onDraftError?.(error)
    }
  }

  const saverOf = <N extends SectionName>(section: N): SectionSaver<N> => {
    const saver = savers.get(section)
    if (!saver) throw new TypeError(`The application was read without its section ${section}.`)
    return saver as unknown as SectionSaver<N>
  }
  const unsaved = () => [...savers].flatMap(([section, { state }]) => (state.status === 'saved' ? [] : [section]))
  const flush = async () => {
    await Promise.all([...savers.values()].map((saver) => saver.flush()))
    return unsaved()
  }
  const online = () => void flush()
  // Only browsers tell; elsewhere the caller may call `flush` when the network is back.
  const page = globalThis as Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>>
  page.addEventListener?.('online', online)
  return {
    change: (section, content) => saverOf(section).change(content),
    resolve: (section, content) => saverOf(section).resolve(content),
    content: (section) => saverOf(section).typed(),
    state: (section) => saverOf(section).state,
    unsaved,
    flush,
    close() {
      page.removeEventListener?.('online', online)
      for (const saver of savers.values()) saver.close()
    },
  }
}

function sectionsOf(application: Application): SectionName[] {
  return Object.entries(application).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'editedAt' in value ? [name as SectionName] : [],
  )
}
