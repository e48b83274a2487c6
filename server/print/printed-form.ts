import type { ApplicantKind } from '../../schema/enums.js'
import type { Form } from '../../schema/rules/form/form.js'

/** Everything that stands on the printed form (申报书), as plain data. Names of a guideline are in Chinese, as it prints them. */
export type PrintedForm = {
  readonly form: Form
  /** A draft has the watermark 草稿 on every page. */
  readonly draft: boolean
  /** Given when the application is accepted (受理编号). */
  readonly acceptanceNumber: string | null
  /** The day of the submission, YYYY-MM-DD; null for a draft. */
  readonly submittedOn: string | null
  /** When the newest of what is printed was saved: the date of the document, so that the same content gives the same bytes. */
  readonly savedAt: Date
  readonly applicant: PrintedApplicant
  readonly guideline: PrintedGuideline
  /** What was handed in under 15, in the order of the form's rows. */
  readonly attachments: readonly PrintedAttachment[]
}

export type PrintedApplicant = {
  readonly name: string
  readonly kind: ApplicantKind | null
  readonly registeredAddress: string | null
  /** YYYY-MM-DD */
  readonly foundedOn: string | null
  readonly district: string | null
  readonly creditCode: string
}

export type PrintedGuideline = {
  readonly year: number
  /** Such as 西宁市, whose department the form is for. */
  readonly city: string
  readonly category: string | null
  readonly direction: string | null
  /** Names of the attachments it asks for, by their codes. */
  readonly requirements: Readonly<Record<string, string>>
}

export type PrintedAttachment = {
  /** The key of its row in section 15, by which texts show images. */
  readonly key: string
  readonly fileName: string
  readonly pages: number | null
  /** The file itself when it is an image that a text shows. */
  readonly image: Uint8Array | null
}
