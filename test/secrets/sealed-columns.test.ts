import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealedColumns } from '../../server/secrets/sealed-columns.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

type Column = { table: string; column: string; type: string }

const columnsLike = (pattern: string) =>
  query<Column>(
    database.url,
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
      where column_name like '${pattern}' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`,
  )
const named = (columns: readonly { table: string; column: string | null }[]) =>
  columns.flatMap(({ table, column }) => (column === null ? [] : `${table}.${column}`)).sort()

test('every sealed column of the database is in the register, so that the rotation of keys rewrites it', async () => {
  expect(named(await columnsLike('%\\_sealed'))).toEqual(named(sealedColumns))
})

test('every index of a sealed value is in the register, so that it is made anew', async () => {
  const indexes = await columnsLike('%\\_index')
  expect(named(indexes)).toEqual(named(sealedColumns.map(({ table, index }) => ({ table, column: index }))))
})

test('rows are found by the key that the register says', async () => {
  const keys = await columnsLike('id')
  for (const { table, key } of sealedColumns) {
    expect(keys).toContainEqual({ table, column: 'id', type: key })
  }
})
