import type { EntityManager } from '@mikro-orm/postgresql'
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { normaliseIdentifier } from '../../schema/rules/identifier-text.js'
import {
  ApplicantPayload,
  ApplicantStatusInput,
  AssignJurisdictionInput,
  RefuseApplicantInput,
  RegisterApplicantInput,
  UpdateApplicantInput,
  VerifyApplicantInput,
} from '../../schema/types/applicant.input.js'
import { ApplicantConnection } from '../../schema/types/applicant.js'
import { type ApplicantFilter, ApplicantsArgs } from '../../schema/types/applicants.args.js'
import { PageArgs } from '../../schema/types/page.args.js'
import type { Context } from '../http/context.js'
import { type Condition, one, page } from '../selection/intent.js'
import { write } from '../write.js'
import { Applicant as ApplicantEntity } from './applicant.entity.js'
import { assignJurisdiction } from './assign-jurisdiction.js'
import { cityGuideline } from './city-guideline.js'
import { countRegistration } from './count-registration.js'
import { deactivateApplicant, reactivateApplicant } from './deactivate-applicant.js'
import { refuseApplicant, verifyApplicant } from './decide-verification.js'
import { refreshMembership } from './own-membership.js'
import { registerApplicant } from './register-applicant.js'
import { updateApplicant } from './update-applicant.js'

@Resolver()
export class ApplicantResolver {
  @Query(() => ApplicantConnection, {
    description: 'Organisations that the caller may see: those of his jurisdiction or city, and his own.',
  })
  applicants(@Args(() => ApplicantsArgs) { filter, orderBy, ...args }: ApplicantsArgs): Promise<ApplicantConnection> {
    const order = orderBy ?? [{ field: 'createdAt', direction: 'ASC' as const }]
    return page(ApplicantEntity, { where: conditionsOf(filter ?? {}), order, page: args })
  }

  @Query(() => ApplicantConnection, { description: 'The organisations that the caller is a member of, by name.' })
  myApplicants(@Args(() => PageArgs) args: PageArgs, @Ctx() { viewer }: Context): Promise<ApplicantConnection> {
    return page(ApplicantEntity, {
      where: [{ field: 'id', in: viewer.applicants.READ }],
      order: [{ field: 'name', direction: 'ASC' }],
      page: args,
    })
  }

  @Mutation(() => ApplicantPayload, {
    description:
      'Registers an organisation by its credit code. Whoever does so becomes its first member, with all rights; then the authority of its jurisdiction verifies it. After 20 within an hour by one account it is refused: see the header Retry-After.',
  })
  async registerApplicant(
    @Arg('input', () => RegisterApplicantInput) input: RegisterApplicantInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const tooOften = await countRegistration(context, input.creditCode)
    if (tooOften.length > 0) return payload(null, tooOften)
    const loaded = await context.editions.newest(input.city)
    const useCase = (em: EntityManager) => registerApplicant(em, context, loaded, input)
    const { result: id, errors } = await write(context, 'registerApplicant', useCase, {
      key: input.idempotencyKey,
      input,
    })
    if (id !== null) await refreshMembership(context, id)
    return payload(id, errors)
  }

  @Mutation(() => ApplicantPayload, {
    description: 'Changes what an organisation tells of itself; what was verified has to be verified again.',
  })
  async updateApplicant(
    @Arg('input', () => UpdateApplicantInput) input: UpdateApplicantInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const loaded = await cityGuideline(context, input.id)
    const useCase = (em: EntityManager) => updateApplicant(em, context, loaded, input)
    const { result, errors } = await write(context, 'updateApplicant', useCase)
    return payload(result, errors)
  }

  @Mutation(() => ApplicantPayload, { description: 'Confirms the registration of an organisation.' })
  async verifyApplicant(
    @Arg('input', () => VerifyApplicantInput) input: VerifyApplicantInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const { result, errors } = await write(context, 'verifyApplicant', (em) => verifyApplicant(em, context, input))
    return payload(result, errors)
  }

  @Mutation(() => ApplicantPayload, {
    description: 'Refuses the registration of an organisation, or takes its confirmation back.',
  })
  async refuseApplicant(
    @Arg('input', () => RefuseApplicantInput) input: RefuseApplicantInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const { result, errors } = await write(context, 'refuseApplicant', (em) => refuseApplicant(em, context, input))
    return payload(result, errors)
  }

  @Mutation(() => ApplicantPayload, {
    description: 'Says by hand who verifies an organisation and recommends its applications.',
  })
  async assignJurisdiction(
    @Arg('input', () => AssignJurisdictionInput) input: AssignJurisdictionInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const loaded = await cityGuideline(context, input.id)
    const useCase = (em: EntityManager) => assignJurisdiction(em, context.viewer, loaded, input)
    const { result, errors } = await write(context, 'assignJurisdiction', useCase)
    return payload(result, errors)
  }

  @Mutation(() => ApplicantPayload, {
    description: 'Makes an organisation read-only.',
  })
  async deactivateApplicant(
    @Arg('input', () => ApplicantStatusInput) input: ApplicantStatusInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const { result, errors } = await write(context, 'deactivateApplicant', (em) =>
      deactivateApplicant(em, context, input),
    )
    return payload(result, errors)
  }

  @Mutation(() => ApplicantPayload, {
    description: 'Makes a deactivated organisation active again.',
  })
  async reactivateApplicant(
    @Arg('input', () => ApplicantStatusInput) input: ApplicantStatusInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const { result, errors } = await write(context, 'reactivateApplicant', (em) =>
      reactivateApplicant(em, context, input),
    )
    return payload(result, errors)
  }
}

function payload(id: string | null, errors: ApplicantPayload['errors']): ApplicantPayload {
  return { applicant: id === null ? null : one(ApplicantEntity, { where: [{ field: 'id', is: id }] }), errors }
}

function conditionsOf(filter: ApplicantFilter): Condition[] {
  const { city, verification, district, park, kind, jurisdiction, unassigned, active, creditCode, name } = filter
  const is = (field: string, value: string | boolean | null | undefined) =>
    value == null ? [] : [{ field, is: value }]
  const isIn = (field: string, values: readonly string[] | null | undefined) =>
    values == null ? [] : [{ field, in: values }]
  return [
    ...is('city', city),
    ...isIn('verification', verification),
    ...is('district', district),
    ...is('park', park),
    ...isIn('kind', kind),
    ...is('jurisdiction', jurisdiction),
    ...is('unassigned', unassigned),
    ...is('active', active),
    ...is('creditCode', creditCode == null ? null : normaliseIdentifier(creditCode)),
    ...(name == null ? [] : [{ field: 'name', contains: name }]),
  ]
}
