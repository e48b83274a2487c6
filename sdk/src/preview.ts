import { readCase } from '../../schema/rules/case-facts.js'
import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import { type CompiledEdition, compileEdition } from '../../schema/rules/compile-edition.js'
import { parseMoment } from '../../schema/rules/moment.js'
import type { CallOptions, Connection, Locale } from './connection.js'
import type { EligibilityAnswer } from './eligibility.js'
import { PreviewGuideline as PreviewGuidelineOperation } from './generated/preview-guideline.js'
import type { CheckEligibilityInput, PreviewGuidelineQuery } from './generated/types.js'
import type { GuidelineKey } from './guideline.js'
import { previewAnswer } from './preview-answer.js'
import { previewEdition } from './preview-edition.js'

/** Everything that verdicts hang on, in both languages: plain data, to be kept for when there is no network. */
export type PreviewGuideline = NonNullable<PreviewGuidelineQuery['guideline']>

/** An application as far as it is known; city and year are those of the guideline. */
export type PreviewInput = Omit<CheckEligibilityInput, 'city' | 'year'> &
  Partial<Pick<CheckEligibilityInput, 'city' | 'year'>>

/**
 * Fetches a guideline for previews.
 * @throws ShenbaoError with the code GUIDELINE_NOT_FOUND if there is none.
 */
export async function fetchPreviewGuideline(
  connection: Connection,
  { city, year, edition }: GuidelineKey,
  options?: CallOptions,
): Promise<PreviewGuideline> {
  const { guideline } = await connection.query(PreviewGuidelineOperation, { city, year, edition }, options)
  // By the contract null comes with an error only, which was thrown.
  return guideline as PreviewGuideline
}

/**
 * Judges an application without the service, by the same rules and the same evaluator, and answers in the same shape.
 * The service's own verdict is the one that counts.
 * @throws RangeError for an input of another city or year than the guideline's; Error for a guideline that is newer
 * than this package.
 */
export function previewEligibility(
  guideline: PreviewGuideline,
  input: PreviewInput,
  options: { readonly locale?: Locale } = {},
): EligibilityAnswer {
  const { city = guideline.city.code, year = guideline.year, category, direction, asOf, facts } = input
  if (city !== guideline.city.code || year !== guideline.year) {
    throw new RangeError(`The guideline is of ${guideline.city.code} ${guideline.year}, the input of ${city} ${year}.`)
  }
  const compiled = compiledOnce(guideline)
  const locale = options.locale ?? 'zh-CN'
  const asked = readCase(compiled, { category, direction, facts })
  const issues = asked.issues.map((issue) => ({ ...issue, path: ['input', ...segments(issue.path)] }))
  const moment = asOf == null ? null : parseMoment(asOf, guideline.city.timeZone)
  if (moment && !moment.ok) issues.push(...moment.issues.map((issue) => ({ ...issue, path: ['input', 'asOf'] })))
  if (issues.length > 0) {
    return {
      verdict: null,
      errors: issues.map(({ code, message, path }) => ({ code, message: message[locale], path, clause: null })),
    }
  }
  const at = moment?.ok ? moment.value : new Date()
  const verdict = checkEligibility(compiled, asked, at)
  return { verdict: previewAnswer(guideline, verdict, at, locale), errors: [] }
}

const compiledEditions = new WeakMap<PreviewGuideline, CompiledEdition>()

/** Parsing the rules takes far longer than running them. */
function compiledOnce(guideline: PreviewGuideline): CompiledEdition {
  const known = compiledEditions.get(guideline)
  if (known) return known
  const compiled = compileEdition(previewEdition(guideline))
  compiledEditions.set(guideline, compiled)
  return compiled
}

/** `facts.partners[0].kind` as the API writes it: facts, partners, 0, kind. */
function segments(path: string): string[] {
  return path.split(/[.[\]]+/).filter((segment) => segment !== '')
}
