import { expect, test } from 'vitest'
import { batchValues, compileBatch, sharedValues } from '../../server/selection/compile/batch-statement.js'
import {
  type Bind,
  fromContext,
  parameter,
  print,
  type ReadContext,
  sql,
  typeName,
} from '../../server/selection/sql.js'

const key: Bind = ({ values }) => values[0]?.[0] ?? null
const viewer = fromContext((context: ReadContext & { viewer: string }) => context.viewer)
// A key column, and a policy's text that looks like a parameter.
const columns = sql`(select title from book where owner = ${viewer} and note <> '$1' and id = ${parameter(key)}::bigint)`
const { binds } = print(columns)

test('only keys become columns: what comes from the context stays a parameter', () => {
  const batch = compileBatch(columns, binds, new Map([[key, typeName('bigint')]]))
  expect(batch.text).toBe(
    `select batch.place, (select title from book where owner = $1 and note <> '$1' and id = batch."key0"::bigint) ` +
      `from unnest((select $2::bigint[])) with ordinality as batch ("key0", "place")`,
  )
  expect(
    batchValues(
      batch,
      [
        ['anna', 1],
        ['anna', 2],
      ].map(inOrder) as never,
    ),
  ).toEqual(['anna', [1, 2]])
})

test('requests fit together only if their contexts gave the same values', () => {
  const batch = compileBatch(columns, binds, new Map([[key, typeName('bigint')]]))
  const seen = [
    null,
    'null',
    '',
    0,
    '0',
    false,
    'false',
    Number.NaN,
    'NaN',
    Infinity,
    [],
    ['a'],
    ['a', 'b'],
    ['a,b'],
    'a',
  ]
  const shared = seen.map((value) => sharedValues(batch, inOrder([value, 7]) as never))
  expect(new Set(shared).size).toBe(seen.length)
  for (const [i, value] of seen.entries()) expect(sharedValues(batch, inOrder([value, 8]) as never)).toBe(shared[i])
})

/** The viewer's value and the key's, in the order of the parameters. */
function inOrder([ofViewer, ofKey]: unknown[]): unknown[] {
  return binds.map((bind) => (bind === key ? ofKey : ofViewer))
}
