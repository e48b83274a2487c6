import type { CheckSeverity, Requirement } from '../../enums.js'
import type { Issue } from '../issue.js'
import type { LocalDate } from '../local-date.js'
import type { LocalizedText } from '../localized-text.js'
import type { Form, SectionName } from './form.js'
import type { FieldPath } from './form-issue.js'

/** Something wrong with the form as a whole, or doubtful about it. An ERROR has to be mended before it is submitted. */
export type FormCheck = Issue & {
  readonly section: SectionName
  /** Inside the section. */
  readonly path: FieldPath
  readonly severity: CheckSeverity
  /** Id of the clause behind it, such as `f12.4`; null where the notice says nothing. */
  readonly clause: string | null
}

/** A kind of attachment that the guideline knows, and whether this application needs it. */
export type AttachmentNeed = {
  readonly code: string
  readonly name: LocalizedText
  readonly requirement: Requirement
  /** It may always be handed in. */
  readonly optional: boolean
}

/**
 * How an attached file, or a document of the organisation's, stands: READY; QUARANTINED, until it is scanned; OUTDATED, as
 * it was replaced, withdrawn or has expired; NOT_STORED, as it hasn't come, was refused or is gone.
 */
export type FileState = 'READY' | 'QUARANTINED' | 'OUTDATED' | 'NOT_STORED'

/** What a form is checked against; what is left out isn't checked. */
export type FormContext = {
  readonly today: LocalDate
  /** As the applicant is registered. */
  readonly applicant?: {
    readonly creditCode: string
    readonly foundedOn: string
    readonly legalRepresentative: string
  }
  /** The guideline's categories, and where a direction stands in their trees. */
  readonly hasCategory?: (code: string) => boolean
  readonly placeOfDirection?: (code: string) => { readonly category: string; readonly leaf: boolean } | undefined
  readonly attachments?: readonly AttachmentNeed[]
  /** Of a file or a document of the organisation's, by its id. */
  readonly fileState?: (id: string) => FileState
  /** The characters of a text that the fonts of the printed form don't have. */
  readonly unprintable?: (text: string) => readonly string[]
}

/** A sentence about the whole form that has to be true. Its code is permanent. */
export type Invariant = Issue & {
  readonly section: SectionName
  readonly severity: CheckSeverity
  readonly clause: string | null
  /** Where the form breaks it, inside the section. What isn't filled in yet breaks nothing. */
  readonly brokenAt: (form: Form, context: FormContext) => Iterable<FieldPath>
}

type Told = Pick<Invariant, 'section' | 'brokenAt'> & {
  readonly code: string
  readonly clause?: string
  readonly 'zh-CN': string
  readonly en: string
}

/** An invariant that has to hold before the application is submitted. */
export function error(told: Told): Invariant {
  return invariant(told, 'ERROR')
}

/** An invariant that may be broken with good reason. */
export function warning(told: Told): Invariant {
  return invariant(told, 'WARNING')
}

function invariant({ code, section, clause, brokenAt, ...message }: Told, severity: CheckSeverity): Invariant {
  return { code, message, section, severity, clause: clause ?? null, brokenAt }
}
