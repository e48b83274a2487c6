import { Arg, Args, ID, Query, Resolver } from 'type-graphql'
import { groups, one, page } from '../../../../server/selection/intent.js'
import { keyOfGlobalId } from '../../../../server/selection/prepare/global-id.js'
import { Application as ApplicationEntity } from './application.entity.js'
import { Application, ApplicationConnection, ApplicationGroup, ApplicationsArgs } from './application.types.js'

@Resolver()
export class ApplicationResolver {
  @Query(() => Application, { nullable: true })
  application(@Arg('id', () => ID) id: string): Promise<Application | null> | null {
    const key = keyOfGlobalId('Application', id)
    return key === null ? null : one(ApplicationEntity, { where: [{ field: 'id', is: key }] })
  }

  @Query(() => ApplicationConnection)
  applications(@Args(() => ApplicationsArgs) { filter, ...args }: ApplicationsArgs): Promise<ApplicationConnection> {
    return page(ApplicationEntity, {
      where: [
        ...(filter?.industryField == null ? [] : [{ field: 'industryField', is: filter.industryField }]),
        ...(filter?.status == null ? [] : [{ field: 'status', is: filter.status }]),
      ],
      order: [{ field: 'submittedAt', direction: 'DESC' }],
      page: args,
    })
  }

  @Query(() => [ApplicationGroup])
  applicationGroups(): Promise<ApplicationGroup[]> {
    return groups(ApplicationEntity, { by: ['industryField', 'status'] })
  }
}
