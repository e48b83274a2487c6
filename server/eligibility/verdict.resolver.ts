import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { Outcome } from '../../schema/enums.js'
import type { Finding as Judged } from '../../schema/rules/verdict.js'
import { AttachmentFinding, Finding, Route, Verdict } from '../../schema/types/eligibility.js'
import { OutcomeEnum } from '../../schema/types/enums.js'
import type { EditionObjects } from '../guideline/edition-objects.js'
import type { JudgedVerdict } from './answer-eligibility.js'
import type { Blocking } from './blocking.js'
import { tellRoute } from './tell-route.js'

/** Makes what is selected, and only that: most clients ask for the findings that fail or are unknown. */
@Resolver(() => Verdict)
export class VerdictResolver {
  @FieldResolver(() => [Finding], { description: 'One per rule, in the guideline’s order.' })
  findings(
    @Root() { judgement, objects, blocking }: JudgedVerdict,
    @Arg('outcomes', () => [OutcomeEnum], { nullable: true, description: 'Only findings with one of these outcomes.' })
    outcomes: readonly Outcome[] | null | undefined,
  ): readonly Finding[] {
    return judgement.findings
      .filter(({ outcome }) => !outcomes || outcomes.includes(outcome))
      .map((finding) => new ToldFinding(finding, objects, blocking))
  }

  @FieldResolver(() => [AttachmentFinding])
  attachments(@Root() { judgement, objects }: JudgedVerdict): readonly AttachmentFinding[] {
    return judgement.attachments.map((finding) => ({
      ...finding,
      attachment: objects.attachment(finding.attachment),
    }))
  }

  @FieldResolver(() => Route, { description: 'Who recommends, level by level.' })
  route(@Root() { compiled, objects, asked, at }: JudgedVerdict): Route {
    return tellRoute({ compiled, objects }, asked, at)
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Whole seconds until the call closes, counted from `asOf`; null for the pool that is open all year.',
  })
  secondsLeft(@Root() { call, at }: JudgedVerdict): number | null {
    return call.closesAt == null ? null : Math.max(0, Math.floor((Date.parse(call.closesAt) - at.getTime()) / 1000))
  }
}

/** A finding with its rule and its clause as the API has them; each part is made when it is selected. */
class ToldFinding implements Finding {
  readonly #finding: Judged
  readonly #objects: EditionObjects
  readonly #blocking: Blocking | null

  constructor(finding: Judged, objects: EditionObjects, blocking: Blocking | null) {
    this.#finding = finding
    this.#objects = objects
    this.#blocking = blocking
  }

  get rule() {
    return this.#objects.rule(this.#finding.rule)
  }

  get clause() {
    return this.#objects.clause(this.#finding.clause)
  }

  get level() {
    return this.#finding.level
  }

  get outcome() {
    return this.#finding.outcome
  }

  get title() {
    return this.#finding.title
  }

  get facts() {
    return this.#blocking?.withoutPersonal(this.#finding.facts) ?? this.#finding.facts
  }

  get missing() {
    return this.#finding.missing
  }

  get fix() {
    return this.#finding.fix
  }

  get projects() {
    return this.#blocking?.projects(this.#finding) ?? []
  }

  get records() {
    return this.#blocking?.records(this.#finding) ?? []
  }
}
