import { checkTexts } from './check-texts.js'
import type { Form } from './form.js'
import type { FormCheck, FormContext, Invariant } from './invariant.js'
import { invariantsOfAttachments } from './invariants-of-attachments.js'
import { invariantsOfBasics } from './invariants-of-basics.js'
import { invariantsOfBudget } from './invariants-of-budget.js'
import { invariantsOfCover } from './invariants-of-cover.js'
import { invariantsOfDeclarations } from './invariants-of-declarations.js'
import { invariantsOfTeam } from './invariants-of-team.js'

/** Every invariant of the form, in the form's order. Codes are unique and permanent. */
export const invariants: readonly Invariant[] = [
  ...invariantsOfCover,
  ...invariantsOfBasics,
  ...invariantsOfTeam,
  ...invariantsOfBudget,
  ...invariantsOfDeclarations,
  ...invariantsOfAttachments,
]

/**
 * Checks a form as a whole: what fits or doesn't across fields and sections, and what can't be printed. What is missing
 * breaks nothing here. Checks that need a number of a document are left out where it is masked.
 * @param form sections as `readSection` gives them
 */
export function checkForm(form: Form, context: FormContext): FormCheck[] {
  const broken = invariants.flatMap(({ brokenAt, ...told }) =>
    [...brokenAt(form, context)].map((path): FormCheck => ({ ...told, path })),
  )
  return [...broken, ...checkTexts(form, context)]
}
