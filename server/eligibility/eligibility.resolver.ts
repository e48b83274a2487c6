import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import {
  CheckEligibilityInput,
  CheckEligibilityPayload,
  PaperDeadlinePayload,
  RouteInput,
  RoutePayload,
} from '../../schema/types/eligibility.js'
import { DateTime } from '../../schema/types/scalars.js'
import type { Context } from '../http/context.js'
import { answerEligibility } from './answer-eligibility.js'
import { answerPaperDeadline } from './answer-paper-deadline.js'
import { answerRoute } from './answer-route.js'

@Resolver()
export class EligibilityResolver {
  @Query(() => CheckEligibilityPayload, {
    description:
      'Judges an application, as far as it is known, by the rules of the guideline in force: one finding per rule, each with its clause, the facts it read and what to do. Nothing is stored.',
  })
  checkEligibility(
    @Arg('input', () => CheckEligibilityInput) input: CheckEligibilityInput,
    @Ctx() context: Context,
  ): Promise<CheckEligibilityPayload> {
    return answerEligibility(context, input)
  }

  @Query(() => RoutePayload, {
    description: 'Who recommends an application, level by level, and by which clause (notice, 一（二）).',
  })
  route(@Arg('input', () => RouteInput) input: RouteInput, @Ctx() context: Context): Promise<RoutePayload> {
    return answerRoute(context, input)
  }

  @Query(() => PaperDeadlinePayload, {
    description:
      'When the sealed paper copies are due: working days after the call closes, or after the formal check was passed if that is later (notice, 二（二）).',
  })
  paperDeadline(
    @Arg('call', () => ID, { description: 'Id of the call.' }) call: string,
    @Arg('formalCheckPassedAt', () => DateTime, {
      nullable: true,
      description: 'When the formal check was passed, if it was.',
    })
    formalCheckPassedAt: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<PaperDeadlinePayload> {
    return answerPaperDeadline(context, call, formalCheckPassedAt ?? null)
  }
}
