import { defineEntity, type MikroORM, p } from '@mikro-orm/postgresql'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { type Condition, node, page } from '../../server/selection/intent.js'
import { everyRow, selection } from '../../server/selection/selection.js'
import { createDatabase, query, type TestDatabase } from '../support/test-database.js'
import { type TwoServices, twoServices } from './two-services.js'
import { walkBackward, walkForward } from './walk-pages.js'

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
    input Condition { field: String! is: Value in: [Value!] from: Value to: Value }
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

let database: TestDatabase
let orm: MikroORM
let services: TwoServices
beforeAll(async () => {
  database = await createDatabase()
  await query(database.url, samples)
  const logger = pino({ level: 'silent' })
  orm = await connectOrm(
    { connectionString: database.url },
    { entities: [Sample], poolSize: 4, statementTimeoutMs: 20_000, logger },
  )
  services = await twoServices(makeSchema, orm, [selection(Sample, { policy: everyRow })])
})
afterAll(async () => {
  await services.close()
  await orm.close(true)
  await database.drop()
})

/** The ids in PostgreSQL's own order. */
async function inOrder(column: string, down: boolean): Promise<string[]> {
  const direction = down ? ' desc' : ''
  const rows = await query<{ id: string }>(
    database.url,
    `select 'Sample:' || id as id from sample order by sample.${column}${direction}, sample.id${direction}`,
  )
  return rows.map(({ id }) => id)
}

describe('lists by each kind of value, one row a page: each row comes once and in its place', () => {
  const kinds = 'id small whole big amount exact day instant name short code yes next'.split(' ')
  test.each(kinds.flatMap((by) => [false, true].map((down) => ({ by, down }))))('$by, down: $down', async (order) => {
    const { by, down } = order
    const walk = { services, field: 'samples', args: `by: "${by}" down: ${down}`, size: 1 }
    const expected = await inOrder(by === 'next' ? 'next_id' : by, down)
    expect(expected).toHaveLength(12)
    expect(await walkForward(walk)).toEqual(expected)
    expect(await walkBackward(walk)).toEqual(expected)
  })
})

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Cases with names that can be read. */
const named = (cases: string[][]) =>
  cases.map(([field = '', value = '']) => [field, value.slice(0, 40), value] as const)

describe('cursors that no row has', () => {
  const send = (field: string, value: string) =>
    services.both({
      query: `query ($after: String) { samples(first: 1, after: $after, by: "${field}") { totalCount } }`,
      variables: { after: base64url([`Sample ${field} id`, value, '1']) },
      language: 'en',
    })

  test.each(
    named([
      ['small', '32768'],
      ['whole', '2147483648'],
      ['whole', '01'],
      ['whole', '-0'],
      ['big', '9223372036854775808'],
      ['big', '-9223372036854775809'],
      ['big', '1e3'],
      ['big', 'abc'],
      ['amount', '9'.repeat(131_073)],
      ['amount', `0.${'9'.repeat(16_384)}`],
      ['amount', '1e400'],
      ['amount', '.5'],
      ['amount', '-NaN'],
      ['day', '0000-01-01'],
      ['day', '2023-02-29'],
      ['day', '5874898-01-01'],
      ['day', '4714-11-23 BC'],
      ['day', '4715-12-31 BC'],
      ['day', '0002-02-29 BC'],
      ['day', '00001-01-01'],
      ['day', 'today'],
      ['instant', '0000-01-01T00:00:00'],
      ['instant', '2024-02-30T00:00:00'],
      ['instant', '2024-01-01T24:00:00'],
      ['instant', '2016-12-31T23:59:60'],
      ['instant', '294277-01-01T00:00:00'],
      ['instant', '4714-11-23T23:59:59.999999 BC'],
      ['instant', 'now'],
      ['code', 'C4CA4238-A0B9-2382-0DCC-509A6F75849B'],
      ['yes', 't'],
      ['name', 'a\0'],
    ]),
  )(
    'are refused where PostgreSQL could not hold them, or writes them otherwise: %s, %s',
    async (field, _name, value) => {
      const { data, errors } = await send(field, value)
      expect(data).toBeNull()
      expect(errors).toMatchObject([{ path: ['samples'], extensions: { code: 'BAD_USER_INPUT', path: ['after'] } }])
    },
  )

  test.each(
    named([
      ['amount', '9'.repeat(17)],
      ['amount', `-1${'0'.repeat(29)}.5`],
      ['amount', `${'9'.repeat(131_072)}.${'9'.repeat(16_383)}`],
      ['amount', '1.239'],
      ['amount', 'Infinity'],
      ['day', '9999-12-31'],
      ['day', '0001-01-01 BC'],
      ['instant', '0001-12-31T23:59:59.999999 BC'],
      ['instant', '275761-01-01T00:00:00'],
    ]),
  )('are places in the list where PostgreSQL can: %s, %s', async (field, _name, value) => {
    expect(await send(field, value)).toMatchObject({ status: 200, data: { samples: { totalCount: 12 } } })
  })
})

describe('ids', () => {
  const find = async (id: string) =>
    (await services.both({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id } })).data

  test.each(['Sample:1', 'Sample:9223372036854775807', 'Sample:-9223372036854775808'])('%s', async (id) => {
    expect(await find(id)).toEqual({ node: { id } })
  })

  test.each([
    ...['Sample:01', 'Sample:+1', 'Sample:1.0', 'Sample: 1', 'Sample:1 ', 'Sample:-0', 'Sample:abc', 'Sample:'],
    ...['Sample:9223372036854775808', 'Sample:-9223372036854775809', 'Sample:99999999999999999999999'],
    ...['Sample:infinity', `Sample:${'9'.repeat(50)}`],
  ])('%s is nothing’s', async (id) => {
    expect(await find(id)).toEqual({ node: null })
  })
})

const names = async (where: readonly object[]) => {
  const { data, errors } = await services.both({
    query: 'query ($where: [Condition!]) { samples(first: 100, where: $where) { totalCount nodes { name } } }',
    variables: { where },
    language: 'en',
  })
  const { totalCount, nodes } = (data?.samples ?? { nodes: [] }) as { totalCount: number; nodes: { name: string }[] }
  if (!errors) expect(nodes).toHaveLength(totalCount)
  return errors ?? nodes.map(({ name }) => name)
}

describe('filters', () => {
  const ordinary = [1, 2, 3, 4].map((n) => `name ${n}`)
  const between = { field: 'instant', from: '2024-01-01T00:00:00Z', to: '2024-12-31T00:00:00Z' }
  test('a value in another form of the same meaning finds the same rows', async () => {
    expect(
      await names([
        { field: between.field, from: between.from },
        { field: between.field, to: between.to },
      ]),
    ).toEqual(ordinary)
  })

  test.each<[object, string[]]>([
    // RFC 3339, whatever the offset and the number of decimals.
    ...['2024-01-01T02:00:00.123456Z', '2024-01-01T10:00:00.123456+08:00', '2023-12-31T18:30:00.123456000-07:30'].map(
      (is): [object, string[]] => [{ field: 'instant', is }, ['name 2']],
    ),
    [
      { field: 'instant', in: ['2024-01-01T02:00:00.123456Z', '2024-01-01T11:00:00.123456+08:00'] },
      ['name 2', 'name 3'],
    ],
    [{ field: 'instant', is: '2024-01-01T02:00:00Z' }, []],
    [{ field: 'instant', is: '2024-01-01T02:00:00.1234561Z' }, []],
    [{ field: 'instant', from: '2024-01-01T03:00:00.123456Z' }, ['name 3', 'name 4', 'late', 'leap', 'last']],
    [{ field: 'instant', from: '2024-01-01T03:00:00.1234561Z' }, ['name 4', 'late', 'leap', 'last']],
    [{ field: 'instant', to: '2024-01-01T01:00:00.1234569Z' }, ['first', 'name 1', 'early', 'Caesar', 'leap before']],
    [{ field: 'instant', to: '0001-01-01T00:00:00+08:00' }, ['first', 'early', 'Caesar', 'leap before']],
    [{ field: 'instant', to: '0000-01-01T00:00:00+08:00' }, ['first', 'early', 'Caesar']],
    [{ field: 'instant', from: '9999-12-31T23:59:59-08:00' }, ['late', 'leap', 'last']],
    [{ field: 'day', is: '2024-01-03' }, ['name 2']],
    [{ field: 'day', from: '0000-03-01' }, [...ordinary, 'late', 'leap', 'last']],
    [{ field: 'day', to: '0000-02-29' }, ['first', 'early', 'Caesar', 'leap before']],
    // Amounts aren't rounded to the column's scale.
    [{ field: 'amount', is: '10.5' }, ['name 1']],
    [{ field: 'amount', is: '+10.500' }, ['name 1']],
    [{ field: 'amount', is: 10.5 }, ['name 1']],
    [{ field: 'amount', is: '10.496' }, []],
    [{ field: 'amount', to: '-9999999999999999.989' }, ['first']],
    [{ field: 'amount', from: '99999999999999999' }, ['last']],
    [{ field: 'amount', to: `-1${'0'.repeat(29)}` }, []],
    [{ field: 'amount', is: '9'.repeat(1_001) }, []],
    [{ field: 'whole', is: 2 }, ['name 2']],
    [{ field: 'whole', is: '2' }, ['name 2']],
    [{ field: 'whole', is: 2.5 }, []],
    [{ field: 'whole', is: 'abc' }, []],
    [{ field: 'whole', is: '02' }, []],
    [{ field: 'whole', in: ['abc', 3, 2 ** 40, 1e300, '9'.repeat(50)] }, ['name 3']],
    [{ field: 'whole', in: [1e300] }, []],
    [{ field: 'whole', from: 3.5 }, ['name 4', 'last']],
    [{ field: 'whole', from: 2 ** 40 }, []],
    [{ field: 'whole', from: 1e300 }, []],
    [{ field: 'whole', to: -1e300 }, []],
    [{ field: 'small', to: `-${'9'.repeat(50)}` }, []],
    [{ field: 'small', from: 32767.5 }, []],
    [{ field: 'big', is: '9007199254740993' }, ['name 1']],
    [{ field: 'big', from: '9007199254740996' }, ['name 4', 'last']],
    [{ field: 'big', from: '9223372036854775808' }, []],
    [{ field: 'next', is: '4' }, ['name 4']],
    [{ field: 'code', is: 'C4CA4238-A0B9-2382-0DCC-509A6F75849B' }, ['name 1']],
    [{ field: 'code', is: 'abc' }, []],
    [{ field: 'yes', is: false }, ['name 1', 'name 3']],
    [{ field: 'name', is: 'a\0' }, []],
  ])('%j', async (condition, expected) => {
    expect([...(await names([condition]))].sort()).toEqual(expected.sort())
  })

  test('a bound beyond all numbers of a column leaves all of them', async () => {
    for (const bound of [{ to: 1e300 }, { from: -1e300 }, { to: '9'.repeat(50) }, { from: `-${'9'.repeat(50)}` }]) {
      expect(await names([{ field: 'whole', ...bound }])).toHaveLength(10)
    }
  })

  test.each([
    ...['x', '', '2024-01-01', '2024-01-01T05:00:00', '2024-01-01 05:00:00Z', '2024-02-30T00:00:00Z'].map((text) => [
      'instant',
      text,
    ]),
    ...['2016-12-31T23:59:60Z', '2024-01-01T00:00:00+24:00', 'infinity'].map((text) => ['instant', text]),
    ...['2024-1-1', '2023-02-29', 'today', '2024-01-01T00:00:00Z'].map((text) => ['day', text]),
    ...['abc', '1e3', 'NaN', '1,5', ' 1'].map((text) => ['amount', text]),
  ])('text in a wrong form is refused, naming the field: %s, %s', async (field, text) => {
    for (const operator of ['is', 'from', 'to']) {
      expect(await names([{ field, [operator]: text }])).toMatchObject([
        { message: expect.stringContaining(`"${field}"`), extensions: { code: 'BAD_USER_INPUT', path: [field] } },
      ])
    }
  })

  test('text that has no place among numbers or UUIDs is refused as a bound', async () => {
    for (const field of ['whole', 'big', 'code']) {
      expect(await names([{ field, from: 'abc' }])).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', path: [field] } },
      ])
    }
  })

  test('what only the service’s own code can get wrong is its fault', async () => {
    const wrong = [
      { field: 'real', from: 'abc' },
      { field: 'real', is: 1 },
      { field: 'name', is: 1 },
      { field: 'yes', is: 1 },
      { field: 'instant', from: 5 },
      { field: 'whole', is: true },
      { field: 'code', is: 1 },
    ]
    for (const condition of wrong) {
      expect(await names([condition])).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }])
    }
  })
})
