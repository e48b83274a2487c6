import { defineEntity, type MikroORM, p } from '@mikro-orm/postgresql'
import { buildSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { page } from '../../server/selection/intent.js'
import { everyRow, selection } from '../../server/selection/selection.js'
import { createDatabase, query, type TestDatabase } from '../support/test-database.js'
import { type TwoServices, twoServices } from './two-services.js'

const Street = defineEntity({
  name: 'Street',
  embeddable: true,
  properties: { road: p.text().nullable(), number: p.integer().nullable() },
})
const Address = defineEntity({
  name: 'Address',
  embeddable: true,
  properties: {
    town: p.text().nullable(),
    street: () => p.embedded(Street).nullable(),
    door: () => p.embedded(Street),
  },
})
const HouseSchema = defineEntity({
  name: 'House',
  tableName: 'house',
  properties: {
    id: p.integer().primary(),
    address: () => p.embedded(Address).nullable(),
    kept: () => p.embedded(Street),
  },
})
class House extends HouseSchema.class {}
HouseSchema.setClass(House)

const makeSchema = () => {
  const schema = buildSchema(`
    type Street { road: String number: Int }
    type Address { town: String street: Street door: Street }
    type House { id: Int! address: Address kept: Street }
    type PageInfo { hasNextPage: Boolean! }
    type HouseEdge { cursor: String! node: House! }
    type HouseConnection { edges: [HouseEdge!]! nodes: [House!]! pageInfo: PageInfo! totalCount: Int! }
    type Query { houses: HouseConnection! }`)
  const field = schema.getQueryType()?.getFields().houses
  if (field) field.resolve = () => page(House, { page: {} })
  return schema
}

let database: TestDatabase
let orm: MikroORM
let services: TwoServices
beforeAll(async () => {
  database = await createDatabase()
  await query(
    database.url,
    `create table house (id int primary key, address_town text, address_street_road text, address_street_number int,
       address_door_road text, address_door_number int, kept_road text, kept_number int);
     insert into house values (1, 'Xining', 'Wusi', 4, 'Back', 5, 'Kept', 6);
     insert into house (id, address_town, address_street_number) values (2, 'Xining', null), (3, null, 7), (4, null, null)`,
  )
  const logger = pino({ level: 'silent' })
  orm = await connectOrm(
    { connectionString: database.url },
    { entities: [House, Address, Street], poolSize: 2, statementTimeoutMs: 20_000, logger },
  )
  services = await twoServices(makeSchema, orm, [selection(House, { policy: everyRow })])
})
afterAll(async () => {
  await services.close()
  await orm.close(true)
  await database.drop()
})

test('an embedded object that can be null is, where it has nothing; the others are there', async () => {
  const street = '{ road number }'
  const { data, errors } = await services.both({
    query: `{ houses { nodes { id address { town street ${street} door ${street} } kept ${street} } } }`,
  })
  expect(errors).toBeUndefined()
  const nothing = { road: null, number: null }
  expect((data?.houses as { nodes: unknown }).nodes).toEqual([
    {
      id: 1,
      address: { town: 'Xining', street: { road: 'Wusi', number: 4 }, door: { road: 'Back', number: 5 } },
      kept: { road: 'Kept', number: 6 },
    },
    { id: 2, address: { town: 'Xining', street: null, door: nothing }, kept: nothing },
    { id: 3, address: { town: null, street: { road: null, number: 7 }, door: nothing }, kept: nothing },
    { id: 4, address: null, kept: nothing },
  ])
})
