import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSamples, type Samples } from './samples.js'

let samples: Samples
beforeAll(async () => {
  samples = await openSamples()
})
afterAll(() => samples.close())

const names = async (where: readonly object[]) => {
  const { data, errors } = await samples.services.both({
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
    [{ field: 'name', contains: 'AME 2' }, ['name 2']],
    [{ field: 'name', contains: '%' }, []],
    [{ field: 'name', contains: 'a\0' }, []],
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
