import type { ErrorCode } from '../../schema/error-codes.js'
import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import { formCompleteness } from '../../schema/rules/form/completeness.js'
import { codeOfSection } from '../../schema/rules/form/form.js'
import type { AttachmentNeed, FileState, FormCheck, FormContext } from '../../schema/rules/form/invariant.js'
import { unprintable } from '../../schema/rules/form/unprintable.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import type { ApplicationCompleteness } from '../../schema/types/completeness.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import type { Context } from '../http/context.js'
import { type ApplicationCase, applicationCase, readForRules } from './application-case.js'
import type { StoredFile, StoredForm } from './stored-form.js'

/** How far an application is, by the whole form, the registration and the guideline. It reads nothing more. */
export async function completenessOf(stored: StoredForm, context: Context): Promise<ApplicationCompleteness> {
  const asked = await applicationCase(context, stored)
  const { done, sections } = formCompleteness(asked.form, contextOf(asked))
  const tell = (checks: readonly FormCheck[]) => checks.map((check) => toldCheck(check, asked.loaded))
  return {
    done,
    sections: sections.map(({ section, errors, warnings, ...rest }) => ({
      ...rest,
      section: codeOfSection(section),
      errors: tell(errors),
      warnings: tell(warnings),
    })),
  }
}

function contextOf(asked: ApplicationCase): FormContext {
  const { loaded, applicant, files, today } = asked
  const { categories, directions } = loaded.compiled
  return {
    today,
    applicant,
    hasCategory: (code) => categories.has(code),
    placeOfDirection: (code) => {
      const placed = directions.get(code)
      return placed && { category: placed.category.code, leaf: placed.direction.children.length === 0 }
    },
    attachments: needsOf(asked),
    fileState: (id) => stateOf(files[id], today),
    unprintable,
  }
}

function stateOf(file: StoredFile | undefined, today: LocalDate): FileState {
  if (!file) return 'NOT_STORED'
  const { state, scan, expiresOn } = file
  if (state === 'REPLACED' || state === 'WITHDRAWN' || (expiresOn && expiresOn < today)) return 'OUTDATED'
  if (state !== 'STORED' && state !== 'CURRENT') return 'NOT_STORED'
  return scan === 'PENDING' ? 'QUARANTINED' : 'READY'
}

/** Which attachments the application needs, as far as it is filled in; registers have no say in it. */
function needsOf({ loaded, form, facts, now }: ApplicationCase): AttachmentNeed[] {
  const { compiled } = loaded
  const { attachments } = checkEligibility(compiled, readForRules(compiled, form, facts), now)
  return compiled.edition.attachments.map(({ code, name, optional }) => ({
    ...{ code, name, optional },
    requirement: attachments.find(({ attachment }) => attachment === code)?.requirement ?? 'UNKNOWN',
  }))
}

/** With the clause as an object of the API; another city's edition may not have it. */
function toldCheck({ code, clause, message, path, severity }: FormCheck, { compiled, objects }: LoadedEdition) {
  const known = clause !== null && compiled.edition.clauses.some(({ id }) => id === clause)
  return { code: code as ErrorCode, message, path, severity, clause: known ? objects.clause(clause) : null }
}
