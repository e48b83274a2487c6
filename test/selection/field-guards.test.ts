import 'reflect-metadata'
import { defineEntity, p } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import {
  Authorized,
  buildSchema,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  UseMiddleware,
} from 'type-graphql'
import { expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { buildModel } from '../../server/selection/build-model.js'
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

test('guards and methods that would be passed over keep the engine from starting', async () => {
  const schema = await buildSchema({ resolvers: [PersonResolver], authChecker: () => false, validate: false })
  const options = { entities: [PersonEntity], poolSize: 1, statementTimeoutMs: 0, logger: pino({ level: 'silent' }) }
  const orm = await connectOrm({ database: 'nowhere', port: 1 }, options)
  const build = () =>
    buildModel(schema, orm.getMetadata(), [selection(PersonEntity, { type: 'Person', policy: everyRow })])
  expect(build).toThrow(
    [
      "The read engine can't start:",
      'Person.salary: the engine passes @Authorized and @UseMiddleware over; guard its rows by the policy instead.',
      'Person.age: the engine passes @Authorized and @UseMiddleware over; guard its rows by the policy instead.',
      'Person.height: the engine passes its resolver over; declare it as leaf or typescript instead.',
      'Person.weight: the engine passes its resolver over; declare it as leaf or typescript instead.',
    ].join('\n- '),
  )
  await orm.close(true)
})
