import 'reflect-metadata'
import { defineEntity, p } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import {
  Authorized,
  buildSchema,
  Field,
  FieldResolver,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  UseMiddleware,
} from 'type-graphql'
import { expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { buildModel } from '../../server/selection/model/build-model.js'
import { everyRow, selection } from '../../server/selection/selection.js'

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.integer().primary(),
    salary: p.integer(),
    age: p.integer(),
    height: p.integer(),
    weight: p.integer(),
  },
})
class PersonEntity extends PersonSchema.class {}
PersonSchema.setClass(PersonEntity)

@ObjectType()
class Person {
  @Field(() => Int)
  id!: number

  @Authorized('ADMIN')
  @Field(() => Int)
  salary!: number

  @UseMiddleware((_, next) => next())
  @Field(() => Int)
  age!: number

  @Field(() => Int)
  height!: number

  @Field(() => Int)
  weight(): number {
    return 1
  }
}

@Resolver(() => Person)
class PersonResolver {
  @Query(() => Person)
  person(): Person {
    return new Person()
  }

  @FieldResolver(() => Int)
  height(): number {
    return 2
  }
}

@InterfaceType()
abstract class Aged {
  @UseMiddleware((_, next) => next())
  @Field(() => Int)
  age!: number
}

@InterfaceType({ implements: Aged })
abstract class Tall extends Aged {
  @Field(() => Int)
  height!: number
}

@ObjectType()
class Paid {
  @Authorized('ADMIN')
  @Field(() => Int, { name: 'salary' })
  wage!: number

  @Field(() => Int)
  get weight(): number {
    return 1
  }
}

@ObjectType({ implements: [Tall, Aged] })
class Employee extends Paid implements Tall {
  @Field(() => Int)
  id!: number

  age!: number
  height!: number
}

@Authorized()
@ObjectType()
class Secret {
  @Field(() => Int)
  id!: number
}

@ObjectType()
class PersonEdge {
  @Field(() => Secret)
  node!: Secret
}

@ObjectType()
class SecretConnection {
  @Field(() => [PersonEdge])
  edges!: PersonEdge[]

  @Authorized('ADMIN')
  @Field(() => Int)
  totalCount!: number
}

@Resolver(() => Tall)
class TallResolver {
  @Query(() => Employee)
  employee(): Employee {
    return new Employee()
  }

  @Query(() => SecretConnection)
  secrets(): SecretConnection {
    return new SecretConnection()
  }

  @FieldResolver(() => Int)
  height(): number {
    return 2
  }
}

/** What the engine says at start of the person's table, shown as this type. */
async function problems(type: string): Promise<string[]> {
  const resolvers = [PersonResolver, TallResolver] as const
  const schema = await buildSchema({ resolvers, authChecker: () => false, validate: false })
  const options = { entities: [PersonEntity], poolSize: 1, statementTimeoutMs: 0, logger: pino({ level: 'silent' }) }
  const orm = await connectOrm({ database: 'nowhere', port: 1 }, options)
  try {
    buildModel(schema, orm.getMetadata(), [selection(PersonEntity, { type, policy: everyRow })])
    return []
  } catch (error) {
    return (error as Error).message.split('\n- ')
  } finally {
    await orm.close(true)
  }
}

const passed = (where: string) =>
  `the engine passes @Authorized and @UseMiddleware of ${where} over; guard its rows by the policy instead.`
const resolver = (where: string) =>
  `the engine passes its resolver in ${where} over; declare it as leaf or typescript instead.`

test('guards and methods that would be passed over keep the engine from starting', async () => {
  expect(await problems('Person')).toEqual([
    "The read engine can't start:",
    `Person.salary: ${passed('Person')}`,
    `Person.age: ${passed('Person')}`,
    `Person.height: ${resolver('PersonResolver')}`,
    `Person.weight: ${resolver('Person')}`,
  ])
})

test('so do those of base classes and interfaces', async () => {
  const found = await problems('Employee')
  expect(found.toSorted()).toEqual([
    `Employee.age: ${passed('Aged')}`,
    `Employee.height: ${resolver('TallResolver')}`,
    `Employee.salary: ${passed('Paid')}`,
    `Employee.weight: ${resolver('Paid')}`,
    "The read engine can't start:",
  ])
})

test('so do those of a whole class, and of connections', async () => {
  expect(await problems('Secret')).toEqual([
    "The read engine can't start:",
    `Secret.id: ${passed('Secret')}`,
    `SecretConnection.totalCount: ${passed('SecretConnection')}`,
  ])
})
