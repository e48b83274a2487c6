import type { Refusals, SaveResult } from './application.js'
import { retryDelay } from './retry-delay.js'
import { contentOf, type Section, type SectionContent, type SectionName } from './section.js'
import type { Draft, DraftPlace } from './section-draft.js'

/** How a section stands, to be shown beside it. */
export type SectionState<N extends SectionName = SectionName> =
  | { readonly status: 'saved'; readonly revision: number }
  /** Typed, and saved before long. */
  | { readonly status: 'unsaved' }
  | { readonly status: 'saving' }
  /** The service can't be reached, or is busy; it is tried again by itself. */
  | { readonly status: 'offline'; readonly error: unknown }
  /** Somebody else changed the same fields. Nothing is saved until `resolve` says what the section is to be. */
  | {
      readonly status: 'conflict'
      /** As the other one saved it. */
      readonly current: Section<N>
      /** Both, put together; where both changed a field, the other one's value. */
      readonly merged: SectionContent<N>
      readonly conflicts: readonly string[]
    }
  /** It can never be right as it is; the next change is tried again. */
  | {
      readonly status: 'refused'
      readonly errors: Refusals
      readonly fields: Readonly<Record<string, readonly string[]>>
    }
  /** The service can't be asked, e.g. because the session is over; the next change, or `flush`, is tried again. */
  | { readonly status: 'failed'; readonly error: unknown }

type Options<N extends SectionName> = {
  readonly section: N
  readonly read: Section<N>
  readonly save: (revision: number, content: SectionContent<N>) => Promise<SaveResult<N>>
  readonly place: DraftPlace
  readonly delayMs: number
  readonly retryMs: number
  readonly onState: (state: SectionState<N>) => void
  readonly onContent: (content: SectionContent<N>) => void
  readonly onDraftError: (error: unknown) => void
}

/** Longest time between two attempts to reach the service, in milliseconds. */
const LONGEST_PAUSE_MS = 60_000

/**
 * Saves one section as it is typed, one save at a time. What was sent and never answered is sent again as it was before
 * anything newer is: the service then knows it for the same save, and nobody clashes with himself.
 */
export class SectionSaver<N extends SectionName> {
  state: SectionState<N>
  private revision: number
  private content: string
  private saved: string
  private sent: string | undefined
  private due = false
  private attempts = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined

  constructor(private readonly options: Options<N>) {
    const { read } = options
    this.revision = read.revision
    this.content = JSON.stringify(contentOf(read))
    this.saved = this.content
    this.state = { status: 'saved', revision: read.revision }
  }

  /** What the section says here, saved or not. */
  typed(): SectionContent<N> {
    return JSON.parse(this.content)
  }

  /** Goes on with what an earlier page couldn't save. */
  restore({ revision, content, sent }: Draft): void {
    this.revision = revision
    this.content = content
    this.sent = sent
    this.show({ status: 'unsaved' })
    this.saveIn(0)
  }

  change(content: SectionContent<N>): void {
    const typed = contentOf(content)
    requireKeys(typed)
    this.content = JSON.stringify(typed)
    this.keep()
    const { status } = this.state
    if (status === 'conflict' || status === 'offline') return
    if (status !== 'saving') this.show({ status: 'unsaved' })
    this.saveIn(this.options.delayMs)
  }

  resolve(content: SectionContent<N>): void {
    if (this.state.status === 'conflict') {
      this.revision = this.state.current.revision
      this.show({ status: 'unsaved' })
    }
    this.change(content)
    this.saveIn(0)
  }

  /** Saves what is typed by now; resolves when it is saved, or can't be. */
  async flush(): Promise<void> {
    do {
      this.due = true
      await this.run()
    } while (this.state.status === 'unsaved')
  }

  close(): void {
    clearTimeout(this.timer)
  }

  private saveIn(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.due = true
      void this.run()
    }, ms)
  }

  private run(): Promise<void> {
    this.running ??= this.saveAll().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async saveAll(): Promise<void> {
    while (this.due && this.isUnsaved() && this.state.status !== 'conflict') {
      this.due = false
      clearTimeout(this.timer)
      this.show({ status: 'saving' })
      this.sent ??= this.content
      const text = this.sent
      // A page that is closed now has to send the same again.
      await this.keep()
      try {
        await this.take(text, await this.options.save(this.revision, JSON.parse(text)))
      } catch (error) {
        return this.fail(error)
      }
    }
    // Typed, and taken back.
    if (this.state.status === 'unsaved' && !this.isUnsaved()) this.showSaved()
  }

  private isUnsaved(): boolean {
    return this.sent !== undefined || this.content !== this.saved
  }

  private async take(text: string, result: SaveResult<N>): Promise<void> {
    this.attempts = 0
    if (result.status === 'stale') return this.merge(text, result)
    this.sent = undefined
    if (result.status === 'saved') {
      this.revision = result.revision
      this.saved = text
    }
    this.keep()
    if (this.content !== text) {
      this.show({ status: 'unsaved' })
      this.saveIn(this.options.delayMs)
    } else if (result.status === 'saved') this.showSaved()
    else this.show(result)
  }

  private async merge(text: string, stale: Extract<SaveResult<N>, { status: 'stale' }>): Promise<void> {
    const { current, merged, conflicts } = stale
    // Loaded when two have met, which most people never see.
    const { mergeSection } = await import('../../schema/rules/form/merge-section.js')
    this.sent = undefined
    const together = contentOf(merged ?? current)
    // What was typed since is put on top.
    const newer = mergeSection(this.options.section, JSON.parse(text), JSON.parse(this.content), together)
    const clashing = [...new Set([...conflicts, ...newer.conflicts])]
    const content = (this.content === text ? together : newer.content) as SectionContent<N>
    if (!merged || clashing.length > 0) {
      this.keep()
      return this.show({ status: 'conflict', current, merged: content, conflicts: clashing })
    }
    this.revision = current.revision
    this.content = JSON.stringify(content)
    this.saved = JSON.stringify(contentOf(current))
    this.due = true
    this.keep()
    this.options.onContent(content)
    if (!this.isUnsaved()) this.showSaved()
  }

  private fail(error: unknown): void {
    const passing = retryDelay(error, 0) !== undefined || (error as { kind?: unknown }).kind === 'timeout'
    if (!passing) return this.show({ status: 'failed', error })
    this.show({ status: 'offline', error })
    // Half of the pause by chance, so that pages that failed together don't come back together.
    const pause = Math.min(LONGEST_PAUSE_MS, this.options.retryMs * 2 ** this.attempts++)
    this.saveIn(pause * (0.5 + Math.random() / 2))
  }

  private keep(): Promise<void> {
    const { revision, content, sent } = this
    return this.options.place
      .write(this.isUnsaved() ? { revision, content, sent } : null)
      .catch(this.options.onDraftError)
  }

  private showSaved(): void {
    this.show({ status: 'saved', revision: this.revision })
  }

  private show(state: SectionState<N>): void {
    this.state = state
    this.options.onState(state)
  }
}

/** Without a key, a row that is moved would be taken for another one's, and two people's rows could not be told apart. */
function requireKeys(content: Readonly<Record<string, unknown>>): void {
  for (const [name, rows] of Object.entries(content)) {
    if (!Array.isArray(rows)) continue
    const bare = rows.findIndex((row) => typeof row === 'object' && !row?.key)
    if (bare >= 0) throw new TypeError(`The row ${name}.${bare} has no key; give each new row one with newKey().`)
  }
}
