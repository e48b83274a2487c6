import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql'
import { Node } from '../../../../schema/types/node.js'
import { PageArgs } from '../../../../schema/types/page.args.js'
import { PageInfo } from '../../../../schema/types/page-info.js'
import { DateTime, Money } from '../../../../schema/types/scalars.js'

@ObjectType({ implements: Node })
export class Organisation extends Node {
  @Field(() => String) name!: string
  @Field(() => String) creditCode!: string
  @Field(() => String) kind!: string
  @Field(() => String) district!: string
}

@ObjectType({ implements: Node })
export class Person extends Node {
  @Field(() => String) name!: string
  @Field(() => String) title!: string
  @Field(() => String, { nullable: true }) degree?: string | null
  @Field(() => Organisation) organisation!: Organisation
}

@ObjectType()
export class Personnel {
  @Field(() => String) name!: string
  @Field(() => String) title!: string
  @Field(() => String) role!: string
  @Field(() => Int) months!: number
}

@ObjectType()
export class BudgetLine {
  @Field(() => String) subject!: string
  @Field(() => Money) requested!: string
  @Field(() => Money) selfRaised!: string
  @Field(() => String, { nullable: true }) note?: string | null
}

@ObjectType()
export class Review {
  @Field(() => Int) score!: number
  @Field(() => String) verdict!: string
  @Field(() => String) comment!: string
  @Field(() => DateTime) reviewedAt!: string
}

@ObjectType()
export class Partner {
  @Field(() => Money) amount!: string
  @Field(() => Organisation) organisation!: Organisation
}

@ObjectType({ implements: Node })
export class Application extends Node {
  @Field(() => String) acceptanceNumber!: string
  @Field(() => String) title!: string
  @Field(() => String) summary!: string
  @Field(() => String) status!: string
  @Field(() => String) industryField!: string
  @Field(() => String) category!: string
  @Field(() => String) direction!: string
  @Field(() => String) district!: string
  @Field(() => String, { nullable: true }) park?: string | null
  @Field(() => String, { nullable: true }) stage?: string | null
  @Field(() => Organisation) applicant!: Organisation
  @Field(() => Person) leader!: Person
  @Field(() => Money) requestedAmount!: string
  @Field(() => Money) selfRaisedAmount!: string
  @Field(() => Money) totalAmount!: string
  @Field(() => DateTime) createdAt!: string
  @Field(() => DateTime, { nullable: true }) submittedAt?: string | null
  @Field(() => DateTime, { nullable: true }) decidedAt?: string | null
  @Field(() => [Personnel]) personnel!: Personnel[]
  @Field(() => [BudgetLine]) budgetLines!: BudgetLine[]
  @Field(() => [Review]) reviews!: Review[]
  @Field(() => [Partner]) partners!: Partner[]
}

@ObjectType()
class ApplicationEdge {
  @Field(() => String) cursor!: string
  @Field(() => Application) node!: Application
}

@ObjectType()
export class ApplicationConnection {
  @Field(() => [ApplicationEdge]) edges!: ApplicationEdge[]
  @Field(() => [Application]) nodes!: Application[]
  @Field(() => PageInfo) pageInfo!: PageInfo
  @Field(() => Int) totalCount!: number
}

@ObjectType()
export class ApplicationGroup {
  @Field(() => String) industryField!: string
  @Field(() => String) status!: string
  @Field(() => Int) count!: number
}

@InputType()
class ApplicationFilter {
  @Field(() => String, { nullable: true }) industryField?: string | null
  @Field(() => String, { nullable: true }) status?: string | null
}

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => ApplicationFilter, { nullable: true }) filter?: ApplicationFilter | null
}
