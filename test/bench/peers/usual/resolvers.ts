import type { EntityManager } from '@mikro-orm/postgresql'
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Application, BudgetLine, Organisation, Partner, Person, Personnel, Review } from './entities.js'

export type Context = { readonly em: EntityManager }

@InputType()
class ApplicationFilter {
  @Field(() => String, { nullable: true }) industryField?: string
  @Field(() => String, { nullable: true }) status?: string
}

@ObjectType()
class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean
  @Field(() => String, { nullable: true }) endCursor?: string | null
}

@ObjectType()
class ApplicationConnection {
  @Field(() => [Application]) nodes!: Application[]
  @Field(() => PageInfo) pageInfo!: PageInfo
  @Field(() => Int) totalCount!: number
}

/** Each load joins the ORM's DataLoader, so a page needs one statement a relation and not one a row. */
@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => Application, { nullable: true })
  application(@Arg('id', () => ID) id: string, @Ctx() { em }: Context) {
    return em.findOne(Application, Number(id))
  }

  @Query(() => ApplicationConnection)
  async applications(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('filter', () => ApplicationFilter, { defaultValue: {} }) filter: ApplicationFilter,
    @Ctx() { em }: Context,
  ): Promise<ApplicationConnection> {
    const page = await em.findByCursor(Application, {
      where: { ...filter },
      first,
      orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    })
    const { items, totalCount, hasNextPage, endCursor } = page
    return { nodes: items, totalCount, pageInfo: { hasNextPage, endCursor } }
  }

  @FieldResolver(() => Organisation)
  applicant(@Root() { applicant }: Application) {
    return applicant.loadOrFail()
  }

  @FieldResolver(() => Person)
  leader(@Root() { leader }: Application) {
    return leader.loadOrFail()
  }

  @FieldResolver(() => [Personnel])
  personnel(@Root() { personnel }: Application) {
    return personnel.loadItems()
  }

  @FieldResolver(() => [BudgetLine])
  budgetLines(@Root() { budgetLines }: Application) {
    return budgetLines.loadItems()
  }

  @FieldResolver(() => [Review])
  reviews(@Root() { reviews }: Application) {
    return reviews.loadItems()
  }

  @FieldResolver(() => [Partner])
  partners(@Root() { partners }: Application) {
    return partners.loadItems()
  }
}

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => Organisation)
  organisation(@Root() { organisation }: Person) {
    return organisation.loadOrFail()
  }
}

@Resolver(() => Partner)
export class PartnerResolver {
  @FieldResolver(() => Organisation)
  organisation(@Root() { organisation }: Partner) {
    return organisation.loadOrFail()
  }
}
