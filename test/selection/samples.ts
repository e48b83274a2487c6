import { defineEntity, p } from '@mikro-orm/postgresql'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { connectOrm } from '../../server/database/connect.js'
import { type Condition, node, page } from '../../server/selection/intent.js'
import { everyRow, selection } from '../../server/selection/selection.js'
import { createDatabase, query } from '../support/test-database.js'
import { type TwoServices, twoServices } from './two-services.js'

/** A row of each kind of value that PostgreSQL can hold, the strange ones included. */
const SampleSchema = defineEntity({
  name: 'Sample',
  tableName: 'sample',
  properties: {
    id: p.bigint().primary(),
    name: p.text(),
    small: p.smallint().nullable(),
    whole: p.integer().nullable(),
    big: p.bigint().nullable(),
    amount: p.decimal().precision(18).scale(2).nullable(),
    exact: p.decimal().precision(60).scale(40).nullable(),
    day: p.date().nullable(),
    instant: p.datetime().nullable(),
    short: p.string().length(20).nullable(),
    code: p.uuid().nullable(),
    yes: p.boolean().nullable(),
    real: p.double().nullable(),
    next: () => p.manyToOne(Sample).nullable().index(),
  },
})
class Sample extends SampleSchema.class {}
SampleSchema.setClass(Sample)

const samples = `
  create table sample (id bigint primary key, name text not null, small smallint, whole int, big bigint, amount numeric(18,2),
    exact numeric(60,40), day date, instant timestamptz, short varchar(20), code uuid, yes boolean, real float8, next_id bigint);
  insert into sample select n, 'name ' || n, n, n, 9007199254740992 + n, n * 10.5, n + 0.1234567890123456789012345678901234567,
    date '2024-01-01' + n, timestamptz '2024-01-01T00:00:00.123456Z' + n * interval '1 hour', 'v' || n, md5(n::text)::uuid,
    n % 2 = 0, n, n from generate_series(1, 4) n;
  insert into sample (id, name, day, instant, amount, exact, whole, small, big) values
    (9223372036854775807, 'last', 'infinity', 'infinity', 'NaN', 'NaN', 2147483647, 32767, 9223372036854775807),
    (-9223372036854775808, 'first', '-infinity', '-infinity', -9999999999999999.99, -1e-40, -2147483648, -32768, -9223372036854775808),
    (11, 'late', '5874897-12-31', '294276-12-31T23:59:59.999999Z', 9999999999999999.99, 1e19, 0, 0, 0),
    (12, 'leap', '9996-02-29', '12024-02-29T05:00:00Z', 0, 0, null, null, null),
    (13, 'early', '4714-11-24 BC', '4714-11-24T00:00:00Z BC', -1, -1, 1, 1, 1),
    (14, 'Caesar', '0045-02-28 BC', '0045-02-28T23:59:59.9Z BC', 1, 1, -1, -1, -1),
    (15, 'leap before', '0001-02-29 BC', '0001-02-29T00:00:00.000001Z BC', 0.01, 1e-40, -1, -1, -1),
    (16, 'nothing', null, null, null, null, null, null, null);`

const makeSchema = (): GraphQLSchema => {
  const schema = buildSchema(`
    scalar DateTime scalar Money
    interface Node { id: ID! }
    type Sample implements Node { id: ID! name: String! amount: Money instant: DateTime }
    type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
    type SampleEdge { cursor: String! node: Sample! }
    type SampleConnection { edges: [SampleEdge!]! nodes: [Sample!]! pageInfo: PageInfo! totalCount: Int! }
    scalar Value
    input Condition { field: String! is: Value in: [Value!] from: Value to: Value contains: String }
    type Query {
      node(id: ID!): Node
      samples(first: Int after: String last: Int before: String by: String down: Boolean where: [Condition!]): SampleConnection!
    }`)
  const fields = schema.getQueryType()?.getFields() ?? {}
  type Args = { by?: string; down?: boolean; where?: Condition[]; first?: number }
  if (fields.node) fields.node.resolve = (_source, { id }) => node(id)
  if (fields.samples) {
    fields.samples.resolve = (_source, { by, down, where = [], ...page_ }: Args) =>
      page(Sample, { page: page_, where, order: by ? [{ field: by, direction: down ? 'DESC' : 'ASC' }] : [] })
  }
  return schema
}

export type Samples = { readonly services: TwoServices; readonly databaseUrl: string; close(): Promise<void> }

/** Both services over a database with these rows. */
export async function openSamples(): Promise<Samples> {
  const database = await createDatabase()
  await query(database.url, samples)
  const logger = pino({ level: 'silent' })
  const orm = await connectOrm(
    { connectionString: database.url },
    { entities: [Sample], poolSize: 4, statementTimeoutMs: 20_000, logger },
  )
  const services = await twoServices(makeSchema, orm, [selection(Sample, { policy: everyRow })])
  const close = async () => {
    await services.close()
    await orm.close(true)
    await database.drop()
  }
  return { services, databaseUrl: database.url, close }
}
