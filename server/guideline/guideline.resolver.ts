import { Arg, Args, Int, Query, Resolver } from 'type-graphql'
import { Guideline, GuidelineConnection } from '../../schema/types/guideline.js'
import { GuidelinesArgs } from '../../schema/types/guidelines.args.js'
import { one, page } from '../selection/intent.js'
import { Guideline as GuidelineEntity } from './guideline.entity.js'
import { guidelineNotFound } from './guideline-not-found.js'

@Resolver()
export class GuidelineResolver {
  @Query(() => Guideline, {
    nullable: true,
    description:
      'The guideline of a city and programme year: the edition in force, or the one named. Null, with an error GUIDELINE_NOT_FOUND, if there is none.',
  })
  guideline(
    @Arg('city', () => String, { description: 'Code of the city, e.g. "xining".' }) city: string,
    @Arg('year', () => Int, { description: 'Programme year, e.g. 2024.' }) year: number,
    @Arg('edition', () => Int, { nullable: true }) edition?: number | null,
  ): Promise<Guideline | null> {
    return one(GuidelineEntity, {
      where: [
        { field: 'city.code', is: city },
        { field: 'year', is: year },
        ...(edition == null ? [] : [{ field: 'edition', is: edition }]),
      ],
      order: [{ field: 'edition', direction: 'DESC' }],
      missing: () => guidelineNotFound({ city, year, edition }),
    })
  }

  @Query(() => GuidelineConnection, { description: 'All guidelines, every edition.' })
  guidelines(@Args(() => GuidelinesArgs) { filter, orderBy, ...args }: GuidelinesArgs): Promise<GuidelineConnection> {
    return page(GuidelineEntity, {
      where: [
        ...(filter?.city == null ? [] : [{ field: 'city.code', is: filter.city }]),
        ...(filter?.year == null ? [] : [{ field: 'year', is: filter.year }]),
        ...(filter?.inForce == null ? [] : [{ field: 'inForce', is: filter.inForce }]),
      ],
      order: orderBy ?? [
        { field: 'year', direction: 'DESC' },
        { field: 'city.code', direction: 'ASC' },
        { field: 'edition', direction: 'DESC' },
      ],
      page: args,
    })
  }
}
