import { Arg, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Outcome } from '../../schema/enums.js'
import { AttachmentFinding, Finding, Verdict } from '../../schema/types/eligibility.js'
import { OutcomeEnum } from '../../schema/types/enums.js'
import type { JudgedVerdict } from './answer-eligibility.js'

/** Makes the findings that are selected, and only those: most clients ask for what fails or is unknown. */
@Resolver(() => Verdict)
export class VerdictResolver {
  @FieldResolver(() => [Finding], { description: 'One per rule, in the guideline’s order.' })
  findings(
    @Root() { judgement, objects }: JudgedVerdict,
    @Arg('outcomes', () => [OutcomeEnum], { nullable: true, description: 'Only findings with one of these outcomes.' })
    outcomes: readonly Outcome[] | null | undefined,
  ): readonly Finding[] {
    return judgement.findings
      .filter(({ outcome }) => !outcomes || outcomes.includes(outcome))
      .map((finding) => ({ ...finding, rule: objects.rule(finding.rule), clause: objects.clause(finding.clause) }))
  }

  @FieldResolver(() => [AttachmentFinding])
  attachments(@Root() { judgement, objects }: JudgedVerdict): readonly AttachmentFinding[] {
    return judgement.attachments.map((finding) => ({
      ...finding,
      attachment: objects.attachment(finding.attachment),
    }))
  }
}
