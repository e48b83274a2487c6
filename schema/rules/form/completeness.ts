import { checkForm } from './check-form.js'
import { type Form, type SectionName, sectionNames } from './form.js'
import type { FormCheck, FormContext } from './invariant.js'
import { type MissingField, missingFields } from './missing-fields.js'

/** How far a section is. */
export type SectionCompleteness = {
  readonly section: SectionName
  /** Nothing is missing and nothing is wrong; there may be warnings. */
  readonly done: boolean
  readonly missing: readonly MissingField[]
  readonly errors: readonly FormCheck[]
  readonly warnings: readonly FormCheck[]
}

/** How far a form is. */
export type FormCompleteness = {
  /** Every section is done. */
  readonly done: boolean
  /** In the order of the print. */
  readonly sections: readonly SectionCompleteness[]
}

/**
 * Tells of every section of a form what is missing, wrong and doubtful.
 * @param form sections as `readSection` gives them; with masked numbers, checks that need a number are left out
 */
export function formCompleteness(form: Form, context: FormContext): FormCompleteness {
  const checks = checkForm(form, context)
  const sections = sectionNames.map((section): SectionCompleteness => {
    const missing = [
      ...missingFields(section, form),
      ...(section === 'attachments' ? missingAttachments(form, context) : []),
    ]
    const found = checks.filter((check) => check.section === section)
    const errors = found.filter(({ severity }) => severity === 'ERROR')
    const warnings = found.filter(({ severity }) => severity === 'WARNING')
    return { section, done: missing.length === 0 && errors.length === 0, missing, errors, warnings }
  })
  return { done: sections.every(({ done }) => done), sections }
}

/** Kinds of attachments that are required and of which there is none; each stands where its row would. */
function missingAttachments(form: Form, { attachments = [] }: FormContext): MissingField[] {
  const given = new Set((form.attachments?.items ?? []).map(({ requirement }) => requirement))
  return attachments
    .filter(({ code, requirement }) => requirement === 'REQUIRED' && !given.has(code))
    .map(({ name }) => ({ path: ['items'], label: name }))
}
