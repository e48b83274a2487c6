/* The form's pure checks, as the service runs them. */
export { computeBudget, shareOf } from '../../schema/rules/form/budget.js'
export { checkForm } from '../../schema/rules/form/check-form.js'
export {
  type FormCompleteness,
  formCompleteness,
  type SectionCompleteness,
} from '../../schema/rules/form/completeness.js'
export type { FormIssue } from '../../schema/rules/form/form-issue.js'
export type { FormCheck, FormContext } from '../../schema/rules/form/invariant.js'
export type { MissingField } from '../../schema/rules/form/missing-fields.js'
export { checkNarrative } from '../../schema/rules/form/narrative.js'
export { type NarrativeNode, parseNarrative } from '../../schema/rules/form/parse-narrative.js'
export { type ReadOptions, readSection, type SectionReading } from '../../schema/rules/form/read-section.js'
export { unprintable } from '../../schema/rules/form/unprintable.js'
export type { LocalDate } from '../../schema/rules/local-date.js'
export { localDateOf } from '../../schema/rules/time-zone.js'
