import { defineEntity, type MikroORM, p } from '@mikro-orm/postgresql'
import { buildSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { one } from '../../server/selection/intent.js'
import { everyRow, selection } from '../../server/selection/selection.js'
import { fromContext, type ReadContext, sql } from '../../server/selection/sql.js'
import { createDatabase, query, type TestDatabase } from '../support/test-database.js'
import { type TwoServices, twoServices } from './two-services.js'
import { walkBackward, walkForward } from './walk-pages.js'

/*
 * Pages through a table of pairs, of rows that have an order of their own and are not for everyone.
 */

const RouteSchema = defineEntity({
  name: 'Route',
  tableName: 'route',
  properties: { id: p.integer().primary(), stops: () => p.manyToMany(Stop).pivotTable('route_stop') },
})
class Route extends RouteSchema.class {}
RouteSchema.setClass(Route)

const StopSchema = defineEntity({
  name: 'Stop',
  tableName: 'stop',
  properties: { id: p.integer().primary(), position: p.integer().nullable(), secret: p.boolean() },
})
class Stop extends StopSchema.class {}
StopSchema.setClass(Stop)

const viewer = fromContext(({ viewer }: ReadContext & { readonly viewer: string }) => viewer)
const selections = [
  selection(Route, { policy: everyRow }),
  selection(Stop, { policy: (stop) => sql`not ${stop('secret')} or ${viewer} = 'keeper'` }),
]

function makeSchema() {
  const schema = buildSchema(`
    type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
    type Route { id: ID! stops(first: Int, after: String, last: Int, before: String): StopConnection }
    type Stop { id: ID! }
    type StopEdge { cursor: String! node: Stop! }
    type StopConnection { edges: [StopEdge!]! pageInfo: PageInfo! totalCount: Int! }
    type Query { route(id: Int!): Route }`)
  const route = schema.getQueryType()?.getFields().route
  if (route) route.resolve = (_source, { id }) => one(Route, { where: [{ field: 'id', is: id }] })
  return schema
}

/** Two routes of 20 stops, some of them on both; places on the way are shared, and some have none. */
const data = `
  create table route (id int primary key);
  create table stop (id int primary key, position int, secret boolean not null);
  create table route_stop (route_id int references route, stop_id int references stop, primary key (route_id, stop_id));
  insert into route values (1), (2);
  insert into stop select n, case when n % 4 > 0 then 9 - n % 5 end, n % 3 = 0 from generate_series(1, 30) n;
  insert into route_stop select 1, n from generate_series(1, 20) n union select 2, n from generate_series(11, 30) n`

let database: TestDatabase
let orm: MikroORM
let services: TwoServices
beforeAll(async () => {
  database = await createDatabase()
  await query(database.url, data)
  const options = { entities: [Route, Stop], poolSize: 4, statementTimeoutMs: 20_000 }
  orm = await connectOrm({ connectionString: database.url }, { ...options, logger: pino({ level: 'silent' }) })
  services = await twoServices(makeSchema, orm, selections)
})
afterAll(async () => {
  await services.close()
  await orm.close(true)
  await database.drop()
})

test.each([
  [1, 'keeper', 'true'],
  [1, 'anna', 'not secret'],
  [2, 'anna', 'not secret'],
])('all stops of route %i that %s may see, once and in their order', async (route, viewer, visible) => {
  const stops = await query<{ id: number }>(
    database.url,
    `select id from stop join route_stop on stop_id = id where route_id = ${route} and ${visible} order by position, id`,
  )
  const expected = stops.map(({ id }) => String(id))
  const walk = { services, inside: `route(id: ${route})`, field: 'stops', size: 3, viewer }
  expect(await walkForward(walk)).toEqual(expected)
  expect(await walkBackward(walk)).toEqual(expected)
})
