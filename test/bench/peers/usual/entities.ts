import { Collection, type Opt, type Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'

/*
 * The usual design: one class is both the table and the GraphQL type, relations are loaded by field resolvers.
 */

@ObjectType()
@Entity({ schema: 'bench' })
export class Organisation {
  @Field(() => ID) @PrimaryKey({ type: 'integer' }) id!: number
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String) @Property({ type: 'text' }) creditCode!: string
  @Field(() => String) @Property({ type: 'text' }) kind!: string
  @Field(() => String) @Property({ type: 'text' }) district!: string
}

@ObjectType()
@Entity({ schema: 'bench' })
export class Person {
  @Field(() => ID) @PrimaryKey({ type: 'integer' }) id!: number
  @ManyToOne(() => Organisation, { ref: true }) organisation!: Ref<Organisation>
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) degree?: string | null
}

const inPrintedOrder = () => ({ orderBy: { position: 'asc' } }) as const
const money = () => ({ type: 'decimal', precision: 18, scale: 2 })

@ObjectType()
@Entity({ schema: 'bench' })
export class Application {
  @Field(() => ID) @PrimaryKey({ type: 'integer' }) id!: number
  @Field(() => String) @Property({ type: 'text' }) acceptanceNumber!: string
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String) @Property({ type: 'text' }) summary!: string
  @Field(() => String) @Property({ type: 'text' }) status!: string
  @Field(() => String) @Property({ type: 'text' }) industryField!: string
  @Field(() => String) @Property({ type: 'text' }) category!: string
  @Field(() => String) @Property({ type: 'text' }) direction!: string
  @Field(() => String) @Property({ type: 'text' }) district!: string
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) park?: string | null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) stage?: string | null
  @ManyToOne(() => Organisation, { ref: true }) applicant!: Ref<Organisation>
  @ManyToOne(() => Person, { ref: true }) leader!: Ref<Person>
  @Field(() => String) @Property(money()) requestedAmount!: string
  @Field(() => String) @Property(money()) selfRaisedAmount!: string
  @Field(() => String) @Property(money()) totalAmount!: string
  @Field(() => Date) @Property({ type: 'timestamptz' }) createdAt!: Date & Opt
  @Field(() => Date, { nullable: true }) @Property({ type: 'timestamptz', nullable: true }) submittedAt?: Date | null
  @Field(() => Date, { nullable: true }) @Property({ type: 'timestamptz', nullable: true }) decidedAt?: Date | null
  @OneToMany(
    () => Personnel,
    (one) => one.application,
    inPrintedOrder(),
  )
  personnel = new Collection<Personnel>(this)
  @OneToMany(
    () => BudgetLine,
    (one) => one.application,
    inPrintedOrder(),
  )
  budgetLines = new Collection<BudgetLine>(this)
  @OneToMany(
    () => Review,
    (one) => one.application,
    inPrintedOrder(),
  )
  reviews = new Collection<Review>(this)
  @OneToMany(
    () => Partner,
    (one) => one.application,
    inPrintedOrder(),
  )
  partners = new Collection<Partner>(this)
}

@ObjectType()
@Entity({ schema: 'bench' })
export class Personnel {
  @PrimaryKey({ type: 'integer' }) id!: number
  @ManyToOne(() => Application, { ref: true }) application!: Ref<Application>
  @Property({ type: 'integer' }) position!: number
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String) @Property({ type: 'text' }) role!: string
  @Field(() => Int) @Property({ type: 'integer' }) months!: number
}

@ObjectType()
@Entity({ schema: 'bench' })
export class BudgetLine {
  @PrimaryKey({ type: 'integer' }) id!: number
  @ManyToOne(() => Application, { ref: true }) application!: Ref<Application>
  @Property({ type: 'integer' }) position!: number
  @Field(() => String) @Property({ type: 'text' }) subject!: string
  @Field(() => String) @Property(money()) requested!: string
  @Field(() => String) @Property(money()) selfRaised!: string
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) note?: string | null
}

@ObjectType()
@Entity({ schema: 'bench' })
export class Review {
  @PrimaryKey({ type: 'integer' }) id!: number
  @ManyToOne(() => Application, { ref: true }) application!: Ref<Application>
  @Property({ type: 'integer' }) position!: number
  @Field(() => Int) @Property({ type: 'integer' }) score!: number
  @Field(() => String) @Property({ type: 'text' }) verdict!: string
  @Field(() => String) @Property({ type: 'text' }) comment!: string
  @Field(() => Date) @Property({ type: 'timestamptz' }) reviewedAt!: Date
}

@ObjectType()
@Entity({ schema: 'bench' })
export class Partner {
  @PrimaryKey({ type: 'integer' }) id!: number
  @ManyToOne(() => Application, { ref: true }) application!: Ref<Application>
  @Property({ type: 'integer' }) position!: number
  @ManyToOne(() => Organisation, { ref: true }) organisation!: Ref<Organisation>
  @Field(() => String) @Property(money()) amount!: string
}
