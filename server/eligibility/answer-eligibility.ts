import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import type { CheckEligibilityInput, CheckEligibilityPayload } from '../../schema/types/eligibility.js'
import type { Context } from '../http/context.js'
import { askEdition } from './ask-edition.js'

/** The verdict on an application as far as it is known; nothing is stored. */
export async function answerEligibility(
  context: Context,
  input: CheckEligibilityInput,
): Promise<CheckEligibilityPayload> {
  const found = await askEdition(context, input)
  if ('errors' in found) return { verdict: null, errors: found.errors }
  const { loaded, asked } = found
  const { objects, compiled } = loaded
  const verdict = checkEligibility(compiled, asked)
  return {
    verdict: {
      result: verdict.result,
      edition: compiled.edition.edition,
      asOf: asked.asOf.toISOString(),
      call: objects.call(verdict.call),
      findings: verdict.findings.map((finding) => ({
        ...finding,
        rule: objects.rule(finding.rule),
        clause: objects.clause(finding.clause),
      })),
      attachments: verdict.attachments.map((finding) => ({
        ...finding,
        attachment: objects.attachment(finding.attachment),
      })),
    },
    errors: [],
  }
}
