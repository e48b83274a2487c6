import type { CaseReading } from '../../schema/rules/case-facts.js'
import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import type { CompiledEdition } from '../../schema/rules/compile-edition.js'
import type { Verdict as Judgement } from '../../schema/rules/verdict.js'
import type { CheckEligibilityInput, CheckEligibilityPayload, Verdict } from '../../schema/types/eligibility.js'
import type { EditionObjects } from '../guideline/edition-objects.js'
import type { Context } from '../http/context.js'
import { askEdition } from './ask-edition.js'
import { Blocking } from './blocking.js'

/** A verdict of the API with what its resolver makes the findings and the route of. */
export type JudgedVerdict = Verdict & {
  readonly judgement: Judgement
  readonly objects: EditionObjects
  readonly compiled: CompiledEdition
  readonly asked: CaseReading
  /** The moment it is for. */
  readonly at: Date
  /** What the registers have against who applies; null if nobody is named. */
  readonly blocking: Blocking | null
}

/** The verdict on an application as far as it is known; nothing is stored. */
export async function answerEligibility(
  context: Context,
  input: CheckEligibilityInput,
): Promise<CheckEligibilityPayload> {
  const found = await askEdition(context, input)
  if ('errors' in found) return { verdict: null, errors: found.errors }
  const { asked, asOf, known } = found
  const { objects, compiled } = found.loaded
  const judgement = checkEligibility(compiled, asked, asOf)
  const verdict: JudgedVerdict = {
    result: judgement.result,
    edition: compiled.edition.edition,
    asOf: asOf.toISOString(),
    call: objects.call(judgement.call),
    ...{ judgement, objects, compiled, asked, at: asOf },
    blocking: known && new Blocking(known, compiled, asked, asOf),
  }
  return { verdict, errors: [] }
}
