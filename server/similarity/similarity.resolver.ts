import { Args, Ctx, Query, Resolver } from 'type-graphql'
import { SimilarProject, SimilarProjectsArgs } from '../../schema/types/similarity.js'
import type { Context } from '../http/context.js'
import { findSimilar } from './find-similar.js'

@Resolver()
export class SimilarityResolver {
  @Query(() => [SimilarProject], {
    nullable: true,
    description:
      'Projects of all years that are like an application or a title, the most alike first: for members their organisations’ own, for the programme office those of its city. Null and an error for an application that the caller may not see.',
  })
  similarProjects(
    @Args(() => SimilarProjectsArgs) args: SimilarProjectsArgs,
    @Ctx() context: Context,
  ): Promise<SimilarProject[]> {
    return findSimilar(context, args)
  }
}
