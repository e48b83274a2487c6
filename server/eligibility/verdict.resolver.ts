import { Arg, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Outcome } from '../../schema/enums.js'
import { Finding, Verdict } from '../../schema/types/eligibility.js'
import { OutcomeEnum } from '../../schema/types/enums.js'

@Resolver(() => Verdict)
export class VerdictResolver {
  @FieldResolver(() => [Finding], { description: 'One per rule, in the guideline’s order.' })
  findings(
    @Root() verdict: Verdict,
    @Arg('outcomes', () => [OutcomeEnum], { nullable: true, description: 'Only findings with one of these outcomes.' })
    outcomes: readonly Outcome[] | null | undefined,
  ): readonly Finding[] {
    return outcomes ? verdict.findings.filter(({ outcome }) => outcomes.includes(outcome)) : verdict.findings
  }
}
