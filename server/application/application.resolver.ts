import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import {
  Application,
  ApplicationConnection,
  type ApplicationFilter,
  ApplicationPayload,
  ApplicationsArgs,
  CreateApplicationInput,
} from '../../schema/types/application.js'
import type { Context } from '../http/context.js'
import { type Condition, one, page } from '../selection/intent.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { write } from '../write.js'
import { Application as ApplicationEntity } from './application.entity.js'
import { applicationUnknown } from './application-unknown.js'
import { createApplication } from './create-application.js'

@Resolver()
export class ApplicationResolver {
  @Query(() => Application, {
    nullable: true,
    description: 'An application that the caller may see; null and an error for any other.',
  })
  application(@Arg('id', () => ID) id: string): Promise<Application> {
    return one(ApplicationEntity, {
      where: [{ field: 'id', is: keyOfGlobalId('Application', id) ?? '' }],
      missing: applicationUnknown,
    })
  }

  @Query(() => ApplicationConnection, {
    description: 'Applications that the caller may see: drafts of the organisations that he is a member of.',
  })
  applications(
    @Args(() => ApplicationsArgs) { filter, orderBy, ...args }: ApplicationsArgs,
  ): Promise<ApplicationConnection> {
    const order = orderBy ?? [{ field: 'createdAt', direction: 'DESC' as const }]
    return page(ApplicationEntity, { where: conditionsOf(filter), order, page: args })
  }

  @Mutation(() => ApplicationPayload, {
    description: 'Begins an application of an organisation under the guideline of its city.',
  })
  async createApplication(
    @Arg('input', () => CreateApplicationInput) input: CreateApplicationInput,
    @Ctx() context: Context,
  ): Promise<ApplicationPayload> {
    const { result, errors } = await write(
      context,
      'createApplication',
      (em) => createApplication(em, context, input),
      { key: input.idempotencyKey, input },
    )
    return { application: result === null ? null : applicationWith(result), errors }
  }
}

/** The application with a key, for an answer. */
export function applicationWith(key: string): Application {
  return one(ApplicationEntity, { where: [{ field: 'id', is: key }] })
}

function conditionsOf(filter: ApplicationFilter | null | undefined): Condition[] {
  const { applicant, status, category, direction, industryField, title, deleted = false } = filter ?? {}
  return [
    { field: 'deleted', is: deleted },
    ...(applicant == null ? [] : [{ field: 'applicant', is: keyOfGlobalId('Applicant', applicant) ?? '' }]),
    ...(status == null ? [] : [{ field: 'status', in: status }]),
    ...(category == null ? [] : [{ field: 'category', is: category }]),
    ...(direction == null ? [] : [{ field: 'direction', is: direction }]),
    ...(industryField == null ? [] : [{ field: 'industryField', in: industryField }]),
    ...(title == null ? [] : [{ field: 'title', contains: title }]),
  ]
}
