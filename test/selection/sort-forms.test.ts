import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { query } from '../support/test-database.js'
import { openSamples, type Samples } from './samples.js'
import { walkBackward, walkForward } from './walk-pages.js'

let samples: Samples
beforeAll(async () => {
  samples = await openSamples()
})
afterAll(() => samples.close())

/** The ids in PostgreSQL's own order. */
async function inOrder(column: string, down: boolean): Promise<string[]> {
  const direction = down ? ' desc' : ''
  const rows = await query<{ id: string }>(
    samples.databaseUrl,
    `select 'Sample:' || id as id from sample order by sample.${column}${direction}, sample.id${direction}`,
  )
  return rows.map(({ id }) => id)
}

describe('lists by each kind of value, one row a page: each row comes once and in its place', () => {
  const kinds = 'id small whole big amount exact day instant name short code yes next'.split(' ')
  test.each(kinds.flatMap((by) => [false, true].map((down) => ({ by, down }))))('$by, down: $down', async (order) => {
    const { by, down } = order
    const walk = { services: samples.services, field: 'samples', args: `by: "${by}" down: ${down}`, size: 1 }
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
    samples.services.both({
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
    (await samples.services.both({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id } })).data

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
